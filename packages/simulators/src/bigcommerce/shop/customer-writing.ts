import type { Doc } from '../records/fields.js';
import type { WrittenCustomer } from './customer-book.js';
import type { Customer } from './people.js';

const nobody = {
  firstName: '',
  lastName: '',
  email: '',
  phone: '',
  street: '',
  city: '',
  region: '',
  regionCode: '',
  postcode: '',
  country: '',
  countryCode: '',
} as const;

/** An account of which nothing is known but its id. */
export const blankCustomer = (id: number): WrittenCustomer => ({
  customer: {
    id,
    number: id - 1,
    person: nobody,
    company: '',
    groupId: 0,
    notes: '',
    storeCredit: 0,
    addressCount: 0,
    taxExempt: false,
  },
  fields: { registration_ip_address: '', tax_exempt_category: '' },
  password: null,
});

/** An account with the values of a checked V3 body. */
export function customerWith({ customer, fields, password }: WrittenCustomer, values: Doc): WrittenCustomer {
  const { email, first_name, last_name, phone, company, notes, customer_group_id, store_credit_amounts, ...rest } =
    values;
  const { authentication, trigger_account_created_notification, addresses, attributes, ...written } = rest;
  const said = (value: unknown, known: string) => (value === undefined ? known : String(value));
  const [credit] = (store_credit_amounts ?? []) as { readonly amount?: unknown }[];
  const { force_password_reset: forced, new_password: secret } = (authentication ?? {}) as Doc;
  const changed: Customer = {
    ...customer,
    person: {
      ...customer.person,
      email: said(email, customer.person.email),
      firstName: said(first_name, customer.person.firstName),
      lastName: said(last_name, customer.person.lastName),
      phone: said(phone, customer.person.phone),
    },
    company: said(company, customer.company),
    notes: said(notes, customer.notes),
    groupId: customer_group_id === undefined ? customer.groupId : Number(customer_group_id),
    storeCredit: credit === undefined ? customer.storeCredit : Number(credit.amount ?? 0),
  };
  return {
    customer: changed,
    fields: {
      ...fields,
      ...written,
      ...(forced === undefined ? {} : { authentication: { force_password_reset: forced === true } }),
    },
    password: secret === undefined ? password : String(secret),
  };
}
