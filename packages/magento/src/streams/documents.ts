import { type BodyPage, stream } from '@cartograph/connector-kit';
import { type ReadQuery, RequestError } from '@cartograph/core';
import type { Listing } from '../client/listing.js';
import type { MagentoClient } from '../client.js';
import { mapAhead } from './ahead.js';
import { whereAllowed } from './allowed.js';
import { readAmong } from './among.js';
import { feed, withFailed } from './feed.js';
import { orderRecords } from './orders.js';
import { byChange, formatPosition, parsePosition, placeOf, type Sequence } from './position.js';
import { readWindow } from './window.js';

interface Kind {
  readonly list: (client: MagentoClient) => Listing<unknown>;
  readonly sequence: Sequence;
}

const kinds = {
  invoices: { list: client => client.invoices, sequence: byChange },
  creditmemos: { list: client => client.creditMemos, sequence: byChange },
  shipments: { list: client => client.shipments, sequence: byChange },
  transactions: { list: client => client.transactions, sequence: { time: 'created_at', id: 'transaction_id' } },
} as const satisfies Record<string, Kind>;

type KindName = keyof typeof kinds;
const names = Object.keys(kinds) as KindName[];

const orders = feed({ list: client => client.orders });

/**
 * Orders whose invoices, refunds, shipments or transactions are newer than the order says: whoever writes those mostly saves
 * the order as well, which moves its time, but not every module does.
 */
export const documents = stream({
  ...orderRecords,
  feeds: 'orders',
  ...whereAllowed({ read: readDocuments, find: findBehind }),
});

/** The first reading needs none of this: it reads all orders. */
export async function* readDocuments(client: MagentoClient, query: ReadQuery): AsyncGenerator<BodyPage> {
  if (query.since === null) return;
  const { kind: first, position } = parseToken(query.resume);
  for (const kind of names.slice(names.indexOf(first))) {
    const { list, sequence } = kinds[kind];
    const fields = `items[${sequence.id},order_id,${sequence.time}],total_count`;
    const listing: Listing<unknown> = list(client);
    const projected: Listing<unknown> = {
      ...listing,
      list: (criteria, patience) => listing.list({ ...criteria, fields }, patience),
    };
    const after = kind === first && position !== null ? parsePosition(position) : null;
    const pages = readWindow({ listing: projected, query, after, sequence });
    yield* mapAhead(pages, 1, async ({ items, failed: unserved, next }) => {
      const { bodies, failed } = await ordersBehind(client, items, sequence);
      // A document that is not served does not tell its order: it waits under its own name.
      const places = unserved.map(({ id, reason }) => ({ id: `${kind} ${id}`, reason, stream: 'documents' }));
      return { bodies, ...withFailed([...failed, ...places]), next: nextToken(kind, next && formatPosition(next)) };
    });
  }
}

/** By the ids of orders, or by the kind and id of a document that was not served, which stands for its order. */
async function findBehind(client: MagentoClient, ids: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
  const found = new Map(await orders.find(client, ids));
  for (const place of ids) {
    const [, kind = '', id = ''] = /^(\w+) (\d+)$/.exec(place) ?? [];
    if (!Object.hasOwn(kinds, kind)) continue;
    const { list, sequence } = kinds[kind as KindName];
    const { items, failed } = await readAmong<unknown>(list(client), { field: sequence.id, values: [id] });
    if (failed.length > 0) continue;
    const [document] = items as readonly ({ readonly order_id?: unknown } | undefined)[];
    const orderId = String(document?.order_id ?? '');
    if (document === undefined) found.set(place, null);
    else for (const body of (await orders.find(client, [orderId])).values()) found.set(place, body);
  }
  return found;
}

type Behind = Required<Pick<BodyPage, 'bodies' | 'failed'>>;

/** Which orders are older than their documents is asked for in a few bytes; only these are read whole. */
async function ordersBehind(client: MagentoClient, items: readonly unknown[], sequence: Sequence): Promise<Behind> {
  const latest = new Map<string, string>();
  for (const item of items) {
    const { at } = placeOf(item, sequence);
    const orderId = String((item as Record<string, unknown> | null)?.order_id ?? '');
    if (at !== null && at > (latest.get(orderId) ?? '')) latest.set(orderId, at);
  }
  const field = 'entity_id';
  const known = await readAmong(client.orders, {
    field,
    values: [...latest.keys()],
    fields: `items[${field},updated_at],total_count`,
  });
  const behind = known.items.filter(order => {
    const { at, id } = placeOf(order, byChange);
    return at === null || at < (latest.get(String(id)) ?? '');
  });
  const { items: bodies, failed } = await readAmong(client.orders, {
    field,
    values: behind.map(order => String(order.entity_id)),
  });
  return { bodies, failed: [...known.failed, ...failed] };
}

const nextToken = (kind: KindName, position: string | null): string | null => {
  if (position !== null) return `${kind}|${position}`;
  const following = names[names.indexOf(kind) + 1];
  return following ?? null;
};

function parseToken(token: string | null): { kind: KindName; position: string | null } {
  if (token === null) return { kind: 'invoices', position: null };
  const [, kind, position = null] = /^(\w+)(?:\|(.+))?$/.exec(token) ?? [];
  if (kind === undefined || !Object.hasOwn(kinds, kind))
    throw new RequestError('Magento: this is no place to resume from; read from the start');
  return { kind: kind as KindName, position };
}
