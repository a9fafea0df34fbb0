import type { Addressee } from '../shop/order-model.js';

/** The name-and-address part that billing, shipping and shipments of a V2 order have in common. */
export const addressBody = (person: Addressee, company: string) => ({
  first_name: person.firstName,
  last_name: person.lastName,
  company,
  street_1: person.street,
  street_2: person.street2 ?? '',
  city: person.city,
  state: person.region,
  zip: person.postcode,
  country: person.country,
  country_iso2: person.countryCode,
  phone: person.phone,
  email: person.email,
});
