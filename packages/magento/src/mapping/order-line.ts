import { absent, amount, amountOrZero, derived, each, id, mapper, optionalId, text } from '@cartograph/connector-kit';
import { add, compare, type Decimal, type OrderLine, subtract } from '@cartograph/core';
import type { NativeAppliedTax, NativeOrder } from '../native/order.js';
import { discountOf, toDiscountAllocation } from './order-discounts.js';
import { fulfilledUnits, isSettled, isVirtual, type OrderRow, orderRows, rowAmount, rowUnits } from './order-rows.js';
import { type RowTaxes, readRowTaxes, toTaxAllocation } from './order-taxes.js';

interface LineSource {
  readonly order: NativeOrder;
  readonly row: OrderRow;
  readonly taxesOf: RowTaxes;
}

export function orderLines(order: NativeOrder): LineSource[] {
  const taxesOf = readRowTaxes(order);
  return orderRows(order.items ?? []).map(row => ({ order, row, taxesOf }));
}

export const toOrderLine = mapper<LineSource, OrderLine, unknown>({
  id: ({ row }) => id(row.item.item_id),
  productId: ({ row }) => optionalId(row.item.product_id),
  variantId: derived('the child row’s product on a configurable row, otherwise the product', ({ row }) =>
    variantId(row),
  ),
  sku: ({ row }) => text(row.item.sku),
  name: ({ row }) => text(row.item.name),
  status: derived('from the quantities', ({ row }) => lineStatus(row)),
  statusRaw: absent('rows have no status over REST'),
  quantity: ({ row }) => amount(row.item.qty_ordered),
  quantityFulfilled: derived('shipped; invoiced where there is nothing to ship', ({ row }) => fulfilledUnits(row)),
  quantityCanceled: ({ row }) => rowUnits(row, 'qty_canceled'),
  quantityRefunded: ({ row }) => rowUnits(row, 'qty_refunded'),
  unitPrice: ({ row }) => amountOrZero(row.item.price),
  discount: derived('discount less the tax within it', ({ row }) => lineDiscount(row)),
  discounts: each(toDiscountAllocation, ({ order, row }) => discountOf(order, lineDiscount(row))),
  tax: ({ row }) => rowAmount(row, 'tax_amount'),
  taxes: each(toTaxAllocation, source => rowTaxes(source)),
  total: derived('row total less discount, with tax; fixed product taxes are adjustments', ({ row }) =>
    add(subtract(rowAmount(row, 'row_total'), lineDiscount(row)), rowAmount(row, 'tax_amount')),
  ),
  isGiftCard: ({ row }) => text(row.item.product_type) === 'giftcard',
  requiresShipping: ({ row }) => !isVirtual(row.item),
});

/** Excluding tax. */
const lineDiscount = (row: OrderRow): Decimal =>
  subtract(rowAmount(row, 'discount_amount'), rowAmount(row, 'discount_tax_compensation_amount'));

/** Bundles priced by their parts have their taxes on the parts in some versions, and on their own row in others. */
function rowTaxes({ row: { item, children, priced }, taxesOf }: LineSource): readonly NativeAppliedTax[] {
  const taxes = priced === children ? priced.flatMap(taxesOf) : [];
  return taxes.length > 0 ? taxes : taxesOf(item);
}

const variantId = ({ item, children }: OrderRow): string | null =>
  text(item.product_type) === 'configurable' ? optionalId(children[0]?.product_id) : optionalId(item.product_id);

function lineStatus(row: OrderRow): OrderLine['status'] {
  const ordered = amount(row.item.qty_ordered);
  const [canceled, refunded] = [rowUnits(row, 'qty_canceled'), rowUnits(row, 'qty_refunded')];
  if (compare(canceled, ordered) >= 0) return 'canceled';
  if (compare(refunded, ordered) >= 0) return 'refunded';
  return isSettled(row) ? 'fulfilled' : 'open';
}
