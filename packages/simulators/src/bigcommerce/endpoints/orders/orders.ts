import { type Call, json, type Route } from '../../../http.js';
import { dateOf, includesOf } from '../../query.js';
import { notFound, refuse, type Version } from '../../refusal.js';
import type { OrderEntry, OrderRecord } from '../../shop/order-book.js';
import { orderStatuses } from '../../shop/statuses.js';
import { allowOnly, v2List } from '../../v2.js';
import { consignmentsBody } from '../../views/consignments.js';
import { cartIdOf, orderBody } from '../../views/order.js';
import { feeBody } from '../../views/order-details.js';
import { statusBody } from '../../views/store.js';
import type { Api } from '../api.js';

const filters = new Set([
  'min_id',
  'max_id',
  'min_total',
  'max_total',
  'customer_id',
  'email',
  'status_id',
  'cart_id',
  'payment_method',
  'min_date_created',
  'max_date_created',
  'min_date_modified',
  'max_date_modified',
  'page',
  'limit',
  'sort',
  'channel_id',
  'include',
  'consignment_structure',
  'external_order_id',
  'is_deleted',
]);

const sortable: Readonly<Record<string, (entry: OrderEntry, record: () => OrderRecord) => number | string>> = {
  id: entry => entry.id,
  customer_id: entry => entry.customerId,
  date_created: entry => entry.createdAt,
  date_modified: entry => entry.modifiedAt,
  status_id: entry => entry.statusId,
  channel_id: entry => entry.channelId,
  external_id: (_entry, record) => record().order.externalId ?? '',
};

type EntryTest = (entry: OrderEntry) => boolean;

/** Filters that the entry alone can answer come first: the others make the whole order anew. */
function entryTests(query: URLSearchParams): EntryTest[] {
  const tests: EntryTest[] = [];
  const number = (name: string, holds: (entry: OrderEntry, bound: number) => boolean) => {
    const text = query.get(name);
    if (text === null || text === '') return;
    const bound = Number(text);
    if (Number.isNaN(bound)) throw refuse('v2', 400, `The value of '${name}' must be a number.`);
    tests.push(entry => holds(entry, bound));
  };
  const date = (name: string, holds: (entry: OrderEntry, bound: number) => boolean) => {
    const bound = dateOf('v2', query, name);
    if (bound !== undefined) tests.push(entry => holds(entry, bound));
  };
  number('min_id', (entry, bound) => entry.id >= bound);
  number('max_id', (entry, bound) => entry.id <= bound);
  number('min_total', (entry, bound) => entry.totalInc >= bound * 10_000);
  number('max_total', (entry, bound) => entry.totalInc <= bound * 10_000);
  number('customer_id', (entry, bound) => entry.customerId === bound);
  number('status_id', (entry, bound) => entry.statusId === bound);
  number('channel_id', (entry, bound) => entry.channelId === bound);
  date('min_date_created', (entry, bound) => entry.createdAt >= bound);
  date('max_date_created', (entry, bound) => entry.createdAt <= bound);
  date('min_date_modified', (entry, bound) => entry.modifiedAt >= bound);
  date('max_date_modified', (entry, bound) => entry.modifiedAt <= bound);
  const deleted = query.get('is_deleted');
  if (deleted !== null) tests.push(entry => entry.archived === (deleted === 'true' || deleted === '1'));
  return tests;
}

function recordTests(query: URLSearchParams): ((record: OrderRecord) => boolean)[] {
  const texts: Readonly<Record<string, (record: OrderRecord) => string>> = {
    email: ({ order }) => order.billing.email,
    payment_method: ({ order }) => order.payment.name,
    cart_id: record => cartIdOf(record) ?? '',
    external_order_id: ({ order }) => String(order.written?.external_order_id ?? order.externalId ?? ''),
  };
  return Object.entries(texts).flatMap(([name, read]) => {
    const wanted = query.get(name)?.toLowerCase();
    return wanted ? [(record: OrderRecord) => read(record).toLowerCase() === wanted] : [];
  });
}

