import { amountOrZero, flag, id, optionalId, text } from '@cartograph/connector-kit';
import { add, compare, type Decimal, divide, isZero } from '@cartograph/core';
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

export function rowAmount({ priced }: OrderRow, amount: ItemAmount): Decimal {
  let total = '0';
  for (const item of priced) total = add(total, amountOrZero(item[amount]));
  return total;
}

export const isVirtual = (item: NativeOrderItem): boolean => flag(item.is_virtual) === true;

/** Units of the whole row: a bundle that is shipped in parts counts them on its children alone. */
export function rowUnits({ item, children }: OrderRow, quantity: ItemQuantity): Decimal {
  const own = amountOrZero(item[quantity]);
  let least: Decimal | null = null;
  for (const child of children) {
    if (quantity === 'qty_shipped' && isVirtual(child)) continue;
    const units = completeUnits(child, quantity, item);
    if (least === null || compare(units, least) < 0) least = units;
  }
  return least !== null && compare(least, own) > 0 ? least : own;
}

/** For how many of the upper row's units there are enough of a part. */
function completeUnits(part: NativeOrderItem, quantity: ItemQuantity, upper: NativeOrderItem): Decimal {
  const [units, ordered] = [amountOrZero(part[quantity]), amountOrZero(upper.qty_ordered)];
  if (isZero(units) || isZero(ordered)) return '0';
  const each = divide(amountOrZero(part.qty_ordered), ordered, 4);
  return isZero(each) ? '0' : divide(units, each, 4);
}

/** What needs no shipping is handed over when it is invoiced. */
export const fulfilledUnits = (row: OrderRow): Decimal =>
  rowUnits(row, isVirtual(row.item) ? 'qty_invoiced' : 'qty_shipped');

/** No unit is left to hand over. */
export function isSettled(row: OrderRow): boolean {
  const gone = add(rowUnits(row, 'qty_canceled'), rowUnits(row, 'qty_refunded'));
  return compare(add(fulfilledUnits(row), gone), amountOrZero(row.item.qty_ordered)) >= 0;
}
