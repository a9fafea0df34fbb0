import type { Refund, StoredRecord } from '@cartograph/core';
import { allDates, metadata } from './dates.js';
import { reversed } from './refunded.js';
import { beyond, known, reference, toNumber } from './shape.js';
import { paymentStatus, paymentType } from './words.js';

const extras = ['orderId', 'statusRaw', 'method', 'reference'] as const;

export const toCodatPayment = (payment: StoredRecord<'payments'>) =>
  known({
    id: payment.id,
    amount: toNumber(payment.amount),
    currency: payment.currency,
    paymentMethodRef: reference(payment.methodId, payment.method),
    status: paymentStatus[payment.status],
    type: paymentType[payment.type],
    paymentProvider: payment.provider,
    ...allDates(payment),
    metadata: metadata(payment),
    cartograph: beyond(payment, extras),
  });

const refundStatus = {
  pending: 'Pending',
  completed: 'Paid',
  failed: 'Failed',
  unknown: 'Paid',
} as const satisfies Record<Refund['status'], string>;

/** Ends the id of a payment that is a refund: refunds and payments of a platform may have the same. */
export const refundSuffix = '_refund';

/** Codat knows refunds as payments of a negative amount. */
export const toCodatRefund = (refund: StoredRecord<'refunds'>) =>
  known({
    id: `${refund.id}${refundSuffix}`,
    amount: toNumber(reversed(refund.amount)),
    currency: refund.currency,
    status: refundStatus[refund.status],
    type: refund.method === 'storeCredit' ? paymentType.storeCredit : paymentType.unknown,
    ...allDates(refund),
    metadata: metadata(refund),
    cartograph: beyond(refund, ['orderId', 'statusRaw', 'method', 'reason', 'lines', 'charges', 'adjustment']),
  });

/** As it stands within its order: without what only the payment itself tells. */
export const toPaymentRef = (payment: StoredRecord<'payments'>) => within(toCodatPayment(payment));
export const toRefundPaymentRef = (refund: StoredRecord<'refunds'>) => within(toCodatRefund(refund));

const within = <Full extends { readonly metadata: unknown; readonly cartograph: unknown }>({
  metadata: _,
  cartograph: __,
  ...payment
}: Full) => payment;
