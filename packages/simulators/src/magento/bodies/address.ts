import type { Sale } from '../sales/sale.js';
import type { Customer } from '../shop/customers.js';
import type { Body } from './body.js';

const region = (place: Customer['contact']['place']): Body =>
  place.region === null ? {} : { region: place.region, region_code: place.regionCode, region_id: place.regionId };

/** Billing and shipping addresses of an order take two ids. */
export const addressId = (saleId: number, type: 'billing' | 'shipping'): number =>
  saleId * 2 - (type === 'billing' ? 1 : 0);

export function orderAddressBody(sale: Sale, type: 'billing' | 'shipping'): Body {
  const { contact } = sale;
  return {
    address_type: type,
    city: contact.place.city,
    company: contact.company ?? undefined,
    country_id: contact.place.countryId,
    customer_address_id: sale.customerId === null ? undefined : sale.customerId * 2 - 1,
    email: sale.email,
    entity_id: addressId(sale.id, type),
    firstname: contact.firstName,
    lastname: contact.lastName,
    parent_id: sale.id,
    // Required by its documentation type, so it is sent even where a country has none.
    postcode: contact.place.postcode,
    ...region(contact.place),
    street: contact.street,
    telephone: contact.phone,
    ...sale.addresses[type],
  };
}

export function customerAddressBodies(customer: Customer): Body[] {
  const { contact } = customer;
  const { place } = contact;
  const base = {
    customer_id: customer.id,
    region: { region_code: place.regionCode, region: place.region, region_id: place.regionId ?? 0 },
    region_id: place.regionId ?? 0,
    country_id: place.countryId,
    street: contact.street,
    company: contact.company ?? undefined,
    telephone: contact.phone,
    postcode: place.postcode ?? undefined,
    city: place.city,
    firstname: contact.firstName,
    lastname: contact.lastName,
  };
  const first = { id: customer.id * 2 - 1, ...base, default_shipping: true, default_billing: true };
  if (!customer.hasSecondAddress) return [first];
  return [first, { id: customer.id * 2, ...base, street: ['PO Box 12'], vat_id: customer.taxNumber ?? undefined }];
}
