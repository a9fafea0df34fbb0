import { addSale, isSale, noSales, type Sales, type Storage } from '@cartograph/core';

/** What the shops sold in one currency and month. */
export interface Revenue extends Omit<Sales, 'tax' | 'discount'> {
  /** `2026-01`, in UTC. */
  readonly month: string;
  readonly currency: string;
}

/** Over all shops, from the normalized orders. In the order of currency and month. */
export async function revenueByMonth(storage: Storage): Promise<readonly Revenue[]> {
  const rows = new Map<string, Revenue & Sales>();
  for await (const order of storage.records({ resource: 'orders' })) {
    const { placedAt, currency } = order;
    if (placedAt === null || !isSale(order)) continue;
    const month = placedAt.slice(0, 7);
    const key = `${currency} ${month}`;
    rows.set(key, { month, currency, ...addSale(rows.get(key) ?? noSales, order) });
  }
  return [...rows.entries()]
    .sort(([left], [right]) => left.localeCompare(right))
    .map(([, { tax: _tax, discount: _discount, ...row }]) => row);
}
