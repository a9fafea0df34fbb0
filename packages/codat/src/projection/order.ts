import {
  type Charge,
  type DiscountAllocation,
  type Order,
  type OrderLine,
  type StoredRecord,
  subtract,
  sum,
  type TaxAllocation,
} from '@cartograph/core';
import { allDates, metadata } from './dates.js';
import { toPaymentRef, toRefundPaymentRef } from './payment.js';
import { type RefundedPart, refundedParts, reversed, totalOf } from './refunded.js';
import { beyond, ifKnown, known, reference, toDate, toNumber } from './shape.js';
import { serviceChargeType } from './words.js';

/** What belongs to an order and stands beside it in the model. */
export interface OrderMovements {
  readonly payments: readonly StoredRecord<'payments'>[];
  readonly refunds: readonly StoredRecord<'refunds'>[];
}

const extras = [
  'status',
  'statusRaw',
  'paymentStatus',
  'paymentStatusRaw',
  'fulfillmentStatus',
  'channel',
  'customer',
  'billingAddress',
  'shippingAddresses',
  'taxInclusive',
  'adjustments',
  'totals',
  'shopTotals',
] as const satisfies readonly (keyof Order)[];

/**
 * An order net of what was refunded: refunds are lines with a negative quantity and negative service charges, so that
 * `totalAmount`, `totalTaxAmount` and `totalDiscount` are the sums of what is listed. Gratuity stands apart.
 */
export function toCodatOrder(order: StoredRecord<'orders'>, { payments, refunds }: OrderMovements) {
  const { totals, customer } = order;
  const refunded = refundedParts(order, refunds);
  const [onCharges, onLines] = [refunded.filter(isOnCharge), refunded.filter(part => !isOnCharge(part))];
  const sold = subtract(totals.grand, totals.gratuity);
  return known({
    id: order.id,
    orderNumber: order.number,
    country: countryOf(order),
    currency: order.currency,
    createdDate: ifKnown(order.placedAt ?? order.createdAt, toDate),
    closedDate: ifKnown(order.closedAt, toDate),
    totalAmount: toNumber(subtract(sold, totalOf(refunded, 'total'))),
    totalRefund: toNumber(reversed(totalOf(refunded, 'total'))),
    totalTaxAmount: toNumber(subtract(totals.tax, totalOf(refunded, 'tax'))),
    totalDiscount: toNumber(subtract(lineDiscount(order), totalOf(onLines, 'discount'))),
    totalGratuity: toNumber(totals.gratuity),
    orderLineItems: [...order.lines.map(toLine), ...onLines.map(toRefundedLine)],
    payments: [...payments.map(toPaymentRef), ...refunds.map(toRefundPaymentRef)],
    serviceCharges: [
      ...order.charges.map(toServiceCharge),
      ...order.adjustments.map(toAdjustment),
      ...onCharges.map(toRefundedCharge),
    ],
    customerRef: customer.guest ? null : reference(customer.id, customer.name),
    modifiedDate: allDates(order).modifiedDate,
    sourceModifiedDate: allDates(order).sourceModifiedDate,
    metadata: metadata(order),
    cartograph: beyond(order, extras),
  });
}

const isOnCharge = ({ charge }: RefundedPart): boolean => charge !== null;

/** A charge is told after its own discount, as Codat has no place for one there. */
const lineDiscount = ({ lines }: Order) => sum(lines.map(({ discount }) => discount));

const countryOf = ({ shippingAddresses, billingAddress }: Order): string | null => {
  const address = shippingAddresses[0] ?? billingAddress;
  return address?.country ?? address?.countryRaw ?? null;
};

const toLine = (line: OrderLine) =>
  known({
    id: line.id,
    quantity: toNumber(line.quantity),
    taxPercentage: percentageOf(line.taxes),
    unitPrice: toNumber(line.unitPrice),
    totalAmount: toNumber(line.total),
    totalTaxAmount: toNumber(line.tax),
    taxes: toTaxes(line.taxes),
    productRef: reference(line.productId, line.name),
    productVariantRef: reference(line.variantId, line.name),
    discountAllocations: toDiscounts(line),
    cartograph: { sku: line.sku, status: line.status, isGiftCard: line.isGiftCard },
  });

/** What the line's named discounts leave of its discount has no name. */
function toDiscounts({ discount, discounts }: Pick<OrderLine, 'discount' | 'discounts'>) {
  const named = discounts.map(({ name, code, amount }: DiscountAllocation) =>
    known({ name: name ?? code, totalAmount: toNumber(amount) }),
  );
  const rest = subtract(discount, sum(discounts.map(({ amount }) => amount)));
  return rest === '0' ? named : [...named, { totalAmount: toNumber(rest) }];
}

/** A share of no component that could be named is left out: the tax of the line holds it. */
const toTaxes = (taxes: readonly TaxAllocation[]) =>
  taxes.flatMap(({ componentId, name, amount }) => {
    const id = componentId ?? name;
    if (id === null) return [];
    // The description says `rate`, what Codat sends is `taxAmount`, and both are the amount.
    return [{ taxComponentRef: { id, name: name ?? id }, rate: toNumber(amount), taxAmount: toNumber(amount) }];
  });

function percentageOf(taxes: readonly TaxAllocation[]): number | null {
  const rates = taxes.map(({ rate }) => rate).filter(rate => rate !== null);
  return rates.length === 0 || rates.length < taxes.length ? null : toNumber(sum(rates));
}

const toServiceCharge = (charge: Charge) =>
  known({
    description: charge.name,
    totalAmount: toNumber(charge.total),
    taxPercentage: percentageOf(charge.taxes),
    taxAmount: toNumber(charge.tax),
    taxes: toTaxes(charge.taxes),
    quantity: 1,
    type: serviceChargeType[charge.type],
  });

const toAdjustment = ({ reason, amount, tax, note }: Order['adjustments'][number]) => ({
  description: note ?? reason,
  totalAmount: toNumber(amount),
  taxAmount: toNumber(tax),
  taxes: [],
  quantity: 1,
  type: 'Generic',
});

const toRefundedLine = ({ id, line, quantity, unitPrice, discount, tax, total }: RefundedPart) =>
  known({
    id,
    quantity: toNumber(reversed(quantity)),
    unitPrice: toNumber(unitPrice),
    totalAmount: toNumber(reversed(total)),
    totalTaxAmount: toNumber(reversed(tax)),
    taxes: [],
    productRef: line && reference(line.productId, line.name),
    productVariantRef: line && reference(line.variantId, line.name),
    discountAllocations: discount === '0' ? [] : [{ name: 'Refunded', totalAmount: toNumber(reversed(discount)) }],
  });

const toRefundedCharge = ({ charge, tax, total }: RefundedPart) => ({
  description: 'Refunded',
  totalAmount: toNumber(reversed(total)),
  taxAmount: toNumber(reversed(tax)),
  taxes: [],
  quantity: -1,
  type: charge === null ? 'Generic' : serviceChargeType[charge],
});
