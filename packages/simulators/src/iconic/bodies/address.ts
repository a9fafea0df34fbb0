import type { Person } from '../../people.js';
import type { OrderRecord } from '../shop/order.js';
import type { Traits } from './traits.js';

const mask = '#####';

const shownEmail = (person: Person, traits: Traits) =>
  traits.email === 'shown' ? person.email : traits.email === 'masked' ? mask : '';

/** Five lines, the trailing ones empty. */
const lines = (...filled: string[]) => [...filled, '', '', '', '', ''].slice(0, 5);

function addressBody(person: Person, traits: Traits, street: string) {
  const place = {
    city: person.city,
    ward: '',
    region: person.region,
    postCode: person.postcode,
    country: person.country,
  };
  if (traits.anonymized) {
    return { firstName: null, lastName: null, phone: [mask], address: lines(mask), email: mask, ...place };
  }
  return {
    firstName: person.firstName,
    lastName: traits.lastNameMissing ? null : person.lastName,
    phone: traits.phoneMasked ? [mask] : [person.phone, ''],
    address: street.startsWith('1') ? lines('Unit 3', street) : lines(street),
    email: shownEmail(person, traits),
    ...place,
  };
}

export const customerBody = (person: Person, traits: Traits) => ({
  firstName: traits.anonymized ? null : person.firstName,
  lastName: traits.anonymized || traits.lastNameMissing ? null : person.lastName,
});

export const addressesBody = (order: OrderRecord, person: Person, traits: Traits) => ({
  billing: traits.billingMissing ? null : addressBody(person, traits, person.street),
  shipping: addressBody(person, traits, order.correctedStreet ?? person.street),
});
