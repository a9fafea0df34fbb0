import { absent, amount, derived, each, id, mapper, optionalAmount, optionalId, text } from '@cartograph/connector-kit';
import { compare, isZero, type OrderLine } from '@cartograph/core';
import type { NativeOrderLine } from '../native/order-line.js';
import { allocateDiscounts } from './discounts.js';
import type { PricedLine } from './priced-line.js';
import { toTaxAllocation } from './taxes.js';

/** A line within its order. */
export interface LineOfOrder extends PricedLine {
  readonly currency: string;
  readonly canceled: boolean;
  /** The whole order has reached its buyer, or is on its way. */
  readonly fulfilled: boolean;
}

const types: Readonly<Record<string, { readonly requiresShipping: boolean; readonly isGiftCard: boolean }>> = {
  physical: { requiresShipping: true, isGiftCard: false },
  digital: { requiresShipping: false, isGiftCard: false },
  giftcertificate: { requiresShipping: false, isGiftCard: true },
};

const typeOf = ({ type }: NativeOrderLine) => types[text(type) ?? ''];

function statusOf({ line, canceled, fulfilled }: LineOfOrder): OrderLine['status'] {
  const reaches = (units: unknown): boolean => {
    const reached = optionalAmount(units) ?? '0';
    return !isZero(reached) && compare(reached, amount(line.quantity)) >= 0;
  };
  if (canceled) return 'canceled';
  if (reaches(line.quantity_refunded)) return 'refunded';
  return fulfilled || reaches(line.quantity_shipped) ? 'fulfilled' : 'open';
}

export const toOrderLine = mapper<LineOfOrder, OrderLine, unknown>({
  id: ({ line }) => id(line.id),
  productId: ({ line }) => optionalId(line.product_id),
  variantId: ({ line }) => optionalId(line.variant_id),
  sku: ({ line }) => text(line.sku),
  name: ({ line }) => text(line.name),
  status: derived(
    'canceled or fulfilled with its order; refunded or fulfilled once all its units are; otherwise open',
    statusOf,
  ),
  statusRaw: absent('a line has no status of its own'),
  quantity: ({ line }) => amount(line.quantity),
  quantityFulfilled: derived('units shipped; null for what is not shipped', ({ line }) =>
    typeOf(line)?.requiresShipping ? optionalAmount(line.quantity_shipped) : null,
  ),
  quantityCanceled: derived('all units of a canceled or declined order', ({ line, canceled }) =>
    canceled ? amount(line.quantity) : '0',
  ),
  quantityRefunded: ({ line }) => optionalAmount(line.quantity_refunded),
  unitPrice: ({ line }) => amount(line.price_ex_tax),
  discount: derived(
    'applied discounts; where prices include tax, less the tax that they took away',
    line => line.discount,
  ),
  discounts: ({ line, discount, currency }) => allocateDiscounts(line.applied_discounts ?? [], discount, currency),
  tax: derived(
    'from the line, its tax rows or, for the only discounted line, the tax of the subtotal',
    line => line.tax,
  ),
  taxes: Object.assign(
    each(toTaxAllocation, (line: LineOfOrder) => line.taxRows),
    { provision: { kind: 'derived', rule: 'only where the tax rows of the order were needed' } as const },
  ),
  total: ({ total }) => total,
  isGiftCard: ({ line }) => typeOf(line)?.isGiftCard ?? false,
  requiresShipping: ({ line }) => typeOf(line)?.requiresShipping ?? null,
});
