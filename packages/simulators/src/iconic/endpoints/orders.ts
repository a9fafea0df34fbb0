import { json, type Route } from '../../http.js';
import { orderBody } from '../bodies/order.js';
import { countedPage, openPage, sorted } from '../pages.js';
import { found, Refusal, serverError } from '../problems.js';
import { readQuery } from '../query.js';
import { type OrderRecord, orderById, statusOf } from '../shop/order.js';
import { shopperOf } from '../shop/shoppers.js';
import type { World } from '../world.js';
import { readOrderFilters } from './order-filters.js';

const searchKeys: Readonly<Record<string, (world: World, order: OrderRecord) => readonly string[]>> = {
  order_nr: (_, order) => [order.number],
  source: (_, order) => [`THE ICONIC ${order.country}`],
  customer: ({ shop }, order) => {
    const { firstName, lastName } = shopperOf(shop.seeded, order.shopper);
    return [`${firstName} ${lastName}`];
  },
  product: (_, order) => order.items.map(item => item.product.name),
  'cancelation-reason': (_, order) =>
    order.items.filter(item => statusOf(item) === 'canceled').map(item => item.failure.name),
};

/** Suggestions for a search box. A missing `key` or `query` is a server error, not a validation error. */
function search(world: World, query: URLSearchParams): Response {
  const valuesOf = searchKeys[query.get('key') ?? ''];
  const wanted = query.get('query')?.toLowerCase();
  if (!valuesOf || wanted === undefined) throw new Refusal(serverError());
  const values = new Set(world.shop.orders.flatMap(order => valuesOf(world, order)));
  const matches = [...values].filter(value => value.toLowerCase().startsWith(wanted)).slice(0, 10);
  return json({ results: matches.map(value => ({ label: value, value, sublabel: null })) });
}

/** `olderPaging`: answer with the total, as deployments did before `hasNext`. */
export const orderRoutes = (world: World, olderPaging: boolean): Route[] => [
  [
    'GET /v2/orders',
    ({ url, query }) => {
      const read = readQuery(query);
      const page = read.page({ max: 100 });
      const passes = readOrderFilters(read, world.shop);
      const sort = read.choice('sort', ['createdAt', 'updatedAt']) ?? 'createdAt';
      const direction = read.choice('sortDir', ['asc', 'desc']) ?? 'desc';
      const withVouchers = read.flag('includeVoucherDetails') ?? false;
      read.check();
      const orders = world.results.list(url, () =>
        sorted(
          world.shop.orders.filter(passes),
          order => order[sort],
          order => order.id,
          direction,
        ),
      );
      const cut = olderPaging ? countedPage : openPage;
      return cut(orders, page, order => orderBody(world, order, withVouchers));
    },
  ],
  ['GET /v2/orders/search', ({ query }) => search(world, query)],
  [
    'GET /v2/orders/:id',
    ({ params }) => {
      const order = found(orderById(world.shop.orders, Number(params.id)));
      return json(orderBody(world, order, true));
    },
  ],
];
