import { isoZulu } from '../dates.js';
import type { Doc } from '../records/fields.js';
import { createRows, type Rows } from '../records/rows.js';
import { type CustomerEntry, firstWrittenId } from '../shop/customer-book.js';
import { type Customer, createAddress } from '../shop/people.js';
import type { Shop } from '../shop/shop.js';

export const customerBody = (customer: Customer, entry: CustomerEntry): Record<string, unknown> => ({
  id: customer.id,
  authentication: { force_password_reset: false },
  company: customer.company,
  customer_group_id: customer.groupId,
  email: customer.person.email,
  first_name: customer.person.firstName,
  last_name: customer.person.lastName,
  notes: customer.notes,
  phone: customer.person.phone,
  registration_ip_address: customer.number < 10 ? '' : `198.51.100.${customer.number % 254}`,
  tax_exempt_category: customer.taxExempt ? 'Reseller' : '',
  date_created: isoZulu(entry.createdAt),
  date_modified: isoZulu(entry.modifiedAt),
  address_count: entry.parts?.get('addresses')?.all.length ?? customer.addressCount,
  attribute_count: attributesOf(customer, entry).length,
  accepts_product_review_abandoned_cart_emails: true,
  origin_channel_id: 1,
  channel_ids: null,
  ...fieldsOf(entry),
});

/** Form fields come where they are asked for only. */
const fieldsOf = ({ written }: CustomerEntry): Doc => {
  const { form_fields, ...fields } = written?.fields ?? {};
  return fields;
};

/** Room for sixteen addresses a customer. */
const seededAddresses = (seed: number, customer: Customer, { moves }: CustomerEntry): Doc[] =>
  Array.from({ length: customer.addressCount }, (_, position) => {
    const person = createAddress(seed, customer, position);
    return {
      id: customer.id * 16 + position,
      customer_id: customer.id,
      first_name: person.firstName,
      last_name: person.lastName,
      company: customer.company,
      address1: person.street,
      address2: moves > 0 && position === 0 ? `Unit ${moves}` : '',
      city: person.city,
      state_or_province: person.region,
      postal_code: person.postcode,
      country: person.country,
      country_code: person.countryCode,
      phone: person.phone,
      address_type: customer.company ? 'commercial' : 'residential',
    };
  });

export const customerAddresses = (seed: number, customer: Customer, entry: CustomerEntry): readonly Doc[] =>
  entry.parts?.get('addresses')?.all ?? seededAddresses(seed, customer, entry);

/** No more than this many addresses or attributes come inside a customer. */
const embedded = 10;

const seededAttributes = (customer: Customer, entry: CustomerEntry): Doc[] =>
  customer.number % 4 !== 0 || customer.id >= firstWrittenId
    ? []
    : [
        {
          id: customer.id,
          attribute_id: 1,
          attribute_value: 'newsletter',
          customer_id: customer.id,
          date_created: isoZulu(entry.createdAt),
          date_modified: isoZulu(entry.createdAt),
        },
      ];

export const attributesOf = (customer: Customer, entry: CustomerEntry): readonly Doc[] =>
  entry.parts?.get('attributes')?.all ?? seededAttributes(customer, entry);

/** Addresses or attribute values to write to: from now on the account keeps them. */
export function customerRows(
  { customers, seed }: Pick<Shop, 'customers' | 'seed'>,
  entry: CustomerEntry,
  name: 'addresses' | 'attributes',
): Rows {
  const known = entry.parts?.get(name);
  if (known) return known;
  const customer = customers.customer(entry);
  const rows = createRows({
    seed: () => (name === 'addresses' ? seededAddresses(seed, customer, entry) : seededAttributes(customer, entry)),
    nextId: customers.nextId,
  });
  entry.parts ??= new Map();
  entry.parts.set(name, rows);
  return rows;
}

/** What `include` adds, by the word that asks for it. */
export function customerExtras(seed: number, customer: Customer, entry: CustomerEntry, include: ReadonlySet<string>) {
  return {
    ...(include.has('addresses') ? { addresses: customerAddresses(seed, customer, entry).slice(0, embedded) } : {}),
    ...(include.has('storecredit') ? { store_credit_amounts: [{ amount: customer.storeCredit }] } : {}),
    ...(include.has('attributes') ? { attributes: attributesOf(customer, entry).slice(0, embedded) } : {}),
    ...(include.has('formfields') ? { form_fields: entry.written?.fields.form_fields ?? [] } : {}),
    ...(include.has('shopper_profile_id') ? { shopper_profile_id: null } : {}),
    ...(include.has('segment_ids') ? { segment_ids: [] } : {}),
  };
}
