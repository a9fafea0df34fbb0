import {
  compare,
  currencyDecimals,
  isZero,
  type ModelRecord,
  type Order,
  type Payout,
  type Refund,
} from '@cartograph/core';

/** What can happen to the money of a shop, with how a record shows it. */
const orderCases: Readonly<Record<string, (order: Order) => boolean>> = {
  'no decimals': ({ currency }) => currencyDecimals(currency) === 0,
  'two decimals': ({ currency }) => currencyDecimals(currency) === 2,
  'three decimals': ({ currency }) => currencyDecimals(currency) === 3,
  'tax included': ({ taxInclusive, totals }) => taxInclusive === true && !isZero(totals.tax),
  'tax that is not told to be included': ({ taxInclusive, totals }) => taxInclusive !== true && !isZero(totals.tax),
  'no tax': ({ totals }) => isZero(totals.tax),
  'a discount': ({ lines }) => lines.some(({ discount }) => !isZero(discount)),
  'a discount on shipping': ({ charges }) => charges.some(({ discount }) => !isZero(discount)),
  shipping: ({ charges }) => charges.some(({ type, net }) => type === 'shipping' && !isZero(net)),
  'a variant of a product': ({ lines }) =>
    lines.some(({ productId, variantId }) => variantId !== null && variantId !== productId),
  'several units on a line': ({ lines }) => lines.some(({ quantity }) => compare(quantity, '1') > 0),
  'canceled units beside others': ({ lines }) =>
    lines.some(({ quantityCanceled }) => !isZero(quantityCanceled ?? '0')) &&
    lines.some(({ quantity, quantityCanceled }) => quantityCanceled !== quantity),
  'a canceled order': ({ status }) => status === 'canceled',
  'an adjustment': ({ adjustments }) => adjustments.length > 0,
};

const refundCases: Readonly<Record<string, (refund: Refund, order: Order | undefined) => boolean>> = {
  'a refund in part': ({ amount }, order) => order !== undefined && compare(amount, order.totals.grand) < 0,
  'a refund in full': ({ amount }, order) => amount === order?.totals.grand,
  'a refund with an adjustment': ({ adjustment }) => !isZero(adjustment),
  'a refund of shipping': ({ charges }) => charges.some(({ type }) => type === 'shipping'),
};

const payoutCases = ({ remainders }: Payout): string[] => [
  'a payout',
  ...remainders.map(({ reason }) => `a payout with the remainder ${reason}`),
];

/** The cases that are among the records: what a made-up shop is worth as a witness. */
export function moneyCases(records: readonly ModelRecord[]): ReadonlySet<string> {
  const orders = new Map(records.flatMap(made => (made.resource === 'orders' ? [[made.record.id, made.record]] : [])));
  return new Set(
    records.flatMap(made => {
      if (made.resource === 'orders') return holding(orderCases, made.record);
      if (made.resource === 'refunds') return holding(refundCases, made.record, orders.get(made.record.orderId));
      if (made.resource === 'payouts') return payoutCases(made.record);
      return made.resource === 'payments' ? [`paid by ${made.record.type}`] : [];
    }),
  );
}

const holding = <Values extends readonly unknown[]>(
  cases: Readonly<Record<string, (...values: Values) => boolean>>,
  ...values: Values
): string[] =>
  Object.entries(cases)
    .filter(([, holds]) => holds(...values))
    .map(([name]) => name);
