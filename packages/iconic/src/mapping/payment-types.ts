import type { PaymentType } from '@cartograph/core';

/** Methods have free names, such as `adyen_creditcard`; the first word found decides. */
const typesByWord: readonly (readonly [RegExp, PaymentType])[] = [
  [/paypal/, 'paypal'],
  [/apple|google|samsung/, 'mobile'],
  [/afterpay|pay_?later|klarna|zip|laybuy|installment/, 'custom'],
  [/card|adyen|visa|master|amex/, 'onlineCard'],
  [/cash|cod\b/, 'cash'],
  [/voucher|gift|prepaid/, 'prepaid'],
  [/credit|wallet/, 'storeCredit'],
  [/invoice/, 'invoice'],
];

export function typeOfMethod(name: string | null): PaymentType {
  const lowerCased = name?.toLowerCase() ?? '';
  return typesByWord.find(([word]) => word.test(lowerCased))?.[1] ?? 'unknown';
}
