import type { PaymentMethod } from './sale.js';

const method = (code: string, title: string, isOnline: boolean, keepsTransactions = isOnline): PaymentMethod => ({
  code,
  title,
  isOnline,
  keepsTransactions,
});

export const braintree = method('braintree', 'Credit Card', true);
export const paypal = method('paypal_express', 'PayPal Express Checkout', true);
const adyen = method('adyen_cc', 'Adyen Credit Card', true);
export const stripe = method('stripe_payments', 'Pay by Card', true, false);
const klarna = method('klarna_kp', 'Pay later with Klarna', true, false);
const check = method('checkmo', 'Check / Money order', false);
const bank = method('banktransfer', 'Bank Transfer Payment', false);
export const cashOnDelivery = method('cashondelivery', 'Cash On Delivery', false);
export const purchaseOrder = method('purchaseorder', 'Purchase Order', false);
export const free = method('free', 'No Payment Information Required', false);

/** What shoppers choose when nothing else decides. */
export const usualMethods = [
  [braintree, 40],
  [paypal, 22],
  [stripe, 12],
  [adyen, 8],
  [klarna, 6],
  [check, 5],
  [bank, 7],
] as const;

export const offlineMethods = [
  [check, 3],
  [bank, 5],
  [cashOnDelivery, 1],
] as const;

/** Methods that reserve the money first and take it later. */
export const authorizingMethods = [
  [braintree, 2],
  [paypal, 1],
] as const;
