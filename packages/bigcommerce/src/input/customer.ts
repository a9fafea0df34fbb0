import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { filter, flag, id, ids, instant, name, oneOf, someOf, text, upTo, word, words } from './kinds.js';

const include = someOf('addresses', 'storecredit', 'attributes', 'formfields', 'shopper_profile_id', 'segment_ids');

const conditions = {
  'id:in': ids,
  'email:in': words,
  'company:in': words,
  'customer_group_id:in': ids,
  'name:in': words,
  'name:like': words,
  'phone:in': words,
  'registration_ip_address:in': words,
  date_created: instant,
  'date_created:min': instant,
  'date_created:max': instant,
  date_modified: instant,
  'date_modified:min': instant,
  'date_modified:max': instant,
  /** Addresses and attributes: only the first ten of a customer. */
  include,
};

const sort = oneOf(
  'date_created:asc',
  'date_created:desc',
  'date_modified:asc',
  'date_modified:desc',
  'last_name:asc',
  'last_name:desc',
);

export const customerCondition = filter(conditions);
/** `after` and `before` are cursors of an earlier page. */
export const customerFilter = filter({ ...conditions, sort, after: word, before: word });
export const customerAddressFilter = filter({
  'id:in': ids,
  'customer_id:in': ids,
  'company:in': words,
  'name:in': words,
  include: someOf('formfields'),
});

export const formFieldInput = input({ name: word, value: z.union([z.string(), z.number(), z.array(z.string())]) });

const addressFields = {
  first_name: name(255),
  last_name: name(255),
  company: upTo(255).optional(),
  address1: text,
  address2: text.optional(),
  city: upTo(100),
  state_or_province: upTo(100),
  postal_code: upTo(30),
  country_code: z.string().length(2),
  phone: upTo(50).optional(),
  address_type: oneOf('residential', 'commercial').optional(),
  form_fields: z.array(formFieldInput).optional(),
};

export const customerAddressInput = input({ ...addressFields, customer_id: id }, { readOnly: ['id', 'country'] });
export const customerAddressChanges = input(addressFields, { readOnly: ['id', 'country', 'customer_id'] }).partial();

const authentication = input({ force_password_reset: flag.optional(), new_password: text.optional() }).optional();

const readOnly = ['id', 'date_created', 'date_modified', 'address_count', 'attribute_count'] as const;

const customerFields = {
  email: z.string().min(3).max(250),
  first_name: name(100),
  last_name: name(100),
  company: upTo(255).optional(),
  phone: upTo(50).optional(),
  notes: text.optional(),
  tax_exempt_category: upTo(255).optional(),
  customer_group_id: id.optional(),
  authentication,
  accepts_product_review_abandoned_cart_emails: flag.optional(),
  store_credit_amounts: z.array(input({ amount: z.number() })).optional(),
  origin_channel_id: id.optional(),
  channel_ids: z.array(id).optional(),
  form_fields: z.array(formFieldInput).optional(),
};

export const customerInput = input(
  {
    ...customerFields,
    addresses: z
      .array(input({ ...addressFields, state_or_province: upTo(100).optional(), postal_code: upTo(30).optional() }))
      .max(10)
      .optional(),
    attributes: z
      .array(input({ attribute_id: id, attribute_value: upTo(255) }))
      .max(10)
      .optional(),
    trigger_account_created_notification: flag.optional(),
  },
  { readOnly: [...readOnly, 'registration_ip_address'] },
);

/** Addresses and attributes have endpoints of their own. */
export const customerChanges = input(
  { ...customerFields, registration_ip_address: upTo(30).optional() },
  { readOnly: [...readOnly, 'addresses', 'attributes'] },
).partial();

export const credentialsInput = input({ email: word, password: word, channel_id: id.optional() });

export const consentInput = input({
  allow: z.array(oneOf('essential', 'functional', 'analytics', 'targeting')).optional(),
  deny: z.array(oneOf('essential', 'functional', 'analytics', 'targeting')).optional(),
});
