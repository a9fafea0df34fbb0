import { type Money, percentOf, taxWithin } from '../../money.js';

export interface TaxRate {
  readonly id: number;
  readonly name: string;
  readonly percent: number;
  /** Rates of one priority add up; a higher priority is charged on top of the lower ones. */
  readonly priority: number;
}

export interface TaxZone {
  readonly id: number;
  readonly name: string;
  readonly countryCode: string;
  readonly regionCode: string | null;
  /** True where shoppers see, and the order is computed from, prices that include tax. */
  readonly inclusive: boolean;
  readonly rates: readonly TaxRate[];
}

const zone = (
  id: number,
  name: string,
  place: readonly [string, string | null],
  inclusive: boolean,
  rates: readonly TaxRate[],
): TaxZone => ({ id, name, countryCode: place[0], regionCode: place[1], inclusive, rates });

const rate = (id: number, name: string, percent: number, priority = 1): TaxRate => ({ id, name, percent, priority });

export const exportZone = zone(1, 'Default Tax Zone', ['', null], true, []);

export const taxZones: readonly TaxZone[] = [
  exportZone,
  zone(2, 'Australia', ['AU', null], true, [rate(1, 'GST', 10)]),
  zone(3, 'New Zealand', ['NZ', null], true, [rate(2, 'NZ GST', 15)]),
  zone(4, 'Texas', ['US', 'TX'], false, [rate(3, 'Texas State Tax', 6.25), rate(4, 'Austin City Tax', 2)]),
  zone(5, 'California', ['US', 'CA'], false, [
    rate(5, 'California State Tax', 7.25),
    rate(6, 'District Levy', 1.375, 2),
  ]),
  zone(6, 'United Kingdom', ['GB', null], true, [rate(7, 'VAT', 20)]),
  zone(7, 'Japan', ['JP', null], true, [rate(8, '消費税', 10)]),
];

/** Where no zone fits, nothing is taxed. */
export const zoneFor = (countryCode: string, regionCode: string): TaxZone =>
  taxZones.find(
    candidate =>
      candidate.countryCode === countryCode && (candidate.regionCode === null || candidate.regionCode === regionCode),
  ) ?? exportZone;

/** Class 0 is the implicit default and is not listed by the API. */
export const taxClasses = [
  { id: 1, name: 'Non-Taxable Products' },
  { id: 2, name: 'Shipping' },
  { id: 3, name: 'Gift Wrapping' },
] as const;

/** What a rate has a percentage for: the classes, and the implicit default. */
export const taxClassIds: readonly number[] = [0, ...taxClasses.map(({ id }) => id)];

export interface ListedRate {
  readonly rate: TaxRate;
  readonly zone: TaxZone;
  readonly enabled: boolean;
}

const australia = taxZones[1] as TaxZone;

/** Rates in force, and one that was switched off and taxes nothing any more. */
export const listedRates: readonly ListedRate[] = [
  ...taxZones.flatMap(zone => zone.rates.map(rate => ({ rate, zone, enabled: true }))),
  { rate: rate(9, 'Container Levy', 0.5, 2), zone: australia, enabled: false },
];

/** How amounts of one order are taxed. `entered` amounts are on the side that `inclusive` names. */
export interface Taxing {
  readonly inclusive: boolean;
  readonly rates: readonly TaxRate[];
  readonly decimals: number;
}

export interface TaxPart {
  readonly rate: TaxRate;
  readonly amount: Money;
}

export const sumOf = (amounts: Iterable<Money>): Money => {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return sum;
};

export const taxOf = (parts: readonly TaxPart[]): Money => sumOf(parts.map(part => part.amount));

/** The taxes on an entered amount, a part a rate. Inclusive zones have one rate. */
export function taxParts(entered: Money, { inclusive, rates, decimals }: Taxing): TaxPart[] {
  if (inclusive) return rates.map(rate => ({ rate, amount: taxWithin(entered, rate.percent, decimals) }));
  const first = rates
    .filter(rate => rate.priority === 1)
    .map(rate => ({ rate, amount: percentOf(entered, rate.percent, decimals) }));
  const compounded = entered + taxOf(first);
  const second = rates
    .filter(rate => rate.priority === 2)
    .map(rate => ({ rate, amount: percentOf(compounded, rate.percent, decimals) }));
  return [...first, ...second];
}

/** One amount without tax, with tax, and the parts of that tax. */
export interface Taxed {
  readonly entered: Money;
  readonly ex: Money;
  readonly inc: Money;
  readonly parts: readonly TaxPart[];
}

export function taxed(entered: Money, taxing: Taxing): Taxed {
  const parts = taxParts(entered, taxing);
  const tax = taxOf(parts);
  return taxing.inclusive
    ? { entered, ex: entered - tax, inc: entered, parts }
    : { entered, ex: entered, inc: entered + tax, parts };
}

/** Unit amounts, times a quantity: the platform multiplies units and does not round the line anew. */
export const times = (unit: Taxed, quantity: number): Taxed => ({
  entered: unit.entered * quantity,
  ex: unit.ex * quantity,
  inc: unit.inc * quantity,
  parts: unit.parts.map(part => ({ rate: part.rate, amount: part.amount * quantity })),
});
