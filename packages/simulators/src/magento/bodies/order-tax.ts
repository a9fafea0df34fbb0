import { type Money, moneyNumber } from '../../money.js';
import type { Sale } from '../sales/sale.js';
import { sum } from '../shop/pricing.js';
import type { AppliedRate } from '../shop/taxes.js';
import type { Body } from './body.js';

interface Share {
  readonly rate: AppliedRate;
  readonly order: Money;
  readonly base: Money;
}

const appliedTax = ({ rate, order, base }: Share): Body => ({
  code: rate.code,
  title: rate.title,
  percent: rate.percent,
  amount: moneyNumber(order),
  base_amount: moneyNumber(base),
  extension_attributes: { rates: [{ code: rate.code, title: rate.title, percent: rate.nominal }] },
});

const sharesOf = (
  rates: readonly AppliedRate[],
  taxes: { readonly order: readonly Money[]; readonly base: readonly Money[] },
): Share[] => rates.map((rate, index) => ({ rate, order: taxes.order[index] ?? 0, base: taxes.base[index] ?? 0 }));

/** The order's tax by rate, by row, and in the newer `taxes` table. */
export function orderTaxBodies(sale: Sale): Body {
  const { shipping } = sale;
  const rows = sale.lines
    .map(line => ({ line, shares: sharesOf(line.rates, line.rateTaxes) }))
    .filter(row => row.shares.length > 0);
  const money = shipping?.money;
  const shippingShares =
    shipping && money ? sharesOf(shipping.rates, { order: money.order.rateTaxes, base: money.base.rateTaxes }) : [];
  const byCode = new Map<string, Share[]>();
  for (const share of [...rows.flatMap(row => row.shares), ...shippingShares]) {
    byCode.set(share.rate.code, [...(byCode.get(share.rate.code) ?? []), share]);
  }
  const totals = [...byCode.values()].flatMap(shares => {
    const [first] = shares;
    return first
      ? [{ rate: first.rate, order: sum(shares.map(share => share.order)), base: sum(shares.map(share => share.base)) }]
      : [];
  });
  const whole = sale.totals;
  return {
    applied_taxes: totals.map(appliedTax),
    item_applied_taxes: [
      ...rows.map(({ line, shares }) => ({ type: 'product', item_id: line.id, applied_taxes: shares.map(appliedTax) })),
      ...(shippingShares.length > 0 ? [{ type: 'shipping', applied_taxes: shippingShares.map(appliedTax) }] : []),
    ],
    converting_from_quote: true,
    taxes: totals.map(({ rate, base }, index) => ({
      tax_id: sale.id * 10 + index,
      order_id: sale.id,
      code: rate.code,
      title: rate.title,
      percent: rate.percent,
      // The combined tax of all rates, on every row; `base_real_amount` is the rate's own.
      amount: moneyNumber(whole.order.tax),
      base_amount: moneyNumber(whole.base.tax),
      base_real_amount: moneyNumber(base),
      priority: rate.priority,
      position: index,
      process: 0,
    })),
    additional_itemized_taxes: [],
  };
}
