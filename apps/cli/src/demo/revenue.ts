import {
  add,
  currencyDecimals,
  type Decimal,
  divide,
  multiply,
  type Order,
  type Storage,
  subtract,
  sum,
} from '@cartograph/core';

/** What the shops sold in one currency and month. */
export interface Revenue {
  /** `2026-01`, in UTC. */
  readonly month: string;
  readonly currency: string;
  readonly orders: number;
  /** Σ `totals.grand` of the orders that were not canceled as a whole. */
  readonly gross: Decimal;
  /** What the canceled units of these orders would have cost: nobody paid for them, so nothing was refunded either. */
  readonly canceled: Decimal;
  readonly refunded: Decimal;
  /** `gross` − `canceled` − `refunded`. */
  readonly net: Decimal;
}

/** Over all shops, from the normalized orders. In the order of currency and month. */
export async function revenueByMonth(storage: Storage): Promise<readonly Revenue[]> {
  const rows = new Map<string, Revenue>();
  for await (const order of storage.records({ resource: 'orders' })) {
    const { placedAt, currency, status, totals } = order;
    if (placedAt === null || status === 'canceled') continue;
    const month = placedAt.slice(0, 7);
    const key = `${currency} ${month}`;
    const row = rows.get(key) ?? { month, currency, orders: 0, gross: '0', canceled: '0', refunded: '0', net: '0' };
    const canceled = canceledValue(order);
    const refunded = totals.refunded ?? '0';
    rows.set(key, {
      ...row,
      orders: row.orders + 1,
      gross: add(row.gross, totals.grand),
      canceled: add(row.canceled, canceled),
      refunded: add(row.refunded, refunded),
      net: sum([row.net, totals.grand, subtract('0', canceled), subtract('0', refunded)]),
    });
  }
  return [...rows.entries()].sort(([left], [right]) => left.localeCompare(right)).map(([, row]) => row);
}

const canceledValue = ({ lines, currency }: Order): Decimal =>
  sum(
    lines
      .filter(({ quantityCanceled }) => quantityCanceled !== null && quantityCanceled !== '0')
      .map(({ total, quantity, quantityCanceled }) =>
        divide(multiply(total, quantityCanceled ?? '0'), quantity, currencyDecimals(currency)),
      ),
  );
