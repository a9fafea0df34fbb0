import { amountOrZero, isAbsent, mayBePoisoned } from '@cartograph/connector-kit';
import { compare, type FailedRecord, isZero } from '@cartograph/core';
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

export const incomplete = '0';
export const isRead = ({ config }: OpenConnection, order: NativeOrder): boolean =>
  config.includeIncomplete || String(order.status_id) !== incomplete;

/** What a record needs is told by its own amounts; one whose amounts do not read needs nothing, and is refused later. */
function ask<Answer>(question: () => Answer, otherwise: Answer): Answer {
  try {
    return question();
  } catch {
    return otherwise;
  }
}

/** What was given back of some orders. */
export interface Refunds {
  /** By order; null where the token may not read refunds. */
  readonly found: ReadonlyMap<string, NativeRefund[]> | null;
  /** Orders of which a refund cannot be served. */
  readonly failed: readonly FailedRecord[];
}

export interface OrderBodies {
  readonly bodies: readonly OrderBody[];
  /** Orders of which a part cannot be served. */
  readonly failed: readonly FailedRecord[];
}

/** When parts of more orders fail at a time the platform is out of order, not an order. */
const mostFailed = 10;

/** Orders with what their headers say there is beside them. */
export async function orderBodies(
  connection: OpenConnection,
  orders: readonly NativeOrder[],
  refunds: Refunds | Promise<Refunds>,
): Promise<OrderBodies> {
  const [given, ...details] = await Promise.all([
    refunds,
    ...orders.map(order => served(detailsOf(connection, order))),
  ]);
  const bodies: OrderBody[] = [];
  const failed: FailedRecord[] = [];
  for (const [index, order] of orders.entries()) {
    const id = String(order.id);
    const without = given.failed.find(record => record.id === id);
    // Once more, now that others were served: the platform may have been out of order for a while.
    const first = details[index];
    const parts = first instanceof Error && !without ? await served(detailsOf(connection, order)) : first;
    if (without) failed.push(without);
    else if (parts instanceof Error) failed.push({ id, reason: parts.message });
    else bodies.push({ order, ...parts, ...(given.found && { refunds: given.found.get(id) ?? [] }) });
    if (parts instanceof Error && failed.length > mostFailed) throw parts;
  }
  return { bodies, failed };
}

/** The failure that one record can cause, in its place; any other is thrown. */
const served = async <Answer>(answer: Promise<Answer>): Promise<Answer | Error> =>
  answer.catch((error: unknown) => {
    if (mayBePoisoned(error) && error instanceof Error) return error;
    throw error;
  });

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
    needsTaxes ? collect(orders.taxes.iterate(id, { details: true })) : null,
    needsCoupons ? collect(orders.coupons.iterate(id)) : null,
    needsTransactions ? unlessRefused(orders.transactions.list(id), [403]) : null,
    needsShipments ? collect(orders.shipments.iterate(id)) : null,
  ]);
  return {
    ...(products && { products }),
    ...(taxes && { taxes }),
    ...(coupons && { coupons }),
    ...(transactions && { transactions: transactions.items }),
    ...(shipments && { shipments }),
  };
}

/** A merchant can set the status by hand, which ships nothing. */
const hasShipped = ({ items_shipped, date_shipped }: NativeOrder): boolean =>
  !isZero(amountOrZero(items_shipped)) || instant(date_shipped) !== null;

const hasShippingCoupon = (order: NativeOrder, lines: readonly NativeOrderLine[]): boolean =>
  !isZero(amountOrZero(order.coupon_discount)) && compare(discountBeyondLines(order, lines), '0') > 0;

/** Of many orders in one call, since the header's refunded_amount is always 0. */
export async function refundsByOrder({ client }: OpenConnection, orders: readonly NativeOrder[]): Promise<Refunds> {
  const ids = orders.map(({ id }) => Number(id)).filter(Number.isInteger);
  const answer = await unlessRefused(client.orders.refunds.ofOrders(ids), [403]);
  if (answer === null) return { found: null, failed: [] };
  const found = new Map<string, NativeRefund[]>();
  for (const refund of answer.items) {
    const order = String(refund.order_id);
    found.set(order, [...(found.get(order) ?? []), refund]);
  }
  return { found, failed: answer.failed };
}