/** Rows sorted by one field and then by id; kept until an order changes, since a reader asks page after page. */
function createSorter({ shop }: Api) {
  let version = -1;
  let kept = new Map<string, readonly OrderEntry[]>();
  return (sort: string): readonly OrderEntry[] => {
    const [field = 'id', direction = 'asc'] = sort.split(':');
    const read = sortable[field];
    if (!read || (direction !== 'asc' && direction !== 'desc'))
      throw refuse('v2', 400, `The sort '${sort}' is not supported.`);
    if (version !== shop.orders.version) kept = new Map();
    version = shop.orders.version;
    const known = kept.get(sort);
    if (known) return known;
    const sign = direction === 'asc' ? 1 : -1;
    const rows = shop.orders.entries.map(entry => ({ entry, key: read(entry, () => shop.orders.record(entry)) }));
    rows.sort((left, right) =>
      left.key < right.key ? -sign : left.key > right.key ? sign : left.entry.id - right.entry.id,
    );
    const sorted = rows.map(({ entry }) => entry);
    kept.set(sort, sorted);
    return sorted;
  };
}

/** The order that a path names. */
export function orderEntryIn({ shop }: Api, { params }: Pick<Call, 'params'>, version: Version = 'v2'): OrderEntry {
  const entry = shop.orders.entry(Number(params.id));
  if (!entry) throw notFound(version);
  return entry;
}

export const orderIn = (api: Api, call: Pick<Call, 'params'>, version: Version = 'v2'): OrderRecord =>
  api.shop.orders.record(orderEntryIn(api, call, version));

function withIncludes(
  body: Record<string, unknown>,
  record: OrderRecord,
  { shop, serve }: Api,
  query: URLSearchParams,
) {
  const include = includesOf(query);
  const lines = include.has('consignments.line_items');
  if (include.has('consignments') || lines) {
    const consignments = consignmentsBody(record, shop.storeHash, lines, serve);
    // Without the parameter the older shape comes: a list.
    body.consignments = query.get('consignment_structure') === 'object' ? consignments : [consignments];
  }
  if (include.has('fees')) body.fees = record.order.fees.map(fee => feeBody(record, fee));
  return body;
}

/** An order as it is answered. What the gateway still has to do is done once the order has been seen without. */
export function renderOrder(api: Api, entry: OrderEntry, query: URLSearchParams): unknown {
  const { shop, serve } = api;
  const record = shop.orders.record(entry);
  const body = serve('orders', entry.id, withIncludes(orderBody(record, shop.storeHash), record, api, query));
  shop.orders.proceed(entry);
  return body;
}

export function orderRoutes(base: string, api: Api): Route[] {
  const { shop } = api;
  const sorted = createSorter(api);

  const list = ({ query }: Call): Response => {
    allowOnly(query, filters);
    const tests = entryTests(query);
    const deep = recordTests(query);
    const rows = sorted(query.get('sort') ?? 'id').filter(
      entry =>
        tests.every(test => test(entry)) && (deep.length === 0 || deep.every(test => test(shop.orders.record(entry)))),
    );
    return v2List(rows, query, entry => renderOrder(api, entry, query));
  };

  const count = ({ query }: Call): Response => {
    allowOnly(query, filters);
    const tests = entryTests(query);
    const counted = shop.orders.entries.filter(entry => tests.every(test => test(entry)));
    const statuses = [...orderStatuses]
      .sort((left, right) => left.order - right.order)
      .map(status => {
        const { order, ...rest } = statusBody(status);
        return { ...rest, count: counted.filter(entry => entry.statusId === status.id).length, sort_order: order };
      });
    return json({ statuses, count: counted.length });
  };

  return [
    [`GET ${base}/v2/orders`, list],
    [`GET ${base}/v2/orders/count`, count],
    [`GET ${base}/v2/orders/:id`, call => json(renderOrder(api, orderEntryIn(api, call), call.query))],
  ];
}
