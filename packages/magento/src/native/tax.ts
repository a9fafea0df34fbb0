import { z } from 'zod';
import { fields } from './fields.js';
import { flagScalar, list, scalar, scalars } from './loose.js';

const taxRateSchema = z.object({
  id: scalar,
  /** Unique in the shop; what the taxes of orders name. */
  code: scalar,
  /** In percent. */
  rate: scalar,
  tax_country_id: scalar,
  region_name: scalar,
  /** Names by store view. */
  titles: list(z.object({ store_id: scalar, value: scalar })),
});

const taxRuleSchema = z.object({
  id: scalar,
  /** Rules of a higher number are levied on top of those of a lower one… */
  priority: scalar,
  /** …unless this says that they are levied on the subtotal alone. */
  calculate_subtotal: flagScalar,
  customer_tax_class_ids: scalars,
  product_tax_class_ids: scalars,
});

/** A rate, the rules that levy it, and the rules of a lower number that fall on the same goods and customers. */
export const taxBodySchema = z.object({
  rate: taxRateSchema,
  rules: z.array(taxRuleSchema),
  rulesBelow: z.array(taxRuleSchema),
});

export type TaxBody = z.infer<typeof taxBodySchema>;
export type NativeTaxRate = z.infer<typeof taxRateSchema>;
export type NativeTaxRule = z.infer<typeof taxRuleSchema> & { readonly tax_rate_ids?: unknown };

/** What a client shows beyond what the model takes. Region 0 is every region, postcode `*` every code; the rate is in percent. */
export const taxRateRecordSchema = taxRateSchema.extend(
  fields(scalar, 'tax_region_id tax_postcode zip_is_range zip_from zip_to'),
);

export const taxRuleRecordSchema = taxRuleSchema.extend({
  ...fields(scalar, 'code position'),
  tax_rate_ids: scalars,
});

/** `class_type` is CUSTOMER or PRODUCT. */
export const taxClassSchema = z.object(fields(scalar, 'class_id class_name class_type'));
