import { always, amount, derived, mapper } from '@cartograph/connector-kit';
import { type Adjustment, type Decimal, isZero, type OrderTotals, subtract, sum } from '@cartograph/core';
import { isTaxInclusive } from '../native/line-amounts.js';
import type { NativeOrder } from '../native/order.js';
import type { OrderBody } from '../native/order-body.js';
import { feesOf } from './charges.js';
import { money } from './money.js';
import type { PricedLine } from './priced-line.js';
import { paidOf, type Tender } from './tender.js';

export interface OrderWithLines {
  readonly body: OrderBody;
  readonly lines: readonly PricedLine[];
  readonly tender: Tender;
  readonly refunded: Decimal | null;
}

/** The order's tax before any discount; each part states what it costs with and without. */
const taxBeforeDiscounts = (order: NativeOrder): Decimal =>
  sum([
    subtract(money(order, 'subtotal_inc_tax'), money(order, 'subtotal_ex_tax')),
    subtract(money(order, 'shipping_cost_inc_tax'), money(order, 'shipping_cost_ex_tax')),
    subtract(money(order, 'handling_cost_inc_tax'), money(order, 'handling_cost_ex_tax')),
    subtract(money(order, 'wrapping_cost_inc_tax'), money(order, 'wrapping_cost_ex_tax')),
    ...feesOf(order).map(fee => money(fee, 'cost_tax')),
  ]);

/** Where prices include tax so do the header's discounts: the tax that they took away is not part of them. */
function discountOf(order: NativeOrder): Decimal {
  const stated = sum([money(order, 'discount_amount'), money(order, 'coupon_discount')]);
  if (isZero(stated) || !isTaxInclusive(order)) return stated;
  return subtract(stated, subtract(taxBeforeDiscounts(order), money(order, 'total_tax')));
}

const surplusOf = (lines: readonly PricedLine[]): Decimal => sum(lines.map(({ surplus }) => surplus));

export const roundingOf = ({ lines }: OrderWithLines): Adjustment[] =>
  isZero(surplusOf(lines))
    ? []
    : [
        {
          reason: 'rounding',
          amount: '0',
          tax: '0',
          note: `tax rounded by the unit outweighs discounts by ${surplusOf(lines)}, which the discount total holds`,
        },
      ];

export const toTotals = mapper<OrderWithLines, OrderTotals, unknown>({
  grand: ({ body }) => amount(body.order.total_inc_tax),
  tax: ({ body }) => amount(body.order.total_tax),
  discount: derived(
    'discounts and coupons of the header; where prices include tax, less the tax that they took away',
    ({ body, lines }) => sum([discountOf(body.order), surplusOf(lines)]),
  ),
  gratuity: always('0', 'BigCommerce has no tips'),
  refunded: derived(
    'what the payments of its refunds gave back, since refunded_amount is always 0; all of an order that is refunded without any',
    ({ refunded }) => refunded,
  ),
  net: ({ body, refunded }) => (refunded === null ? null : subtract(amount(body.order.total_inc_tax), refunded)),
  paid: derived(
    "all of it once payment_status, or an offline order's own status, says so; until then store credit and gift certificates",
    ({ body, tender }) => paidOf(body, tender),
  ),
  due: ({ body, tender }) => {
    const paid = paidOf(body, tender);
    return paid === null ? null : subtract(amount(body.order.total_inc_tax), paid);
  },
  platformTotal: ({ body }) => amount(body.order.total_inc_tax),
});
