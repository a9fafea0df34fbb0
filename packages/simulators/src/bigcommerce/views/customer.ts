import { isoZulu } from '../dates.js';
import type { CustomerEntry } from '../shop/customer-book.js';
import { type Customer, createAddress } from '../shop/people.js';

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
  address_count: customer.addressCount,
  attribute_count: customer.number % 4 === 0 ? 1 : 0,
  accepts_product_review_abandoned_cart_emails: true,
  origin_channel_id: 1,
  channel_ids: null,
});

/** Room for sixteen addresses a customer. */
export const customerAddresses = (
  seed: number,
  customer: Customer,
  { moves }: Pick<CustomerEntry, 'moves'>,
): Record<string, unknown>[] =>
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

/** No more than this many addresses or attributes come inside a customer. */
const embedded = 10;

const attribute = (customer: Customer, entry: CustomerEntry) => ({
  id: customer.id,
  attribute_id: 1,
  attribute_value: 'newsletter',
  customer_id: customer.id,
  date_created: isoZulu(entry.createdAt),
  date_modified: isoZulu(entry.createdAt),
});

/** What `include` adds, by the word that asks for it. */
export function customerExtras(seed: number, customer: Customer, entry: CustomerEntry, include: ReadonlySet<string>) {
  return {
    ...(include.has('addresses') ? { addresses: customerAddresses(seed, customer, entry).slice(0, embedded) } : {}),
    ...(include.has('storecredit') ? { store_credit_amounts: [{ amount: customer.storeCredit }] } : {}),
    ...(include.has('attributes') ? { attributes: customer.number % 4 === 0 ? [attribute(customer, entry)] : [] } : {}),
    ...(include.has('formfields') ? { form_fields: [] } : {}),
    ...(include.has('shopper_profile_id') ? { shopper_profile_id: null } : {}),
    ...(include.has('segment_ids') ? { segment_ids: [] } : {}),
  };
}
