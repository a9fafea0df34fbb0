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
  | { readonly type: 'archive'; readonly at: number };

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
