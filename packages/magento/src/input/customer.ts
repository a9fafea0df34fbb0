import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { attributeValues, day, extension, id, words, yes } from './values.js';

const country = z.string().regex(/^[A-Z]{2}$/, 'is no country: two capital letters, such as DE');

const address = input(
  {
    /** Of an address that the customer has already; a new one has none. */
    id: id.optional(),
    firstname: words,
    lastname: words,
    middlename: z.string().optional(),
    prefix: z.string().optional(),
    suffix: z.string().optional(),
    company: z.string().optional(),
    street: z.array(words).min(1).max(4),
    city: words,
    /** Free text where the country has no list of regions. */
    region: input({
      region: z.string().optional(),
      region_code: z.string().optional(),
      region_id: id.optional(),
    }).optional(),
    region_id: id.optional(),
    postcode: z.string().optional(),
    country_id: country,
    telephone: z.string().optional(),
    fax: z.string().optional(),
    vat_id: z.string().optional(),
    default_billing: yes.optional(),
    default_shipping: yes.optional(),
    extension_attributes: extension.optional(),
    custom_attributes: attributeValues.optional(),
  },
  { readOnly: ['customer_id'] },
);

const customer = {
  email: z.email({ error: 'is no e-mail address' }),
  firstname: words,
  lastname: words,
  middlename: z.string().optional(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
  dob: day.optional(),
  /** 1 male, 2 female, 3 not said. */
  gender: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
  taxvat: z.string().optional(),
  group_id: id.optional(),
  website_id: id.optional(),
  store_id: id.optional(),
  disable_auto_group_change: z.union([z.literal(0), z.literal(1)]).optional(),
  addresses: z.array(address).optional(),
  extension_attributes: z.looseObject({ is_subscribed: yes.optional() }).optional(),
  custom_attributes: attributeValues.optional(),
};

const readOnly = [
  'created_at',
  'updated_at',
  'created_in',
  'confirmation',
  'default_billing',
  'default_shipping',
] as const;

export const customerInput = input(
  {
    ...customer,
    /** Without one the customer gets an e-mail to choose it. */
    password: z.string().min(1).optional(),
  },
  { readOnly: ['id', ...readOnly] },
);

export const customerChanges = customerInput.omit({ password: true }).partial();

export const customerGroupInput = input(
  { code: z.string().min(1).max(32), tax_class_id: id, extension_attributes: extension.optional() },
  { readOnly: ['id', 'tax_class_name'] },
);

export type CustomerInput = z.input<typeof customerInput>;
export type CustomerChanges = z.input<typeof customerChanges>;
export type CustomerGroupInput = z.input<typeof customerGroupInput>;
