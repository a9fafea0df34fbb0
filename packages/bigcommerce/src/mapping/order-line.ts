import { absent, amount, derived, each, id, mapper, optionalAmount, optionalId, text } from '@cartograph/connector-kit';
import { compare, isZero, type OrderLine } from '@cartograph/core';
import type { NativeOrderLine } from '../native/order-line.js';
import type { BigCommerceShop } from '../shop.js';
import { allocateDiscounts } from './discounts.js';
import type { PricedLine } from './priced-line.js';
import { toTaxAllocation } from './taxes.js';

/** What the lines of an order need to know of it. */
export interface OrderOfLine {
  readonly currency: string;
  readonly canceled: boolean;
  /** The whole order has reached its buyer, or is on its way. */
  readonly fulfilled: boolean;
}

export interface LineOfOrder {
  readonly priced: PricedLine;
  readonly order: OrderOfLine;
}

const types: Readonly<Record<string, { readonly requiresShipping: boolean; readonly isGiftCard: boolean }>> = {
  physical: { requiresShipping: true, isGiftCard: false },
  digital: { requiresShipping: false, isGiftCard: false },
  giftcertificate: { requiresShipping: false, isGiftCard: true },
};

const typeOf = ({ type }: NativeOrderLine) => types[text(type) ?? ''];

function statusOf({ priced: { line }, order }: LineOfOrder): OrderLine['status'] {
  const reaches = (units: unknown): boolean => {
    const reached = optionalAmount(units) ?? '0';
    return !isZero(reached) && compare(reached, amount(line.quantity)) >= 0;
  };
  if (order.canceled) return 'canceled';
  if (reaches(line.quantity_refunded)) return 'refunded';
  return order.fulfilled || reaches(line.quantity_shipped) ? 'fulfilled' : 'open';
}

export const toOrderLine = mapper<LineOfOrder, OrderLine, BigCommerceShop>({
  id: ({ priced: { line } }) => id(line.id),
  productId: ({ priced: { line } }) => optionalId(line.product_id),
  variantId: ({ priced: { line } }) => optionalId(line.variant_id),
  sku: ({ priced: { line } }) => text(line.sku),
  name: ({ priced: { line } }) => text(line.name),
  status: derived(
    'canceled or fulfilled with its order; refunded or fulfilled once all its units are; otherwise open',
    statusOf,
  ),
  statusRaw: absent('a line has no status of its own'),
  quantity: ({ priced: { line } }) => amount(line.quantity),
  quantityFulfilled: derived('units shipped; null for what is not shipped', ({ priced: { line } }) =>
    typeOf(line)?.requiresShipping ? optionalAmount(line.quantity_shipped) : null,
  ),
  quantityCanceled: derived('all units of a canceled or declined order', ({ priced: { line }, order }) =>
    order.canceled ? amount(line.quantity) : '0',
  ),
  quantityRefunded: ({ priced: { line } }) => optionalAmount(line.quantity_refunded),
  unitPrice: ({ priced: { line } }) => amount(line.price_ex_tax),
  discount: derived(
    'applied discounts; where prices include tax, less the tax that they took away',
    ({ priced }) => priced.discount,
  ),
  discounts: ({ priced: { line, discount }, order }) =>
    allocateDiscounts(line.applied_discounts ?? [], discount, order.currency),
  tax: derived(
    'from the line, its tax rows or, for the only discounted line, the tax of the subtotal',
    ({ priced }) => priced.tax,
  ),
  taxes: derived(
    'only where the tax rows of the order were needed',
    each(toTaxAllocation, ({ priced }: LineOfOrder) => priced.taxRows),
  ),
  total: ({ priced }) => priced.total,
  isGiftCard: ({ priced: { line } }) => typeOf(line)?.isGiftCard ?? false,
  requiresShipping: ({ priced: { line } }) => typeOf(line)?.requiresShipping ?? null,
});
