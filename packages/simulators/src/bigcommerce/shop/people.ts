import { createPerson, type Person } from '../../people.js';
import type { Random } from '../../random.js';
import { day, historyStart } from './clock.js';
import { randomFor } from './salts.js';

/** Nobody in the shared list lives in Japan; the shop's yen orders need somebody who does. */
const tokyo = {
  city: '東京',
  region: '東京都',
  regionCode: '13',
  postcode: '100-0001',
  country: 'Japan',
  countryCode: 'JP',
  street: '千代田1-1',
} as const;

export function createShopper(random: Random, number: number): Person {
  const person = createPerson(random, number);
  return random.chance(0.04) ? { ...person, ...tokyo, firstName: '太郎', lastName: '山田' } : person;
}

export interface Customer {
  readonly id: number;
  readonly number: number;
  readonly person: Person;
  readonly company: string;
  readonly groupId: number;
  readonly notes: string;
  readonly storeCredit: number;
  readonly addressCount: number;
  readonly taxExempt: boolean;
}

/** Customers of the shop when it has `orders` orders: seven new ones arrive with every twenty orders. */
export const customersAt = (orders: number): number => 10 + Math.floor((orders * 7) / 20);

/** The number of the order in whose second customer `number` joined; below zero for those who were there before. */
export const bringingOrder = (number: number): number => Math.ceil(((number - 9) * 20) / 7) - 1;

/** Early customers joined before the history that the shop shows. */
export const earlyJoinedAt = (number: number): number => historyStart - (11 - number) * day;

/** Deleted accounts: their orders keep the customer id, the customer list does not have it. */
export const isDeletedCustomer = (number: number): boolean => number % 83 === 17;

export const customerId = (number: number): number => 1 + number;

export function createCustomer(seed: number, number: number): Customer {
  const random = randomFor(seed, 'customer', number);
  const person = createShopper(random, number);
  return {
    id: customerId(number),
    number,
    person: random.chance(0.2) ? { ...person, phone: '' } : person,
    company: random.chance(0.12) ? `${person.lastName} & Co` : '',
    groupId: random.weighted([
      [0, 80],
      [1, 15],
      [2, 5],
    ]),
    notes: random.chance(0.05) ? 'Prefers morning deliveries.' : '',
    storeCredit: random.chance(0.06) ? random.int(5, 90) : 0,
    addressCount: random.weighted([
      [0, 6],
      [1, 70],
      [2, 20],
      [13, 1],
    ]),
    taxExempt: random.chance(0.02),
  };
}

/** Address `position` of a customer; the first is where the customer lives. */
export function createAddress(seed: number, customer: Customer, position: number): Person {
  const { person } = customer;
  if (position === 0) return person;
  const random = randomFor(seed, 'address', customer.number * 16 + position);
  const elsewhere = createPerson(random, customer.number);
  return { ...elsewhere, firstName: person.firstName, lastName: person.lastName, email: person.email };
}

export const customerGroups = [
  { id: 1, name: 'Friends of the shop', isDefault: false, discount: '5.0000' },
  { id: 2, name: 'Wholesale', isDefault: false, discount: '25.0000' },
] as const;
