import type { PaymentType } from '@cartograph/core';

/** Method codes are free text of the modules; the core's own are certain, the gateways' are told by their names. */
const types: readonly (readonly [code: RegExp, type: PaymentType])[] = [
  [/^cashondelivery$/, 'cash'],
  [/^(checkmo|banktransfer)$/, 'custom'],
  [/^(purchaseorder|companycredit)$/, 'invoice'],
  [/paypal/, 'paypal'],
  [/klarna/, 'unknown'],
  [/swish|vipps|mobilepay/, 'mobile'],
  [/^(braintree|stripe|payflow|adyen)|_cc(_|$)/, 'onlineCard'],
];

export const paymentType = (code: string, hasCard = false): PaymentType =>
  types.find(([pattern]) => pattern.test(code))?.[1] ?? (hasCard ? 'onlineCard' : 'unknown');

const providers = [
  'braintree',
  'paypal',
  'adyen',
  'stripe',
  'klarna',
  'payment_services',
  'payflow',
  'authorizenet',
  'amazon',
  'mollie',
];

export const paymentProvider = (code: string): string | null => providers.find(name => code.startsWith(name)) ?? null;
