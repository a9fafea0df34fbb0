import { text } from '@cartograph/connector-kit';
import type { PaymentType } from '@cartograph/core';
import type { NativeTransaction } from '../native/transaction.js';

const byMethod: Readonly<Record<string, PaymentType>> = {
  credit_card: 'onlineCard',
  apple_pay_card: 'onlineCard',
  apple_pay_token: 'onlineCard',
  bigpay_token: 'onlineCard',
  token: 'onlineCard',
  nonce: 'onlineCard',
  store_credit: 'storeCredit',
  gift_certificate: 'prepaid',
  custom: 'custom',
};

const byOfflineGateway: Readonly<Record<string, PaymentType>> = {
  cod: 'cash',
  instore: 'cash',
  bankdeposit: 'invoice',
  cheque: 'invoice',
  moneyorder: 'invoice',
};

/** Gateways are an open list; only PayPal is told from other wallets. */
export function toPaymentType({ method, gateway }: Pick<NativeTransaction, 'method' | 'gateway'>): PaymentType {
  const means = text(method) ?? '';
  const through = text(gateway)?.toLowerCase() ?? '';
  if (means === 'offline') return byOfflineGateway[through] ?? 'unknown';
  if (through.includes('paypal') && ['electronic_wallet', 'offsite'].includes(means)) return 'paypal';
  return byMethod[means] ?? 'unknown';
}

/** By the code of a payment method; null where that says nothing. */
export function paymentTypeOfCode(code: unknown): PaymentType | null {
  const found = text(code)?.toLowerCase() ?? '';
  return byOfflineGateway[found] ?? (found.includes('paypal') ? 'paypal' : null);
}

const byDisplayName: readonly (readonly [RegExp, PaymentType])[] = [
  [/paypal/i, 'paypal'],
  [/credit card|visa|mastercard|apple pay|google pay|stripe|square/i, 'onlineCard'],
  [/cash|pay in store/i, 'cash'],
  [/bank|deposit|transfer|che(?:que|ck)\b|money order|purchase order|invoice/i, 'invoice'],
  [/store credit/i, 'storeCredit'],
  [/gift certificate/i, 'prepaid'],
  [/manual/i, 'custom'],
];

/** By the name that the shopper sees, which the merchant can change. */
export const paymentTypeOfName = (name: unknown): PaymentType =>
  byDisplayName.find(([pattern]) => pattern.test(text(name) ?? ''))?.[1] ?? 'unknown';
