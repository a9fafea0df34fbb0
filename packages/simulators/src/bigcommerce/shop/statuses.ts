export interface OrderStatus {
  readonly id: number;
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly order: number;
}

/** The fifteen fixed statuses; only the label is the merchant's, and this one has renamed two. */
export const orderStatuses: readonly OrderStatus[] = [
  {
    id: 0,
    name: 'Incomplete',
    label: 'Incomplete',
    description: 'The shopper reached the payment page but did not pay.',
    order: 0,
  },
  { id: 1, name: 'Pending', label: 'Pending', description: 'Checkout was started but not finished.', order: 1 },
  {
    id: 2,
    name: 'Shipped',
    label: 'Shipped',
    description: 'The order has left; its receipt is not confirmed.',
    order: 8,
  },
  { id: 3, name: 'Partially Shipped', label: 'Partially Shipped', description: 'Only some items have left.', order: 6 },
  { id: 4, name: 'Refunded', label: 'Refunded', description: 'The whole order was refunded.', order: 11 },
  { id: 5, name: 'Cancelled', label: 'Cancelled', description: 'The seller has cancelled the order.', order: 9 },
  { id: 6, name: 'Declined', label: 'Declined', description: 'The payment was declined.', order: 10 },
  {
    id: 7,
    name: 'Awaiting Payment',
    label: 'Waiting for your payment',
    description: 'Checkout is finished, payment is not confirmed.',
    order: 2,
  },
  { id: 8, name: 'Awaiting Pickup', label: 'Awaiting Pickup', description: 'Ready for collection.', order: 5 },
  {
    id: 9,
    name: 'Awaiting Shipment',
    label: 'Awaiting Shipment',
    description: 'Packed and waiting for the carrier.',
    order: 4,
  },
  { id: 10, name: 'Completed', label: 'Completed – enjoy!', description: 'Paid and delivered.', order: 7 },
  {
    id: 11,
    name: 'Awaiting Fulfillment',
    label: 'Awaiting Fulfillment',
    description: 'Paid, to be processed.',
    order: 3,
  },
  {
    id: 12,
    name: 'Manual Verification Required',
    label: 'Manual Verification Required',
    description: 'On hold until somebody has looked at it.',
    order: 13,
  },
  { id: 13, name: 'Disputed', label: 'Disputed', description: 'The shopper has opened a dispute.', order: 12 },
  {
    id: 14,
    name: 'Partially Refunded',
    label: 'Partially Refunded',
    description: 'Part of the order was refunded.',
    order: 14,
  },
];

const byId = new Map(orderStatuses.map(status => [status.id, status]));

export function orderStatus(id: number): OrderStatus {
  const status = byId.get(id);
  if (!status) throw new RangeError(`there is no order status ${id}`);
  return status;
}
