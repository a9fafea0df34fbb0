import type { Random } from './random.js';

/** A made-up shopper, the same in every shop so that the shops are comparable. All names and domains are fictional. */
export interface Person {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly street: string;
  readonly city: string;
  readonly region: string;
  readonly regionCode: string;
  readonly postcode: string;
  readonly country: string;
  readonly countryCode: string;
}

const firstNames = [
  'Ava',
  'Noah',
  'Mia',
  'Liam',
  'Zoë',
  'Lucas',
  'Isla',
  'Ethan',
  'Chloé',
  'Jack',
  'Aisha',
  'Oliver',
  'Mei',
  'William',
  'Sofía',
  'Henry',
  'Ngaire',
  'Arjun',
  'Grace',
  'Søren',
];
const lastNames = [
  'Smith',
  'Nguyen',
  'Williams',
  'O’Brien',
  'Brown',
  'Singh',
  'Taylor',
  'Müller',
  'Wilson',
  'García',
  'Martin',
  'Chen',
  'Anderson',
  'Kowalski',
  'Thompson',
  'de la Cruz',
  'White',
  'Papadopoulos',
  'King',
  'Tanaka',
];
const streets = [
  'George Street',
  'Queen Street',
  'Church Lane',
  'Station Road',
  'Victoria Parade',
  'Elizabeth Street',
  'Harbour Terrace',
  'Mill Close',
];
const places = [
  ['Sydney', 'New South Wales', 'NSW', '2000', 'Australia', 'AU'],
  ['Melbourne', 'Victoria', 'VIC', '3000', 'Australia', 'AU'],
  ['Brisbane', 'Queensland', 'QLD', '4000', 'Australia', 'AU'],
  ['Auckland', 'Auckland', 'AUK', '1010', 'New Zealand', 'NZ'],
  ['Austin', 'Texas', 'TX', '78701', 'United States', 'US'],
  ['San Francisco', 'California', 'CA', '94103', 'United States', 'US'],
  ['London', 'Greater London', 'LND', 'SW1A 1AA', 'United Kingdom', 'GB'],
  ['Berlin', 'Berlin', 'BE', '10115', 'Germany', 'DE'],
] as const;

/** Makes a person; `countries` limits where they may live. */
export function createPerson(random: Random, number: number, countries?: readonly string[]): Person {
  const firstName = random.pick(firstNames);
  const lastName = random.pick(lastNames);
  const [city, region, regionCode, postcode, country, countryCode] = random.pick(
    countries ? places.filter(place => countries.includes(place[5])) : places,
  );
  const mailbox = `${firstName}.${lastName}`
    .normalize('NFD')
    .replace(/[^a-zA-Z.]/g, '')
    .toLowerCase();
  return {
    firstName,
    lastName,
    email: `${mailbox}.${number}@shopper.example`,
    phone: `0${random.int(200_000_000, 499_999_999)}`,
    street: `${random.int(1, 240)} ${random.pick(streets)}`,
    city,
    region,
    regionCode,
    postcode,
    country,
    countryCode,
  };
}
