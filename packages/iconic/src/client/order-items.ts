import { checkInput, type RequestOptions } from '@cartograph/connector-kit';
import {
  itemsOf,
  orderItemFilters,
  type ShippingProviderInput,
  shippingProvider,
  trackingCode,
} from '../input/orders.js';
import {
  assignedTagsSchema,
  itemTagSchema,
  type OrderItem,
  orderItemPackageSchema,
  orderItemReturnSchema,
  orderItemSchema,
} from '../records/order-item.js';
import { type Api, type Endpoints, part } from './api.js';
import { inHundreds } from './by-ids.js';

type Id = string | number;

export function createOrderItems(api: Api) {
  const items = api.of('orderItems', orderItemSchema);
  const packages = api.of('orderItems.packages', orderItemPackageSchema);
  const returns = api.of('orderItems.returns', orderItemReturnSchema);
  const tags = api.of('orderItems.tags', itemTagSchema);
  const assigned = api.of('orderItems.tags', assignedTagsSchema);
  const { list, iterate } = items.paged('/v2/order-items', orderItemFilters, {
    order: { sort: 'updatedAt', sortDir: 'asc' },
  });

  /** A hundred a request. */
  const ofItems =
    <Row>(name: string, endpoints: Endpoints<Row>, path: string) =>
    async (orderItemIds: readonly Id[], call?: RequestOptions): Promise<Row[]> => {
      const ids = checkInput(`orderItems.${name}`, itemsOf, orderItemIds);
      const rows: Row[] = [];
      for (const chunk of inHundreds(ids))
        rows.push(...(await endpoints.all('GET', path, { query: { orderItemIds: chunk } }, call)));
      return rows;
    };

  return {
    list,
    iterate,
    /** Null where there is no such item. */
    get: async (id: Id, call?: RequestOptions): Promise<OrderItem | null> =>
      (await list({ orderItemIds: [id], limit: 1 }, call)).items[0] ?? null,
    /** Of its whole package, while that is ready to ship. */
    setTrackingCode: async (id: Id, code: string, call?: RequestOptions): Promise<void> =>
      api.send(
        'POST',
        `/v2/order-item/${part(id)}/tracking-code`,
        { json: { trackingCode: checkInput('orderItems.setTrackingCode', trackingCode, code) } },
        call,
      ),
    /** Of its whole package, while that is ready to ship. */
    setShippingProvider: async (id: Id, input: ShippingProviderInput, call?: RequestOptions): Promise<OrderItem> =>
      items.one(
        'POST',
        `/v2/order-item/${part(id)}/shipping-provider`,
        { json: checkInput('orderItems.setShippingProvider', shippingProvider, input) },
        call,
      ),
    packages: { list: ofItems('packages.list', packages, '/v2/order-items/packages') },
    /** The parcels in which items came back. */
    returns: {
      list: ofItems('returns.list', returns, '/v2/order-items/returns'),
      get: (orderItemId: Id, call?: RequestOptions) =>
        returns.one('GET', `/v2/order-items/${part(orderItemId)}/return`, {}, call),
    },
    tags: {
      list: (call?: RequestOptions) => tags.all('GET', '/v2/order-item-tags', {}, call),
      ofItems: ofItems('tags.ofItems', assigned, '/v2/order-item-tags/assigned'),
    },
  };
}
