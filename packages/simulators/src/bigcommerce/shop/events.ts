import type { Doc } from '../records/fields.js';
import type { Order } from './order-model.js';
import type { ShipmentItem } from './order-state.js';
import type { RefundItem, RefundPayment } from './refund.js';

/** Something that happens to an order. `at` is milliseconds since 1970, UTC. */
export type OrderEvent =
  | {
      readonly type: 'attemptFailed' | 'pay' | 'authorize' | 'capture' | 'pend' | 'settle' | 'void';
      readonly at: number;
    }
  | { readonly type: 'status'; readonly at: number; readonly statusId: number }
  | { readonly type: 'ship'; readonly at: number; readonly all: boolean }
  | { readonly type: 'refund'; readonly at: number; readonly style: RefundStyle; readonly pick: number }
  | { readonly type: 'message'; readonly at: number }
  /** Something about the order that nobody reads. */
  | { readonly type: 'edit'; readonly at: number }
  | { readonly type: 'archive'; readonly at: number }
  | ApiEvent;

/** What only a client of the API does. */
export type ApiEvent =
  /** The order is another one from now on. */
  | { readonly type: 'rewrite'; readonly at: number; readonly order: Order }
  | { readonly type: 'restore'; readonly at: number }
  /** A capture or a void is on its way to the gateway. */
  | { readonly type: 'ask'; readonly at: number; readonly what: 'capture pending' | 'void pending' }
  | {
      readonly type: 'dispatch';
      readonly at: number;
      readonly addressId: number;
      readonly items: readonly ShipmentItem[];
      readonly written: Doc;
    }
  | { readonly type: 'redispatch'; readonly at: number; readonly shipmentId: number; readonly written: Doc }
  | { readonly type: 'undispatch'; readonly at: number; readonly shipmentId: number }
  | {
      readonly type: 'giveBack';
      readonly at: number;
      readonly reason: string;
      readonly items: readonly RefundItem[];
      readonly payments: readonly Omit<RefundPayment, 'transactionId'>[];
      readonly total: number;
      readonly tax: number;
      readonly overridden: boolean;
    };

/**
 * `units` one unit of a line, `line` a whole line, `amount` an untaxed sum on the order, `restocked` a line less a fee;
 * `declined` is refused by the payment provider and moves no money.
 */
export type RefundStyle =
  | 'everything'
  | 'units'
  | 'line'
  | 'shipping'
  | 'amount'
  | 'restocked'
  | 'storeCredit'
  | 'declined';
