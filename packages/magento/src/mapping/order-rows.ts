import { amountOrZero, flag, id, optionalId, text } from '@cartograph/connector-kit';
import { compare, type Decimal, divide, isZero, sum } from '@cartograph/core';
import type { NativeOrderItem } from '../native/order-item.js';
import { groupBy } from './group-by.js';

/** What a shopper calls a line: a row without a parent, with the rows below it. */
export interface OrderRow {
  readonly item: NativeOrderItem;
  readonly children: readonly NativeOrderItem[];
  /** The rows that carry its amounts. Adding up parents and children would count them twice. */
  readonly priced: readonly NativeOrderItem[];
}

type ItemAmount =
  | 'row_total'
  | 'discount_amount'
  | 'tax_amount'
  | 'discount_tax_compensation_amount'
  | 'weee_tax_applied_row_amount';

type ItemQuantity = 'qty_invoiced' | 'qty_shipped' | 'qty_canceled' | 'qty_refunded';

export function orderRows(items: readonly NativeOrderItem[]): OrderRow[] {
  const children = groupBy(items, item => optionalId(item.parent_item_id));
  return (children.get(null) ?? []).map(item => {
    const below = children.get(id(item.item_id)) ?? [];
    return { item, children: below, priced: pricedRows(item, below) };
  });
}

/**
 * A bundle whose parts are priced repeats their sums on its own row, some versions without discount and tax, so its parts
 * count. Everything else counts by its own row: a price on the child of a configurable row is a copy.
 */
const pricedRows = (item: NativeOrderItem, children: readonly NativeOrderItem[]): readonly NativeOrderItem[] =>
  text(item.product_type) === 'bundle' && children.some(child => !isZero(amountOrZero(child.row_total)))
    ? children
    : [item];

export const rowAmount = (row: OrderRow, amount: ItemAmount): Decimal =>
  sum(row.priced.map(item => amountOrZero(item[amount])));

export const isVirtual = (item: NativeOrderItem): boolean => flag(item.is_virtual) === true;

/** Units of the whole row: a bundle that is shipped in parts counts them on its children alone. */
export function rowUnits({ item, children }: OrderRow, quantity: ItemQuantity): Decimal {
  const own = amountOrZero(item[quantity]);
  const counted = quantity === 'qty_shipped' ? children.filter(child => !isVirtual(child)) : children;
  const ordered = amountOrZero(item.qty_ordered);
  const complete = counted.map(child => {
    const each = isZero(ordered) ? '0' : divide(amountOrZero(child.qty_ordered), ordered, 4);
    return isZero(each) ? '0' : divide(amountOrZero(child[quantity]), each, 4);
  });
  const least = complete.reduce<Decimal | null>(
    (low, units) => (low === null || compare(units, low) < 0 ? units : low),
    null,
  );
  return least !== null && compare(least, own) > 0 ? least : own;
}

/** What needs no shipping is handed over when it is invoiced. */
export const fulfilledUnits = (row: OrderRow): Decimal =>
  rowUnits(row, isVirtual(row.item) ? 'qty_invoiced' : 'qty_shipped');

/** No unit is left to hand over. */
export const isSettled = (row: OrderRow): boolean =>
  compare(
    sum([fulfilledUnits(row), rowUnits(row, 'qty_canceled'), rowUnits(row, 'qty_refunded')]),
    amountOrZero(row.item.qty_ordered),
  ) >= 0;
