import { absent, always, flag, id, latest, mapper, text } from '@cartograph/connector-kit';
import { compare, type Decimal, type FieldCoverage, isZero, type Payment, type PaymentStatus } from '@cartograph/core';
import { instant } from '../native/instant.js';
import type { NativeOrder } from '../native/order.js';
import type { OrderBody } from '../native/order-body.js';
import type { BigCommerceShop } from '../shop.js';
import { amountOfPayment, type GatewayPayment, rawStatusOfPayment, statusOfPayment } from './gateway-payment.js';
import { methodOfName, methodOfTransaction } from './payment-method.js';
import { paymentTypeOfName, toPaymentType } from './payment-types.js';
import { isCreditTaken, isSettled, type Tender } from './tender.js';

interface OfOrder {
  readonly order: NativeOrder;
  readonly currency: string;
}

interface GatewaySource extends OfOrder, GatewayPayment {}

/** A payment that only the order's header tells of. */
interface HeaderSource extends OfOrder {
  readonly name: 'payment' | 'storeCredit' | 'giftCertificate';
  readonly amount: Decimal;
  readonly status: Payment['status'];
}

const fromGateway = mapper<GatewaySource, Payment, BigCommerceShop>({
  id: ({ root }) => id(root.id),
  createdAt: ({ root }) => instant(root.date_created),
  sourceModifiedAt: ({ rows }) => latest(...rows.map(row => instant(row.date_created))),
  derived: always(false, 'transactions are records of the platform'),
  orderId: ({ order }) => id(order.id),
  currency: ({ root, currency }) => text(root.currency)?.toUpperCase() ?? currency,
  amount: amountOfPayment,
  status: statusOfPayment,
  statusRaw: rawStatusOfPayment,
  type: ({ root }) => toPaymentType(root),
  methodId: (payment, shop) => methodOfTransaction(payment.root, shop),
  method: ({ root }) => text(root.method),
  provider: ({ root }) => text(root.gateway),
  reference: ({ rows, root }) => text(rows.at(-1)?.gateway_transaction_id) ?? text(root.gateway_transaction_id),
});

const creditTypes = { storeCredit: 'storeCredit', giftCertificate: 'prepaid' } as const;

const fromHeader = mapper<HeaderSource, Payment, BigCommerceShop>({
  id: ({ order, name }) => `${id(order.id)}:${name}`,
  createdAt: ({ order }) => instant(order.date_created),
  sourceModifiedAt: ({ order }) => instant(order.date_modified),
  derived: always(true, 'only the header of the order tells of it'),
  orderId: ({ order }) => id(order.id),
  currency: ({ currency }) => currency,
  amount: ({ amount }) => amount,
  status: ({ status }) => status,
  statusRaw: ({ order }) => text(order.payment_status),
  type: ({ order, name }) => (name === 'payment' ? paymentTypeOfName(order.payment_method) : creditTypes[name]),
  methodId: ({ order, name }, shop) => (name === 'payment' ? methodOfName(order.payment_method, shop) : null),
  method: ({ order, name }) => (name === 'payment' ? text(order.payment_method) : null),
  provider: absent('the header of an order names no gateway'),
  reference: absent('the header of an order names no transaction'),
});

const derivedStatuses: Readonly<Record<PaymentStatus, Payment['status']>> = {
  unpaid: 'pending',
  pending: 'pending',
  authorized: 'authorized',
  partiallyPaid: 'unknown',
  paid: 'paid',
  partiallyRefunded: 'paid',
  refunded: 'paid',
  voided: 'canceled',
  failed: 'failed',
  unknown: 'unknown',
};

const creditMethods = { storeCredit: 'store_credit', giftCertificate: 'gift_certificate' } as const;

const isCredit = ({ root }: GatewayPayment): boolean => Object.values<unknown>(creditMethods).includes(root.method);

/** What the header says was paid and no transaction tells of. */
function derivedPayments(
  { order, transactions }: OrderBody,
  tender: Tender,
  recorded: readonly GatewayPayment[],
  currency: string,
): HeaderSource[] {
  const onlyTested = transactions?.some(({ test }) => flag(test)) ?? false;
  if (!tender.isPlaced || onlyTested) return [];
  const credits = (['storeCredit', 'giftCertificate'] as const)
    .filter(name => !isZero(tender[name]) && !recorded.some(({ root }) => root.method === creditMethods[name]))
    .map((name): HeaderSource => {
      const status = isCreditTaken(tender) ? 'paid' : 'unknown';
      return { order, currency, name, amount: tender[name], status };
    });
  return isRestRecorded(tender, recorded)
    ? credits
    : credits.concat({ order, currency, name: 'payment', amount: tender.rest, status: derivedStatuses[tender.status] });
}

const isRestRecorded = (tender: Tender, recorded: readonly GatewayPayment[]): boolean => {
  if (compare(tender.rest, '0') <= 0) return true;
  const others = recorded.filter(payment => !isCredit(payment));
  return isSettled(tender) ? others.some(payment => statusOfPayment(payment) === 'paid') : others.length > 0;
};

/** `recorded`: those that the transactions of the order tell of. */
export function paymentsOf(
  body: OrderBody,
  recorded: readonly GatewayPayment[],
  tender: Tender,
  currency: string,
  shop: BigCommerceShop,
): Payment[] {
  const { order } = body;
  return recorded
    .map(({ root, rows }) => fromGateway({ order, currency, root, rows }, shop))
    .concat(derivedPayments(body, tender, recorded, currency).map(payment => fromHeader(payment, shop)));
}

const derivedBy = (rule: string) => ({ kind: 'derived', rule }) as const;

export const paymentCoverage: FieldCoverage = {
  ...fromGateway.coverage,
  derived: derivedBy(
    'from the transactions of the order; what they leave out, or all of it without them, from its header',
  ),
  methodId: derivedBy('the listed method of its gateway, or the only one of its name; the list may lack some'),
  amount: derivedBy('captured money; of an open hold what it holds'),
  status: derivedBy('an authorization, its capture and its void are one payment'),
};
