import { mayBePoisoned } from '@cartograph/connector-kit';
import { unlessRefused } from '../client/api.js';
import { pageLimit } from '../client/pages.js';
import type { NativeOrder } from '../native/order.js';
import type { OrderBody } from '../native/order-body.js';
import type { OpenConnection } from './connection.js';
import { foundOf } from './found.js';
import { nativeOrder, nativeOrderPages } from './native-orders.js';
import { isRead, orderBodies, refundsByOrder } from './order-bodies.js';

/** Ids that are close to each other are asked for as a range, which one page surely holds: the list has no filter by ids. */
export async function findOrders(
  connection: OpenConnection,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OrderBody | null>> {
  const asked = await Promise.all(rangesOf(ids.map(Number)).map(range => ordersIn(connection, range)));
  const orders = asked.flatMap(answer => answer.orders).filter(order => isRead(connection, order));
  const { bodies, failed } = await orderBodies(connection, orders, refundsByOrder(connection, orders));
  const unknown = asked.flatMap(answer => answer.unknown).map(id => ({ id: String(id), reason: 'is not served' }));
  return foundOf(ids, bodies, ({ order }) => order.id, [...failed, ...unknown]);
}

/** The most orders that are read in vain for one that is wanted. */
const widestGap = 25;

/** Ascending ids, each close to the one before, of which the last is less than a page above the first. */
function rangesOf(ids: readonly number[]): readonly (readonly number[])[] {
  const ranges: number[][] = [];
  for (const id of ids.toSorted((left, right) => left - right)) {
    const open = ranges.at(-1);
    const [first = 0, last = 0] = [open?.[0], open?.at(-1)];
    if (open && id < first + pageLimit && id <= last + widestGap) open.push(id);
    else ranges.push([id]);
  }
  return ranges;
}

interface Answer {
  readonly orders: readonly NativeOrder[];
  /** Of which nothing was learnt. */
  readonly unknown: readonly number[];
}

async function ordersIn(connection: OpenConnection, ids: readonly number[]): Promise<Answer> {
  const [first = 0] = ids;
  const last = ids.at(-1) ?? first;
  if (ids.length > 1) {
    const pages = nativeOrderPages(connection, { min_id: first, max_id: last });
    const unknown: number[] = [];
    const orders: NativeOrder[] = [];
    for await (const { items, failed } of pages) {
      orders.push(...items.filter(({ id }) => ids.includes(Number(id))));
      unknown.push(...failed.map(({ id }) => Number(id)));
    }
    return { orders, unknown };
  }
  try {
    const order = await unlessRefused(nativeOrder(connection, first), [404]);
    return { orders: order === null ? [] : [order], unknown: [] };
  } catch (error) {
    if (!mayBePoisoned(error)) throw error;
    return { orders: [], unknown: [first] };
  }
}
