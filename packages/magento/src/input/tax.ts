import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { extension, id, notNegative, words, yes } from './values.js';

export const taxRateInput = input(
  {
    /** Unique; what the taxes of orders name. */
    code: words,
    /** In percent. */
    rate: notNegative,
    tax_country_id: z.string().regex(/^[A-Z]{2}$/, 'is no country: two capital letters, such as DE'),
    /** 0 is every region. */
    tax_region_id: id.default(0),
    /** `*` is every code. */
    tax_postcode: words.default('*'),
    zip_is_range: z.union([z.literal(0), z.literal(1)]).optional(),
    zip_from: z.number().int().optional(),
    zip_to: z.number().int().optional(),
    titles: z.array(z.strictObject({ store_id: words.or(z.number().transform(String)), value: words })).optional(),
    extension_attributes: extension.optional(),
  },
  { readOnly: ['id', 'region_name'] },
);

export const taxRuleInput = input(
  {
    code: words,
    /** Rules of a higher number are levied on top of lower ones… */
    priority: z.number().int().nonnegative().default(0),
    /** …or with this on the subtotal alone. */
    calculate_subtotal: yes.default(false),
    position: z.number().int().nonnegative().default(0),
    customer_tax_class_ids: z.array(id).min(1),
    product_tax_class_ids: z.array(id).min(1),
    tax_rate_ids: z.array(id).min(1),
    extension_attributes: extension.optional(),
  },
  { readOnly: ['id'] },
);

export const taxClassInput = input(
  { class_name: words, class_type: z.enum(['CUSTOMER', 'PRODUCT']), extension_attributes: extension.optional() },
  { readOnly: ['class_id'] },
);

const undefaulted = { tax_region_id: id, tax_postcode: words };
export const taxRateChanges = taxRateInput.extend(undefaulted).partial();
export const taxRuleChanges = taxRuleInput
  .extend({
    priority: z.number().int().nonnegative(),
    calculate_subtotal: yes,
    position: z.number().int().nonnegative(),
  })
  .partial();

export type TaxRateInput = z.input<typeof taxRateInput>;
export type TaxRuleInput = z.input<typeof taxRuleInput>;
export type TaxRateChanges = z.input<typeof taxRateChanges>;
export type TaxRuleChanges = z.input<typeof taxRuleChanges>;
export type TaxClassInput = z.input<typeof taxClassInput>;
