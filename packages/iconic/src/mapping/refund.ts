import { absentList, always, derived, each, mapper, text } from '@cartograph/connector-kit';
import type { Refund, RefundLine } from '@cartograph/core';
import type { IconicShop } from '../shop.js';
import type { PlacedOrder, PlacedUnit } from './placed-order.js';

export interface RefundSource {
  readonly order: PlacedOrder;
  readonly returned: PlacedUnit;
}

/** One refund a unit: each has its own reason, and units of one return are approved one by one. */
export const refundSources = (order: PlacedOrder): RefundSource[] =>
  order.units.filter(({ refunded }) => refunded).map(returned => ({ order, returned }));

const changedAt = ({ returned: { unit } }: RefundSource) => unit.lastStatusChangedAt ?? unit.updatedAt;

const toRefundLine = mapper<RefundSource, RefundLine, IconicShop>({
  lineId: ({ returned: { unit } }) => unit.id,
  quantity: always('1', 'an item is one unit'),
  amount: ({ returned: { amounts } }) => amounts.total,
});

export const toRefund = mapper<RefundSource, Refund, IconicShop>({
  id: derived('the item', ({ returned: { unit } }) => `${unit.id}-refund`),
  createdAt: derived('when the status of the item last changed', changedAt),
  sourceModifiedAt: derived('when the status of the item last changed', changedAt),
  derived: always(true, 'the marketplace refunds the buyer and shows the item as returned'),
  orderId: ({ order }) => order.id,
  currency: ({ order }) => order.currency,
  amount: derived(
    '`paidPrice` of the item; shipping is not taken to be given back',
    ({ returned: { amounts } }) => amounts.total,
  ),
  tax: derived('`taxAmount` of the item', ({ returned: { amounts } }) => amounts.tax),
  status: always('completed', 'a refund is known by its result'),
  statusRaw: ({ returned: { unit } }) => unit.status,
  method: always('unknown', 'the platform does not say how the buyer is refunded'),
  reason: ({ returned: { unit } }) => text(unit.native.failureReason?.name),
  lines: each(toRefundLine, source => [source]),
  charges: absentList('shipping is not taken to be given back'),
  adjustment: always('0', 'the platform states none'),
});
