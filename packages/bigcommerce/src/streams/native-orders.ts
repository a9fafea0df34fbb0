import type { KeysetPage } from '../client/keyset.js';
import type { OrderFilter } from '../client/orders.js';
import type { NativeOrder } from '../native/order.js';
import type { OpenConnection } from './connection.js';

/** Lines, addresses and fees come with the list. */
const shape = { include: ['consignments.line_items', 'fees'], consignment_structure: 'object' } as const;

/** Orders as they arrive: here nothing is checked, since normalizing checks. */
export const nativeOrderPages = (
  { client }: OpenConnection,
  filter: OrderFilter,
  after = 0,
): AsyncGenerator<KeysetPage<NativeOrder>> =>
  client.orders.pages({ ...filter, ...shape }, after) as AsyncGenerator<KeysetPage<NativeOrder>>;

export const nativeOrder = async ({ client }: OpenConnection, id: number): Promise<NativeOrder> =>
  (await client.orders.get(id, shape)) as NativeOrder;
