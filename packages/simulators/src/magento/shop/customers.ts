import { createPerson } from '../../people.js';
import { createRandom } from '../../random.js';
import { day, historyStart, minute, orderInstant } from '../clock.js';
import { type Destination, pickDestination } from './destinations.js';

/** Someone's name and where they live. */
export interface Contact {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly company: string | null;
  readonly street: readonly string[];
  readonly place: Destination;
}

export interface Customer {
  readonly id: number;
  readonly contact: Contact;
  readonly groupId: number;
  readonly storeId: number;
  readonly websiteId: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly birthday: string | null;
  readonly taxNumber: string | null;
  readonly isSubscribed: boolean;
  /** A second address beside the default one. */
  readonly hasSecondAddress: boolean;
  /** The whole record as it is served, once anything was written on it over the API; else null. */
  readonly written: Readonly<Record<string, unknown>> | null;
}

const websiteOfView = (storeId: number): number => (storeId <= 2 ? 1 : 2);

const japanese = [
  ['花子', '田中'],
  ['太郎', '佐藤'],
  ['美咲', '鈴木'],
] as const;

const earlyCustomers = 20;
const customersPerOrder = 0.3;

/** Customers that exist when order `index` is placed; order and customer numbers grow together. */
export const customersBefore = (index: number): number => earlyCustomers + Math.floor(index * customersPerOrder);

/** A shopper of a store view; `number` makes the e-mail address unique. */
export function createContact(seed: number, salt: number, number: number, storeId: number): Contact {
  const random = createRandom(seed, salt);
  const person = createPerson(random, number);
  const [firstName, lastName] =
    storeId === 5 && random.chance(0.7) ? random.pick(japanese) : [person.firstName, person.lastName];
  return {
    firstName,
    lastName,
    email: person.email,
    phone: person.phone,
    company: random.chance(0.1) ? `${person.lastName} & Co` : null,
    street: random.chance(0.3) ? [person.street, `Unit ${random.int(1, 40)}`] : [person.street],
    place: pickDestination(random, storeId),
  };
}

/** Customer `index` (from 0) of a shop with `orders` orders in its history. */
export function createCustomer(seed: number, index: number, orders: number): Customer {
  const random = createRandom(seed, 3_000_001 + index);
  const storeId = random.weighted([
    [1, 46],
    [2, 10],
    [3, 28],
    [4, 10],
    [5, 6],
  ]);
  const firstOrder = Math.floor((index - earlyCustomers) / customersPerOrder);
  const createdAt =
    index < earlyCustomers
      ? historyStart - random.int(1, 400) * day
      : orderInstant(seed, Math.min(firstOrder, orders - 1), orders) - random.int(1, 20) * minute;
  const blankBirthday = random.chance(0.02) ? '0000-00-00' : null;
  return {
    id: index + 1,
    contact: createContact(seed, 4_000_001 + index, index + 1, storeId),
    groupId: random.weighted([
      [1, 90],
      [2, 5],
      [3, 5],
    ]),
    storeId,
    websiteId: websiteOfView(storeId),
    createdAt,
    updatedAt: createdAt + random.int(0, 15) * minute,
    birthday: random.chance(0.2) ? `19${random.int(50, 99)}-0${random.int(1, 9)}-1${random.int(0, 9)}` : blankBirthday,
    taxNumber: random.chance(0.08) ? `${random.int(10_000_000_000, 99_999_999_999)}` : null,
    isSubscribed: random.chance(0.4),
    hasSecondAddress: random.chance(0.2),
    written: null,
  };
}
