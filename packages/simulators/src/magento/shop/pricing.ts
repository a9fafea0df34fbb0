import { type Money, percentOf, roundTo } from '../../money.js';
import type { AppliedRate } from './taxes.js';

/** Every amount of a sale exists twice: in the currency that was charged and in the website's base currency. */
export type Role = 'order' | 'base';
export type Two<T> = Readonly<Record<Role, T>>;

export const roles = ['order', 'base'] as const;

export const both = <T>(make: (role: Role) => T): Two<T> => ({ order: make('order'), base: make('base') });

export interface UnitMoney {
  readonly price: Money;
  readonly priceInclTax: Money;
  /** As in the catalog: with tax where the catalog's prices include it. */
  readonly originalPrice: Money;
  readonly fixedTax: Money;
}

/** The amounts of a row that are split when it is invoiced or refunded in parts. */
export interface RowMoney {
  readonly rowTotal: Money;
  readonly rowTotalInclTax: Money;
  readonly discount: Money;
  readonly tax: Money;
  readonly taxBeforeDiscount: Money;
  /** The tax contained in a discount off a price that includes tax. */
  readonly compensation: Money;
  readonly fixedTax: Money;
}

export interface PricedRow {
  readonly unit: UnitMoney;
  readonly row: RowMoney;
  /** Tax by rate, in the order of the rates; sums to `row.tax`. */
  readonly rateTaxes: readonly Money[];
}

export const noRow: RowMoney = {
  rowTotal: 0,
  rowTotalInclTax: 0,
  discount: 0,
  tax: 0,
  taxBeforeDiscount: 0,
  compensation: 0,
  fixedTax: 0,
};

export const sum = (amounts: readonly Money[]): Money => amounts.reduce((left, right) => left + right, 0);

export const mapRow = (make: (key: keyof RowMoney) => Money): RowMoney => ({
  rowTotal: make('rowTotal'),
  rowTotalInclTax: make('rowTotalInclTax'),
  discount: make('discount'),
  tax: make('tax'),
  taxBeforeDiscount: make('taxBeforeDiscount'),
  compensation: make('compensation'),
  fixedTax: make('fixedTax'),
});

export const sumRows = (rows: readonly RowMoney[]): RowMoney => mapRow(key => sum(rows.map(row => row[key])));

/** The part of `amount` for units `before` … `before + now` of `ordered`: parts always add up to the whole. */
export function portion(amount: Money, before: number, now: number, ordered: number, decimals: number): Money {
  const upTo = (quantity: number) => (quantity === ordered ? amount : roundTo((amount * quantity) / ordered, decimals));
  return upTo(before + now) - upTo(before);
}

/** The tax contained in a price that includes it, rounded on its own. */
export const containedTax = (inclusive: Money, percent: number, decimals: number): Money =>
  roundTo((inclusive * percent) / (100 + percent), decimals);

export interface PriceInput {
  readonly unitPrice: Money;
  readonly regularPrice: Money;
  readonly quantity: number;
  readonly rates: readonly AppliedRate[];
  /** Off the whole row, with tax where prices include tax. */
  readonly discount: Money;
  readonly fixedTax: Money;
  readonly decimals: number;
}

/** Prices exclude tax: each rate is rounded on the row after discount. */
export function priceExclusive(input: PriceInput): PricedRow {
  const { unitPrice, quantity, rates, discount, decimals } = input;
  const rowTotal = unitPrice * quantity;
  const taxOn = (amount: Money) => rates.map(rate => percentOf(amount, rate.percent, decimals));
  const rateTaxes = taxOn(rowTotal - discount);
  const taxBeforeDiscount = sum(taxOn(rowTotal));
  return {
    unit: {
      price: unitPrice,
      priceInclTax: unitPrice + sum(taxOn(unitPrice)),
      originalPrice: input.regularPrice,
      fixedTax: input.fixedTax,
    },
    row: {
      rowTotal,
      rowTotalInclTax: rowTotal + taxBeforeDiscount,
      discount,
      tax: sum(rateTaxes),
      taxBeforeDiscount,
      compensation: 0,
      fixedTax: input.fixedTax * quantity,
    },
    rateTaxes,
  };
}

/** Prices include tax, "unit price" algorithm: the tax is taken out of each unit, before and after its discount. */
export function priceInclusive(input: PriceInput): PricedRow {
  const { unitPrice, quantity, discount, decimals } = input;
  const percent = input.rates[0]?.percent ?? 0;
  const unitTax = containedTax(unitPrice, percent, decimals);
  const taxedUnitTax = discount === 0 ? unitTax : containedTax(unitPrice - discount / quantity, percent, decimals);
  const price = unitPrice - unitTax;
  const tax = taxedUnitTax * quantity;
  return {
    unit: { price, priceInclTax: unitPrice, originalPrice: input.regularPrice, fixedTax: input.fixedTax },
    row: {
      rowTotal: price * quantity,
      rowTotalInclTax: unitPrice * quantity,
      discount,
      tax,
      taxBeforeDiscount: unitTax * quantity,
      compensation: unitTax * quantity - tax,
      fixedTax: input.fixedTax * quantity,
    },
    rateTaxes: input.rates.length === 0 ? [] : [tax],
  };
}
