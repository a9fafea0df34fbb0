import { add, type Decimal, type Storage } from '@cartograph/core';

/** What the shops sold in one currency and month, refunds deducted. */
export interface Revenue {
  /** `2026-01`, in UTC. */
  readonly month: string;
  readonly currency: string;
  readonly orders: number;
  /** Σ `totals.grand` of the orders that were not canceled. */
  readonly gross: Decimal;
  readonly refunded: Decimal;
  /** Σ `totals.net`. */
  readonly net: Decimal;
}

/** Over all shops, from the normalized orders; a canceled order is no revenue. In the order of currency and month. */
export async function revenueByMonth(storage: Storage): Promise<readonly Revenue[]> {
  const rows = new Map<string, Revenue>();
  for await (const { placedAt, currency, status, totals } of storage.records({ resource: 'orders' })) {
    if (placedAt === null || status === 'canceled') continue;
    const month = placedAt.slice(0, 7);
    const key = `${currency} ${month}`;
    const row = rows.get(key) ?? { month, currency, orders: 0, gross: '0', refunded: '0', net: '0' };
    rows.set(key, {
      ...row,
      orders: row.orders + 1,
      gross: add(row.gross, totals.grand),
      refunded: add(row.refunded, totals.refunded ?? '0'),
      net: add(row.net, totals.net ?? totals.grand),
    });
  }
  return [...rows.entries()].sort(([left], [right]) => left.localeCompare(right)).map(([, row]) => row);
}
