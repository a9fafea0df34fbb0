import { absent, always, derived, id, mapper, text } from '@cartograph/connector-kit';
import type { PaymentMethod } from '@cartograph/core';
import type { NativePaymentMethod } from '../native/payment-method.js';
import type { NativeTransaction } from '../native/transaction.js';
import type { BigCommerceShop } from '../shop.js';
import { paymentTypeOfCode, paymentTypeOfName } from './payment-types.js';

export const toPaymentMethod = mapper<NativePaymentMethod, PaymentMethod, unknown>({
  id: ({ code }) => id(code),
  createdAt: absent('a payment method has no dates'),
  sourceModifiedAt: absent('a payment method has no dates'),
  derived: always(false, 'payment methods are records of the platform'),
  name: ({ name }) => text(name),
  type: derived(
    'by its code, else by its name',
    ({ code, name }) => paymentTypeOfCode(code) ?? paymentTypeOfName(name),
  ),
  status: always('active', 'only methods that are enabled are listed'),
});

/** The listed method of a transaction: `stripe`, or `stripe.card` where methods are listed so. */
export function methodOfTransaction(
  { payment_method_id, gateway }: NativeTransaction,
  { paymentMethods = {} }: BigCommerceShop,
): string | null {
  const codes = [text(payment_method_id), text(gateway)];
  return codes.find(code => code !== null && Object.hasOwn(paymentMethods, code)) ?? null;
}

/** The only listed method of that name; several may show the shopper the same one. */
export function methodOfName(shown: unknown, { paymentMethods = {} }: BigCommerceShop): string | null {
  const name = text(shown);
  const [code, ...others] = Object.keys(paymentMethods).filter(listed => paymentMethods[listed] === name);
  return code === undefined || others.length > 0 ? null : code;
}
