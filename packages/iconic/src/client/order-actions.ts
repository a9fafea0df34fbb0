import { checkInput, type RequestOptions } from '@cartograph/connector-kit';
import type { z } from 'zod';
import {
  changedStatuses,
  itemsOf,
  packed,
  readyToShip,
  returned,
  type ShipInput,
  shipment,
  withReason,
} from '../input/orders.js';
import { type OrderItemIds, orderItemIdsSchema } from '../records/order-item.js';
import type { Api } from './api.js';

type ItemIds = readonly (string | number)[];

/**
 * Statuses are those of items; every call answers with the items that it has acted on. An item that may not go there is
 * refused with 422, and then none of the call is changed. None is repeated where it is unclear whether it has acted.
 */
export function createOrderActions(api: Api) {
  const changed = api.of('orders', orderItemIdsSchema);
  const post = (verb: string, json: unknown, call?: RequestOptions): Promise<OrderItemIds> =>
    changed.one('POST', `/v2/orders/statuses/${verb}`, { json }, call);
  const items = (name: string, verb: string) => async (orderItemIds: ItemIds, call?: RequestOptions) =>
    post(verb, { orderItemIds: checkInput(`orders.${name}`, itemsOf, orderItemIds) }, call);
  const given =
    <Schema extends z.ZodType>(name: string, verb: string, schema: Schema) =>
    async (input: z.input<Schema>, call?: RequestOptions) =>
      post(verb, checkInput<unknown>(`orders.${name}`, schema, input), call);

  const setToReadyToShip = given('setToReadyToShip', 'set-to-ready-to-ship', readyToShip);
  const setToShipped = items('setToShipped', 'set-to-shipped');
  const withReasonTo = (name: string, verb: string) => given(name, verb, withReason);
  return {
    /** Pending items of one order; they stay pending. */
    setToPacked: given('setToPacked', 'set-to-packed-by-marketplace', packed),
    /** Pending items of one order become a package. */
    setToReadyToShip: setToReadyToShip,
    /** Items of one order that are ready to ship. */
    setToShipped,
    /** Pending items of one order with their tracking number: ready to ship, then shipped. Two calls. */
    ship: async (input: ShipInput, call?: RequestOptions): Promise<OrderItemIds> => {
      const { orderItemIds, ...parcel } = checkInput('orders.ship', shipment, input);
      await setToReadyToShip({ ...parcel, orderItems: orderItemIds.map(id => ({ id })) }, call);
      return setToShipped(orderItemIds, call);
    },
    /** Shipped items that the seller has sent. */
    setToDelivered: items('setToDelivered', 'set-to-delivered'),
    /** Shipped items that come back undelivered. */
    setToFailed: withReasonTo('setToFailed', 'set-to-delivery-failed'),
    /** Items that are pending or ready to ship; the platform may cancel the whole package. */
    cancel: withReasonTo('cancel', 'set-to-cancelled'),
    /** Delivered items. */
    setToReturned: given('setToReturned', 'set-to-returned', returned),
    /** Items that the buyer has sent back wait for approval then. */
    setToReturnReceived: items('setToReturnReceived', 'set-to-return-received'),
    setToReturnApproved: items('setToReturnApproved', 'set-to-return-approved'),
    setToReturnRejected: withReasonTo('setToReturnRejected', 'set-to-return-rejected'),
    /** Any status of any item; for administrators of the platform. */
    changeStatuses: given('changeStatuses', 'admin-change-status', changedStatuses),
  };
}
