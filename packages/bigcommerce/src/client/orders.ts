import type { NativeOrderAddress } from '../native/address.js';
import type { NativeOrder } from '../native/order.js';
import type { NativeCoupon, NativeTax } from '../native/order-details.js';
import type { NativeOrderLine } from '../native/order-line.js';
import type { NativeRefund } from '../native/refund.js';
import type { NativeShipment } from '../native/shipment.js';
import type { NativeTransaction } from '../native/transaction.js';
import { type Api, type Page, type Patience, unlessRefused } from './api.js';
import { type ListByIds, readByIds } from './by-ids.js';
import { byId, type KeysetPage } from './keyset.js';
import { byPage, byShortPage, collect, isShort, itemsOfPages, pageLimit } from './pages.js';

/** Dates in ISO 8601 with `Z`; all bounds are inclusive. */
export interface OrderFilter {
  readonly min_id?: number;
  readonly max_id?: number;
  readonly min_total?: number;
  readonly max_total?: number;
  readonly customer_id?: number;
  readonly email?: string;
  readonly status_id?: number;
  readonly cart_id?: string;
  readonly payment_method?: string;
  readonly channel_id?: number;
  readonly external_order_id?: string;
  readonly min_date_created?: string;
  readonly max_date_created?: string;
  readonly min_date_modified?: string;
  readonly max_date_modified?: string;
}

/** `consignments.line_items` includes at most fifty lines of an order. */
export interface OrderShape {
  readonly include?: readonly ('consignments' | 'consignments.line_items' | 'fees')[];
  readonly consignment_structure?: 'object';
}

export interface OrderQuery extends OrderFilter, OrderShape {
  readonly page?: number;
  readonly limit?: number;
  readonly sort?: `${'id' | 'customer_id' | 'date_created' | 'date_modified' | 'status_id' | 'channel_id' | 'external_order_id'}:${'asc' | 'desc'}`;
}

export interface RefundQuery {
  readonly 'order_id:in'?: readonly number[];
  readonly 'id:in'?: readonly number[];
  readonly 'created:min'?: string;
  readonly 'created:max'?: string;
  readonly page?: number;
  readonly limit?: number;
}

export interface OrderCount {
  readonly count: number;
  readonly statuses?: readonly { readonly id: number; readonly count: number }[];
}

export function createOrders(api: Api) {
  const list = (query: OrderQuery = {}, patience?: Patience) =>
    api.list<NativeOrder>('/v2/orders', { ...query }, patience);
  const pages = (query: OrderFilter & OrderShape = {}, after = 0): AsyncGenerator<KeysetPage<NativeOrder>> =>
    byId(async (last, to) => {
      const min_id = Math.max(query.min_id ?? 0, last + 1);
      const range = to === undefined ? { min_id } : { min_id, max_id: Math.min(query.max_id ?? to, to) };
      const page = { ...query, sort: 'id:asc', limit: pageLimit, ...range } as const;
      const items = await list(page, to === undefined ? undefined : { retries: 1 });
      return { items, isLast: isShort(items) };
    }, after);
  const refunds = (query: RefundQuery = {}): Promise<Page<NativeRefund>> =>
    api.page('/v3/orders/payment_actions/refunds', { ...query });
  const refundsOfOrders: ListByIds<NativeRefund> = (ids, page) =>
    refunds({ 'order_id:in': ids, page, limit: pageLimit });
  const products = (orderId: number, query: { readonly page?: number; readonly limit?: number } = {}) =>
    api.list<NativeOrderLine>(`/v2/orders/${orderId}/products`, query);
  const taxes = (
    orderId: number,
    query: { readonly details?: boolean; readonly page?: number; readonly limit?: number } = {},
  ) => api.list<NativeTax>(`/v2/orders/${orderId}/taxes`, query);

  const coupons = (orderId: number, query: { readonly page?: number; readonly limit?: number } = {}) =>
    api.list<NativeCoupon>(`/v2/orders/${orderId}/coupons`, query);
  const shipments = (orderId: number, query: { readonly page?: number; readonly limit?: number } = {}) =>
    api.list<NativeShipment>(`/v2/orders/${orderId}/shipments`, query);

  return {
    list,
    /** Ascending by id, each page above the ids of the one before. `after` goes on from an earlier page. */
    pages,
    iterate: (query: OrderFilter & OrderShape = {}) => itemsOfPages(pages(query)),
    get: (id: number, shape: OrderShape = {}) => api.one<NativeOrder>(`/v2/orders/${id}`, { ...shape }),
    /** Not always the number of rows that can be listed. */
    count: (query: OrderFilter = {}) => api.one<OrderCount>('/v2/orders/count', { ...query }),
    products: {
      list: products,
      iterate: (orderId: number) => byShortPage(page => products(orderId, { page, limit: pageLimit })),
    },
    taxes: {
      list: taxes,
      /** With details: without them a row does not name its line. */
      iterate: (orderId: number) => byShortPage(page => taxes(orderId, { details: true, page, limit: pageLimit })),
    },
    coupons: {
      list: coupons,
      iterate: (orderId: number) => byShortPage(page => coupons(orderId, { page, limit: pageLimit })),
    },
    shipments: {
      list: shipments,
      iterate: (orderId: number) => byShortPage(page => shipments(orderId, { page, limit: pageLimit })),
      get: (orderId: number, id: number) => api.one<NativeShipment>(`/v2/orders/${orderId}/shipments/${id}`),
      count: (orderId: number) => api.one<Pick<OrderCount, 'count'>>(`/v2/orders/${orderId}/shipments/count`),
    },
    shippingAddresses: {
      list: (orderId: number) =>
        api.list<NativeOrderAddress>(`/v2/orders/${orderId}/shipping_addresses`, { limit: pageLimit }),
    },
    transactions: {
      /** Page numbers are said not to work here: the second page is then the first once more. None is 204 or 404. */
      list: async (orderId: number): Promise<NativeTransaction[]> => {
        const path = `/v3/orders/${orderId}/transactions`;
        const pages = byPage(page => api.page<NativeTransaction>(path, { page, limit: pageLimit }));
        return (await unlessRefused(collect(itemsOfPages(pages)), [404])) ?? [];
      },
    },
    refunds: {
      /** Of all orders, ascending by id. */
      list: refunds,
      get: (id: number) => api.data<NativeRefund>(`/v3/orders/payment_actions/refunds/${id}`),
      pages: (query: Omit<RefundQuery, 'page' | 'limit'> = {}, resume: string | null = null) =>
        byPage(page => refunds({ ...query, page, limit: pageLimit }), resume),
      /** Of these orders; orders of which one cannot be served stand in `failed`. */
      ofOrders: (ids: readonly number[]) => readByIds(ids, refundsOfOrders),
      iterate: (query: Omit<RefundQuery, 'page' | 'limit'> = {}) =>
        itemsOfPages(byPage(page => refunds({ ...query, page, limit: pageLimit }))),
    },
  };
}
