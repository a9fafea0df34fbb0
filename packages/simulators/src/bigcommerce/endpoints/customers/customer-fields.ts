import { choice, type Fields, fixed, flag, list, needed, object, orNull, text, whole } from '../../records/fields.js';

const embedded: Fields = {
  first_name: needed(text(255)),
  last_name: needed(text(255)),
  company: text(255),
  address1: needed(text()),
  address2: text(),
  city: needed(text(100)),
  state_or_province: text(100),
  postal_code: text(30),
  country_code: needed(text(2)),
  phone: text(50),
  address_type: choice('residential', 'commercial'),
  form_fields: list(),
};

/** Inside a new customer fewer fields are demanded than of an address by itself. */
export const embeddedAddressFields = embedded;

export const addressFields: Fields = {
  ...embedded,
  id: fixed(),
  country: fixed(),
  customer_id: needed(whole(1)),
  state_or_province: needed(text(100)),
  postal_code: needed(text(30)),
};

/** Two addresses are the same where all of these are. */
export const addressIdentity = [
  'first_name',
  'last_name',
  'company',
  'phone',
  'address_type',
  'address1',
  'address2',
  'city',
  'country_code',
  'state_or_province',
  'postal_code',
] as const;

export const customerFields: Fields = {
  id: fixed(),
  date_created: fixed(),
  date_modified: fixed(),
  registration_ip_address: fixed(),
  address_count: fixed(),
  attribute_count: fixed(),
  email: needed(text(250)),
  first_name: needed(text(100)),
  last_name: needed(text(100)),
  company: text(255),
  phone: text(50),
  notes: text(),
  tax_exempt_category: text(255),
  customer_group_id: whole(0),
  addresses: list(),
  attributes: list(),
  authentication: object(),
  accepts_product_review_abandoned_cart_emails: flag(true),
  store_credit_amounts: list(1),
  origin_channel_id: whole(1),
  channel_ids: orNull(list()),
  form_fields: list(),
  trigger_account_created_notification: flag(),
};

/** What a customer is created with, and cannot be changed afterwards. */
export const changeableCustomerFields: Fields = {
  ...customerFields,
  addresses: fixed(),
  attributes: fixed(),
  origin_channel_id: fixed(),
};

export const attributeFields: Fields = {
  id: fixed(),
  date_created: fixed(),
  date_modified: fixed(),
  name: needed(text(255)),
  type: needed(choice('string', 'number', 'date')),
};

export const attributeValueFields: Fields = {
  id: fixed(),
  attribute_id: needed(whole(1)),
  customer_id: needed(whole(1)),
  value: needed(text(255)),
};
