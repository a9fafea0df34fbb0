import { amountOrZero, isAbsent } from '@cartograph/connector-kit';
import { compare, isZero } from '@cartograph/core';
import { unlessRefused } from '../client/api.js';
import { collect } from '../client/pages.js';
import { includedLines, linesOf } from '../native/included-lines.js';
import { instant } from '../native/instant.js';
import { discountBeyondLines, isTaxInclusive, needsTaxRows } from '../native/line-amounts.js';
import type { NativeOrder } from '../native/order.js';
import type { OrderBody } from '../native/order-body.js';
import type { NativeOrderLine } from '../native/order-line.js';
import type { NativeRefund } from '../native/refund.js';
import type { OpenConnection } from './connection.js';

/** Lines, addresses and fees come with the list. */
export const orderShape = {
  include: ['consignments.line_items', 'fees'],
  consignment_structure: 'object',
} as const;

/** What a record needs is told by its own amounts; one whose amounts do not read needs nothing, and is refused later. */
function ask<Answer>(question: () => Answer, otherwise: Answer): Answer {
  try {
    return question();
  } catch {
    return otherwise;
  }
}

type Refunds = ReadonlyMap<string, NativeRefund[]> | null;

/** Orders with what their headers say there is beside them. */
export async function orderBodies(
  connection: OpenConnection,
  orders: readonly NativeOrder[],
  refunds: Refunds | Promise<Refunds>,
): Promise<readonly OrderBody[]> {
  const [found, ...details] = await Promise.all([refunds, ...orders.map(order => detailsOf(connection, order))]);
  return orders.map((order, index) => ({
    order,
    ...details[index],
    ...(found && { refunds: found.get(String(order.id)) ?? [] }),
  }));
}

async function detailsOf({ client, config }: OpenConnection, order: NativeOrder): Promise<Omit<OrderBody, 'order'>> {
  const { orders } = client;
  const id = Number(order.id);
  const isComplete = ask(() => includedLines(order)?.complete ?? false, false);
  const products = isComplete ? null : await collect(orders.products.iterate(id));
  const lines = ask(() => linesOf({ order, products }), null) ?? [];
  const needsTaxes = ask(() => needsTaxRows(lines, isTaxInclusive(order)), false);
  const needsCoupons = ask(() => hasShippingCoupon(order, lines), false);
  const needsTransactions = config.payments === 'transactions' && !isAbsent(order.payment_status);
  const needsShipments = config.fulfillments === 'shipments' && ask(() => hasShipped(order), false);
  const [taxes, coupons, transactions, shipments] = await Promise.all([
    needsTaxes ? collect(orders.taxes.iterate(id)) : null,
    needsCoupons ? orders.coupons.list(id) : null,
    needsTransactions ? unlessRefused(orders.transactions.list(id), [403]) : null,
    needsShipments ? collect(orders.shipments.iterate(id)) : null,
  ]);
  return {
    ...(products && { products }),
    ...(taxes && { taxes }),
    ...(coupons && { coupons }),
    ...(transactions && { transactions }),
    ...(shipments && { shipments }),
  };
}

/** A merchant can set the status by hand, which ships nothing. */
const hasShipped = ({ items_shipped, date_shipped }: NativeOrder): boolean =>
  !isZero(amountOrZero(items_shipped)) || instant(date_shipped) !== null;

const hasShippingCoupon = (order: NativeOrder, lines: readonly NativeOrderLine[]): boolean =>
  !isZero(amountOrZero(order.coupon_discount)) && compare(discountBeyondLines(order, lines), '0') > 0;

/** Of many orders in one call, since the header's refunded_amount is always 0; null where the token may not read refunds. */
export async function refundsByOrder({ client }: OpenConnection, orders: readonly NativeOrder[]): Promise<Refunds> {
  const ids = orders.map(({ id }) => Number(id)).filter(Number.isInteger);
  if (ids.length === 0) return new Map();
  const refunds = await unlessRefused(collect(client.orders.refunds.iterate({ 'order_id:in': ids })), [403]);
  if (refunds === null) return null;
  const found = new Map<string, NativeRefund[]>();
  for (const refund of refunds) {
    const order = String(refund.order_id);
    found.set(order, [...(found.get(order) ?? []), refund]);
  }
  return found;
}
