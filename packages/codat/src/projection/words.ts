import type { Charge, Customer, Dispute, Payment, PaymentMethod, Product, Transaction } from '@cartograph/core';

/** Codat's enums are closed: one word that is not in them and a strict client refuses the whole page. */
type Word<Values extends string> = Readonly<Record<Values, string>>;

export const paymentStatus = {
  pending: 'Pending',
  authorized: 'Authorized',
  paid: 'Paid',
  failed: 'Failed',
  canceled: 'Cancelled',
  unknown: 'Unknown',
} as const satisfies Word<Payment['status']>;

export const paymentType = {
  cash: 'Cash',
  card: 'Card',
  invoice: 'Invoice',
  onlineCard: 'OnlineCard',
  paypal: 'Paypal',
  prepaid: 'Prepaid',
  storeCredit: 'StoreCredit',
  mobile: 'Mobile',
  custom: 'Custom',
  unknown: 'Unknown',
} as const satisfies Word<Payment['type']>;

export const paymentMethodStatus = {
  active: 'Active',
  archived: 'Archived',
  unknown: 'Unknown',
} as const satisfies Word<PaymentMethod['status']>;

export const serviceChargeType = {
  shipping: 'Shipping',
  handling: 'Generic',
  wrapping: 'Generic',
  payment: 'Generic',
  other: 'Generic',
} as const satisfies Word<Charge['type']>;

export const productStatus = {
  published: 'Published',
  unpublished: 'Unpublished',
  deleted: 'Unpublished',
  unknown: 'Unknown',
} as const satisfies Word<Product['status']>;

/** One that serves for both is told once for each. */
export const addressTypes = {
  billing: ['Billing'],
  shipping: ['Delivery'],
  both: ['Billing', 'Delivery'],
  unknown: ['Unknown'],
} as const satisfies Readonly<Record<Customer['addresses'][number]['type'], readonly string[]>>;

export const transactionType = {
  payment: 'Payment',
  refund: 'Refund',
  payout: 'Payout',
  failedPayout: 'FailedPayout',
  transfer: 'Transfer',
  paymentFee: 'PaymentFee',
  paymentFeeRefund: 'PaymentFeeRefund',
  unknown: 'Unknown',
} as const satisfies Word<Transaction['type']>;

export const transactionSourceType = {
  order: 'Order',
  payment: 'Payment',
  refund: 'Unknown',
  payout: 'Unknown',
  unknown: 'Unknown',
} as const satisfies Word<NonNullable<Transaction['source']>['type']>;

export const disputeStatus = {
  won: 'Won',
  lost: 'Lost',
  accepted: 'Accepted',
  processing: 'Processing',
  chargeRefunded: 'ChargeRefunded',
  evidenceRequired: 'EvidenceRequired',
  inquiryEvidenceRequired: 'InquiryEvidenceRequired',
  inquiryProcessing: 'InquiryProcessing',
  inquiryClosed: 'InquiryClosed',
  waitingThirdParty: 'WaitingThirdParty',
  unknown: 'Unknown',
} as const satisfies Word<Dispute['status']>;
