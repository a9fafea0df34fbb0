import { z } from 'zod';
import { decimal, flag, formField, key, legacyAddressShape, list, text, time, whole } from './kinds.js';
import { linkTo } from './link.js';

export const customerAddressSchema = z.object({
  id: z.number(),
  customer_id: whole,
  first_name: text,
  last_name: text,
  company: text,
  address1: text,
  address2: text,
  city: text,
  state_or_province: text,
  postal_code: text,
  country: text,
  country_code: text,
  phone: text,
  /** `residential` or `commercial`. */
  address_type: text,
  form_fields: list(formField),
});

export const attributeValueSchema = z.object({
  id: z.number(),
  attribute_id: whole,
  attribute_value: text,
  customer_id: whole,
  date_created: time,
  date_modified: time,
});

/** A registered customer: guests stand in orders only. */
export const customerSchema = z.object({
  id: z.number(),
  email: text,
  first_name: text,
  last_name: text,
  company: text,
  phone: text,
  notes: text,
  registration_ip_address: text,
  tax_exempt_category: text,
  /** 0 for none. */
  customer_group_id: whole,
  date_created: time,
  /** Moved by the customer's own fields, not by addresses. */
  date_modified: time,
  address_count: whole,
  attribute_count: whole,
  authentication: z.object({ force_password_reset: flag }).nullish(),
  /** Where included; the first ten. */
  addresses: list(customerAddressSchema),
  /** Where included; the first ten. */
  attributes: list(attributeValueSchema),
  form_fields: list(formField),
  store_credit_amounts: list(z.object({ amount: decimal })),
  accepts_product_review_abandoned_cart_emails: flag,
  origin_channel_id: whole,
  /** Null or empty for all. */
  channel_ids: list(z.number()),
});

export const customerAttributeSchema = z.object({
  id: z.number(),
  name: text,
  /** `string`, `number` or `date`. */
  type: text,
  date_created: time,
  date_modified: time,
});

export const formFieldValueSchema = z.object({
  name: text,
  value: z.union([z.string(), z.number(), z.array(z.string())]).nullish(),
  customer_id: whole,
  address_id: whole,
});

export const consentSchema = z.object({ allow: list(z.string()), deny: list(z.string()), updated_at: time });

export const storedInstrumentSchema = z.object({
  type: text,
  token: text,
  is_default: flag,
  brand: text,
  expiry_month: whole,
  expiry_year: whole,
  issuer_identification_number: text,
  last_4: text,
});

export const validCredentialsSchema = z.object({ customer_id: whole, is_valid: flag });

export const customerGroupSchema = z.object({
  id: z.number(),
  name: text,
  is_default: flag,
  is_group_for_guests: flag,
  category_access: z.object({ type: text, categories: list(z.number()) }).nullish(),
  discount_rules: list(
    z.object({
      type: text,
      method: text,
      amount: decimal,
      price_list_id: whole,
      category_id: key,
      product_id: key,
    }),
  ),
  date_created: time,
  date_modified: time,
});

/** Of V2, for stores that lack the newer endpoints. */
export const legacyCustomerSchema = z.object({
  id: z.number(),
  company: text,
  first_name: text,
  last_name: text,
  email: text,
  phone: text,
  date_created: text,
  date_modified: text,
  store_credit: decimal,
  registration_ip_address: text,
  customer_group_id: whole,
  notes: text,
  tax_exempt_category: text,
  accepts_marketing: flag,
  reset_pass_on_login: flag,
  addresses: linkTo<LegacyAddress>().nullish(),
  form_fields: list(formField),
});

export const legacyAddressSchema = z.object({
  id: z.number(),
  customer_id: whole,
  ...legacyAddressShape,
  address_type: text,
});

export type Customer = z.input<typeof customerSchema>;
export type CustomerAddress = z.input<typeof customerAddressSchema>;
export type CustomerAttribute = z.input<typeof customerAttributeSchema>;
export type AttributeValue = z.input<typeof attributeValueSchema>;
export type FormFieldValue = z.input<typeof formFieldValueSchema>;
export type Consent = z.input<typeof consentSchema>;
export type StoredInstrument = z.input<typeof storedInstrumentSchema>;
export type CustomerGroup = z.input<typeof customerGroupSchema>;
export type LegacyCustomer = z.input<typeof legacyCustomerSchema>;
export type LegacyAddress = z.input<typeof legacyAddressSchema>;
