import { json, type Route } from '../../http.js';
import { looseItemBody } from '../bodies/order.js';
import { groupBy } from '../grouping.js';
import { countedPage, sorted } from '../pages.js';
import { found } from '../problems.js';
import { type QueryReader, readQuery } from '../query.js';
import { packageIdOf, togetherWith, type Unit } from '../shop/dispatch.js';
import { isPacked, itemById, srcIdOf, statusOf } from '../shop/order.js';
import { defaultProvider } from '../shop/providers.js';
import type { World } from '../world.js';
import { itemStatuses, shipmentTypes } from './order-filters.js';

const filterableStatuses = itemStatuses.filter(status => status !== 'payment_pending');
const returnStatuses = ['return_shipped_by_customer', 'return_delivered', 'return_waiting_for_approval', 'returned'];

/** The filters of `GET /v2/order-items`: a unit must pass all that were sent. */
function readFilters(read: QueryReader): (unit: Unit) => boolean {
  const [createdFrom, createdTo] = [read.instant('createdAtStart', 'start'), read.instant('createdAtEnd', 'end')];
  const [updatedFrom, updatedTo] = [read.instant('updatedAtStart', 'start'), read.instant('updatedAtEnd', 'end')];
  const itemIds = read.integers('orderItemIds');
  const orderIds = read.integers('orderIds');
  const numbers = read.texts('orderNumbers');
  const statuses = read.choices('status', filterableStatuses);
  const shipmentType = read.choice('shipmentType', shipmentTypes);
  const returnedBy = read.choice('returnedBy', ['seller', 'region']);
  const srcIds = read.texts('srcIds');
  return ({ order, item }) =>
    order.createdAt >= (createdFrom ?? 0) &&
    order.createdAt <= (createdTo ?? Number.POSITIVE_INFINITY) &&
    item.updatedAt >= (updatedFrom ?? 0) &&
    item.updatedAt <= (updatedTo ?? Number.POSITIVE_INFINITY) &&
    (itemIds?.includes(item.id) ?? true) &&
    (orderIds?.includes(order.id) ?? true) &&
    (numbers?.includes(order.number) ?? true) &&
    (statuses?.some(status => status === statusOf(item)) ?? true) &&
    (shipmentType === undefined || order.shipmentType === shipmentType) &&
    (srcIds?.includes(srcIdOf(item)) ?? true) &&
    // Whoever set it to returned: the seller's own warehouse takes what he sent himself.
    (returnedBy === undefined ||
      (statusOf(item) === 'returned' && (order.shipmentType === 'warehouse') === (returnedBy === 'region')));
}

/** The units named in `orderItemIds[]`; unknown ones are left out. */
function namedUnits(world: World, query: URLSearchParams): Unit[] {
  const read = readQuery(query);
  const ids = read.integers('orderItemIds');
  read.require('orderItemIds', ids);
  read.check();
  return (ids ?? []).flatMap(id => itemById(world.shop.orders, id) ?? []);
}

function returnBody({ order, item }: Unit) {
  const sentBack = item.history.some(entry => returnStatuses.includes(entry.status));
  return {
    orderItemId: item.id,
    returnComment: sentBack ? item.failure.name : null,
    shipmentProvider: sentBack ? defaultProvider.name : null,
    srcId: null,
    trackingCode: sentBack ? `RET${order.id}AU` : null,
  };
}

export const orderItemRoutes = (world: World): Route[] => [
  [
    'GET /v2/order-items',
    ({ url, query }) => {
      const read = readQuery(query);
      const page = read.page({ max: 100 });
      const passes = readFilters(read);
      const sort = read.choice('sort', ['updatedAt']);
      const direction = read.choice('sortDir', ['asc', 'desc']) ?? 'asc';
      const withVouchers = read.flag('includeVoucherDetails') ?? false;
      read.check();
      const units = world.results.list(url, () => {
        const all = world.shop.orders.flatMap(order => order.items.map(item => ({ order, item })));
        return sorted(
          all.filter(passes),
          unit => (sort ? unit.item.updatedAt : unit.item.id),
          unit => unit.item.id,
          direction,
        );
      });
      return countedPage(units, page, ({ order, item }) => looseItemBody(world, order, item, withVouchers));
    },
  ],
  ['GET /v2/order-items/returns', ({ query }) => json(namedUnits(world, query).map(returnBody))],
  [
    'GET /v2/order-items/packages',
    ({ query }) => {
      const parcels = groupBy(
        namedUnits(world, query).filter(({ item }) => isPacked(item)),
        packageIdOf,
      );
      return json(
        [...parcels].map(([id, units]) => {
          const together = units.slice(0, 1).flatMap(togetherWith);
          return { id, srcId: null, orderItemIds: together.map(item => item.id) };
        }),
      );
    },
  ],
  [
    'GET /v2/order-items/:id/return',
    ({ params }) => json(returnBody(found(itemById(world.shop.orders, Number(params.id))))),
  ],
];
