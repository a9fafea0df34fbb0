import { absent, always, derived, mapper, text } from '@cartograph/connector-kit';
import { add, type Decimal, isZero, type Payment, type PaymentType, subtract } from '@cartograph/core';
import type { IconicShop } from '../shop.js';
import { typeOfMethod } from './payment-types.js';
import { type PlacedOrder, sumOver } from './placed-order.js';

interface PaymentSource {
  readonly order: PlacedOrder;
  readonly kind: 'payment' | 'store-credit' | 'wallet';
  readonly type: PaymentType;
  readonly method: string | null;
  readonly status: Payment['status'];
  readonly amount: Decimal;
}

const states = ['paid', 'pending', 'canceled'] as const;

/** Of the units that a payment is for: those paid; before any is, those that will be; of an order all canceled, all. */
const statusOf = ({ units }: PlacedOrder): (typeof states)[number] | null =>
  states.find(status => units.some(unit => unit.status.payment === status)) ?? null;

/** Credits pay for their part, the method of the order for the rest. */
export function paymentSources(order: PlacedOrder): PaymentSource[] {
  const status = statusOf(order);
  if (status === null) return [];
  const units = order.units.filter(unit => unit.status.payment === status);
  const method = text(order.native.paymentMethod);
  const storeCredit = sumOver(units, ({ unit }) => unit.storeCredits);
  const wallet = sumOver(units, ({ unit }) => unit.walletCredits);
  const total = sumOver(units, ({ amounts }) => amounts.charged);
  const rest = subtract(total, add(storeCredit, wallet));
  const sources: PaymentSource[] = [];
  const pay = (kind: PaymentSource['kind'], type: PaymentType, means: string | null, amount: Decimal) => {
    if (!isZero(amount)) sources.push({ order, status, kind, type, method: means, amount });
  };
  pay('payment', typeOfMethod(method), method, rest);
  pay('store-credit', 'storeCredit', 'store credit', storeCredit);
  pay('wallet', 'storeCredit', 'wallet', wallet);
  return sources;
}

export const toPayment = mapper<PaymentSource, Payment, IconicShop>({
  id: derived('the order and the means', ({ order, kind }) => `${order.id}-${kind}`),
  createdAt: derived('when the order was placed', ({ order }) => order.placedAt),
  sourceModifiedAt: derived('when the order was last changed', ({ order }) => order.modifiedAt),
  derived: always(true, 'the platform shows no payments: they come of the orders'),
  orderId: ({ order }) => order.id,
  currency: ({ order }) => order.currency,
  amount: derived(
    'what the units cost with their fees, canceled ones left out; `storeCredits` and `walletCredits` are payments of their own',
    source => source.amount,
  ),
  status: derived('canceled when all units are, pending while their payment is, else paid', source => source.status),
  statusRaw: absent('the platform shows no status of a payment'),
  type: derived('by words in the name of the method', source => source.type),
  methodId: derived(
    'the name of the method, by which the platform lists it; credits are not listed',
    ({ kind, method }) => (kind === 'payment' ? method : null),
  ),
  method: derived('`paymentMethod`; of credits their name', source => source.method),
  provider: absent('the marketplace collects the money'),
  reference: absent('the marketplace collects the money'),
});
