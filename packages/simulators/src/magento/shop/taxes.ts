import type { Destination } from './destinations.js';

export interface TaxRate {
  readonly id: number;
  readonly countryId: string;
  /** 0 stands for the whole country. */
  readonly regionId: number;
  readonly regionName: string | null;
  readonly percent: number;
  readonly code: string;
  readonly title: string;
}

export interface TaxRule {
  readonly id: number;
  readonly code: string;
  /** A higher number compounds on the taxes of the lower ones. */
  readonly priority: number;
  readonly customerClassIds: readonly number[];
  readonly productClassIds: readonly number[];
  readonly rateIds: readonly number[];
}

/** A rate as it falls on one sale. `percent` is the effective one, at 4 places, when rules compound. */
export interface AppliedRate {
  readonly id: number;
  readonly code: string;
  readonly title: string;
  readonly nominal: number;
  readonly percent: number;
  readonly priority: number;
}

export const taxClasses = [
  { id: 2, name: 'Taxable Goods', type: 'PRODUCT' },
  { id: 3, name: 'Retail Customer', type: 'CUSTOMER' },
  { id: 4, name: 'Shipping', type: 'PRODUCT' },
  { id: 5, name: 'Printed Matter', type: 'PRODUCT' },
  { id: 6, name: 'Tax Exempt', type: 'CUSTOMER' },
] as const;

export const shippingTaxClass = 4;
const retail = 3;
const exempt = 6;

export const taxRates: readonly TaxRate[] = [
  { id: 1, countryId: 'AU', regionId: 0, regionName: null, percent: 10, code: 'AU-*-*-GST', title: 'GST' },
  { id: 2, countryId: 'NZ', regionId: 0, regionName: null, percent: 15, code: 'NZ-*-*-GST', title: 'GST (NZ)' },
  {
    id: 3,
    countryId: 'US',
    regionId: 57,
    regionName: 'Texas',
    percent: 6.25,
    code: 'US-TX-*-State',
    title: 'Texas Sales Tax',
  },
  {
    id: 4,
    countryId: 'US',
    regionId: 57,
    regionName: 'Texas',
    percent: 2,
    code: 'US-TX-*-City',
    title: 'Austin City Tax',
  },
  {
    id: 5,
    countryId: 'US',
    regionId: 12,
    regionName: 'California',
    percent: 7.25,
    code: 'US-CA-*-Rate 1',
    title: 'California Sales Tax',
  },
  { id: 6, countryId: 'CA', regionId: 0, regionName: null, percent: 5, code: 'CA-*-*-GST', title: 'GST (CA)' },
  { id: 7, countryId: 'CA', regionId: 76, regionName: 'Quebec', percent: 9.975, code: 'CA-QC-*-QST', title: 'QST' },
  {
    id: 8,
    countryId: 'DE',
    regionId: 0,
    regionName: null,
    percent: 19,
    code: 'DE-*-*-USt',
    title: 'Umsatzsteuer 19 %',
  },
  {
    id: 9,
    countryId: 'DE',
    regionId: 0,
    regionName: null,
    percent: 7,
    code: 'DE-*-*-USt-7',
    title: 'Umsatzsteuer 7 %',
  },
  { id: 10, countryId: 'GB', regionId: 0, regionName: null, percent: 20, code: 'GB-*-*-VAT', title: 'VAT' },
  { id: 11, countryId: 'IE', regionId: 0, regionName: null, percent: 23, code: 'IE-*-*-VAT', title: 'VAT (IE)' },
  { id: 12, countryId: 'JP', regionId: 0, regionName: null, percent: 10, code: 'JP-*-*-CT', title: '消費税' },
];

export const taxRules: readonly TaxRule[] = [
  {
    id: 1,
    code: 'Goods',
    priority: 0,
    customerClassIds: [retail],
    productClassIds: [2],
    rateIds: [1, 2, 3, 4, 5, 6, 8, 10, 11, 12],
  },
  { id: 2, code: 'Quebec on top', priority: 1, customerClassIds: [retail], productClassIds: [2], rateIds: [7] },
  {
    id: 3,
    code: 'Printed matter',
    priority: 0,
    customerClassIds: [retail],
    productClassIds: [5],
    rateIds: [1, 2, 3, 4, 6, 9, 11, 12],
  },
  {
    id: 4,
    code: 'Shipping',
    priority: 0,
    customerClassIds: [retail],
    productClassIds: [shippingTaxClass],
    rateIds: [1, 2, 8, 10, 11, 12],
  },
];

export const customerGroups = [
  { id: 0, code: 'NOT LOGGED IN', taxClassId: retail, taxClassName: 'Retail Customer' },
  { id: 1, code: 'General', taxClassId: retail, taxClassName: 'Retail Customer' },
  { id: 2, code: 'Wholesale', taxClassId: exempt, taxClassName: 'Tax Exempt' },
  { id: 3, code: 'Retailer', taxClassId: retail, taxClassName: 'Retail Customer' },
] as const;

const roundPercent = (percent: number): number => Math.round(percent * 10_000) / 10_000;

const cached = new Map<string, readonly AppliedRate[]>();

/** The rates that fall on a product class at a place: equal priorities add up, a higher one compounds. */
export function ratesFor(place: Destination, productClassId: number, groupId: number): readonly AppliedRate[] {
  const key = `${place.countryId}/${place.regionId}/${productClassId}/${groupId}`;
  const known = cached.get(key);
  if (known) return known;
  const customerClassId = customerGroups.find(group => group.id === groupId)?.taxClassId ?? retail;
  const matching = taxRules
    .filter(rule => rule.customerClassIds.includes(customerClassId) && rule.productClassIds.includes(productClassId))
    .sort((left, right) => left.priority - right.priority);
  const applied: AppliedRate[] = [];
  for (const rule of matching) {
    const below = applied.filter(rate => rate.priority < rule.priority).reduce((sum, rate) => sum + rate.percent, 0);
    for (const rate of taxRates) {
      const here = rate.countryId === place.countryId && (rate.regionId === 0 || rate.regionId === place.regionId);
      if (!here || !rule.rateIds.includes(rate.id)) continue;
      const percent = roundPercent(rate.percent * (1 + below / 100));
      applied.push({
        id: rate.id,
        code: rate.code,
        title: rate.title,
        nominal: rate.percent,
        percent,
        priority: rule.priority,
      });
    }
  }
  cached.set(key, applied);
  return applied;
}

export const totalPercent = (rates: readonly AppliedRate[]): number =>
  roundPercent(rates.reduce((sum, rate) => sum + rate.percent, 0));
