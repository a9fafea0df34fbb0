import { input } from '@cartograph/connector-kit';
import { filter, flag, id, instant, money, oneOf, text, word } from './kinds.js';

export const legacyCustomerFilter = filter({
  first_name: word,
  last_name: word,
  company: word,
  email: word,
  phone: word,
  store_credit: money,
  customer_group_id: id,
  min_id: id,
  max_id: id,
  min_date_created: instant,
  max_date_created: instant,
  min_date_modified: instant,
  max_date_modified: instant,
  tax_exempt_category: word,
});

export const legacyCustomerInput = input(
  {
    first_name: word,
    last_name: word,
    email: word,
    company: text.optional(),
    phone: text.optional(),
    store_credit: money.optional(),
    registration_ip_address: text.optional(),
    customer_group_id: id.optional(),
    notes: text.optional(),
    tax_exempt_category: text.optional(),
    reset_pass_on_login: flag.optional(),
    _authentication: input({
      force_reset: flag.optional(),
      password: text.optional(),
      password_confirmation: text.optional(),
    }).optional(),
  },
  { readOnly: ['id', 'date_created', 'date_modified', 'accepts_marketing', 'form_fields', 'addresses'] },
);
export const legacyCustomerChanges = legacyCustomerInput.partial();

export const legacyAddressInput = input(
  {
    first_name: word,
    last_name: word,
    company: text.optional(),
    street_1: word,
    street_2: text.optional(),
    city: word,
    state: word,
    zip: word,
    country: word,
    phone: word,
    address_type: oneOf('residential', 'commercial').optional(),
  },
  { readOnly: ['id', 'customer_id', 'country_iso2'] },
);
export const legacyAddressChanges = legacyAddressInput.partial();
export const passwordInput = input({ password: word });
