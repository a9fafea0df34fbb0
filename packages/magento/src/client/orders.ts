import { checkInput } from '@cartograph/connector-kit';
import { z } from 'zod';
import {
  type InvoiceInput,
  invoiceInput,
  type OrderAddressInput,
  type OrderChanges,
  type OrderCommentInput,
  orderAddressInput,
  orderChangesInput,
  orderCommentInput,
  type RefundInput,
  refundInput,
  type ShipInput,
  shipInput,
} from '../input/order.js';
import { id as idInput } from '../input/values.js';
import { type NativeAddress, nativeAddressSchema } from '../native/address.js';
import { type OrderRecord, orderRecordSchema, type StatusHistory, statusHistorySchema } from '../native/order.js';
import { type Api, act, at, type MagentoCall, made, type Raw, voidSchema, written } from './api.js';
import { type Comments, createComments } from './comments.js';
import type { Lists } from './lists.js';
import { createOrderLookups, type OrderLookups } from './order-lookups.js';

type Id = string | number;

/** Orders, found by their `entity_id`; by the number that people see, `byNumber`. */
export interface Orders extends OrderLookups {
  /** Rows of orders, parents and parts alike. */
  readonly items: Lists['orderItems'];
  /** What was said of an order, newest first. */
  readonly comments: Comments<Raw<StatusHistory>, OrderCommentInput, boolean>;
  /** The code of its status, which the shop may have made up; its `state` is one of eight. */
  status(id: Id, call?: MagentoCall): Promise<string>;
  /** Adds to what was said; with a `status`, moves the order to it within its state. */
  comment(id: Id, comment: OrderCommentInput, call?: MagentoCall): Promise<boolean>;
  /** False where the order cannot be canceled any more; what was invoiced of it stays. */
  cancel(id: Id, call?: MagentoCall): Promise<boolean>;
  hold(id: Id, call?: MagentoCall): Promise<boolean>;
  unhold(id: Id, call?: MagentoCall): Promise<boolean>;
  /** Sends the shopper the e-mail of the order. */
  email(id: Id, call?: MagentoCall): Promise<boolean>;
  /** The id of the invoice. Of everything that is left unless told; `capture` takes the money at the gateway. */
  invoice(id: Id, invoice?: InvoiceInput, call?: MagentoCall): Promise<Id>;
  /** The id of the shipment. */
  ship(id: Id, shipment?: ShipInput, call?: MagentoCall): Promise<Id>;
  /** The id of the credit memo. In the books alone: `invoices.refund` pays back through the gateway. */
  refund(id: Id, refund?: RefundInput, call?: MagentoCall): Promise<Id>;
  /** Changes fields of the order’s own row. A `status` that its state does not know is refused or passed over: prefer `comment`. */
  update(id: Id, changes: OrderChanges, call?: MagentoCall): Promise<Raw<OrderRecord>>;
  /** Replaces one of the order’s addresses. */
  updateAddress(id: Id, address: OrderAddressInput, call?: MagentoCall): Promise<Raw<NativeAddress>>;
  /** Tells shoppers that their orders can be picked up. */
  readyForPickup(ids: readonly Id[], call?: MagentoCall): Promise<void>;
}

export function createOrders(api: Api, lists: Lists): Orders & Lists['orders'] {
  const check = api.checks('orders', orderRecordSchema);
  const addressCheck = api.checks('orders.addresses', nativeAddressSchema);
  const action = (verb: string) => (id: Id, call?: MagentoCall) =>
    act(api, 'POST', at`V1/orders/${id}/${verb}`, undefined, call);
  /** A new document of an order: the answer is its id. */
  const document =
    <Schema extends z.ZodType>(verb: string, schema: Schema) =>
    (id: Id, given: z.input<Schema> | undefined, call?: MagentoCall): Promise<Id> =>
      made(api, 'POST', at`V1/order/${id}/${verb}`, checkInput(`orders.${verb}`, schema, given ?? {}), call);
  const comments = createComments(api, {
    name: 'orders.comments',
    schema: statusHistorySchema,
    input: orderCommentInput,
    path: id => at`V1/orders/${id}/comments`,
    create: async (id, comment, call) =>
      act(api, 'POST', at`V1/orders/${id}/comments`, { statusHistory: { parent_id: Number(id), ...comment } }, call),
  });
  return {
    ...lists.orders,
    ...createOrderLookups(lists),
    items: lists.orderItems,
    comments,
    status: (id, call) => api.request('GET', at`V1/orders/${id}/statuses`, { schema: z.string() }, call),
    comment: comments.create,
    cancel: action('cancel'),
    hold: action('hold'),
    unhold: action('unhold'),
    email: action('emails'),
    invoice: document('invoice', invoiceInput),
    ship: document('ship', shipInput),
    refund: document('refund', refundInput),
    update: (id, changes, call) => {
      const entity = { entity_id: Number(id), ...checkInput('orders.update', orderChangesInput, changes) };
      return written(api, check, 'POST', 'V1/orders', { entity }, call);
    },
    updateAddress: (id, address, call) => {
      const entity = { parent_id: Number(id), ...checkInput('orders.updateAddress', orderAddressInput, address) };
      return written(api, addressCheck, 'PUT', at`V1/orders/${id}`, { entity }, call);
    },
    readyForPickup: (ids, call) => {
      const json = { orderIds: checkInput('orders.readyForPickup', z.array(idInput).min(1), ids) };
      const path = 'V1/order/notify-orders-are-ready-for-pickup';
      return api.request('POST', path, { json, schema: voidSchema }, call);
    },
  };
}
