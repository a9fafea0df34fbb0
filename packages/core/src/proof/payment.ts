import type { Order } from '../model/order.js';
import type { Payment } from '../model/payment.js';
import { originChecks } from './origin.js';
import { conclude, type Proof } from './proof.js';

/** Holds a payment against its order; null where no order has that id. Its share of what was paid is held by the order's own proof. */
export const provePayment = (payment: Payment, order: Order | null): Proof =>
  conclude(originChecks(payment, order), 'amount', []);
