import { checkInput, type RequestOptions } from '@cartograph/connector-kit';
import { historyFilters, type OrderSearch, orderFilters, orderSearch } from '../input/orders.js';
import {
  type Order,
  orderFinanceSchema,
  orderHistorySchema,
  orderSchema,
  orderSuggestionSchema,
  ordersCountersSchema,
} from '../records/order.js';
import { type Api, part } from './api.js';
import { inHundreds } from './by-ids.js';
import { createOrderActions } from './order-actions.js';

type Id = string | number;

export function createOrders(api: Api) {
  const orders = api.of('orders', orderSchema);
  const history = api.of('orders.history', orderHistorySchema);
  const finance = api.of('orders.finance', orderFinanceSchema);
  const counters = api.of('orders.counters', ordersCountersSchema);
  const suggestions = api.of('orders.search', orderSuggestionSchema);
  const { list, iterate } = orders.paged('/v2/orders', orderFilters, { order: { sort: 'createdAt', sortDir: 'asc' } });
  return {
    list,
    iterate,
    /** By the numeric id, never by the order's number. */
    get: (id: Id, call?: RequestOptions): Promise<Order> => orders.one('GET', `/v2/orders/${part(id)}`, {}, call),
    /** By the number that people see; null where there is no such order. */
    byNumber: async (number: string, call?: RequestOptions): Promise<Order | null> => {
      const { items } = await list({ orderNumbers: [number], limit: 1 }, call);
      return items.find(order => order.number === number) ?? null;
    },
    /** Orders by their numbers, a hundred a request; those that are not there are left out. */
    byNumbers: async (numbers: readonly string[], call?: RequestOptions): Promise<Order[]> => {
      const found: Order[] = [];
      for (const orderNumbers of inHundreds(numbers))
        for await (const order of iterate({ orderNumbers }, call)) found.push(order);
      return found;
    },
    /** What happened to its items. */
    history: {
      list: async (orderId: Id, query: { readonly orderItemIds?: readonly Id[] } = {}, call?: RequestOptions) =>
        history.all(
          'GET',
          `/v2/order/${part(orderId)}/history`,
          { query: checkInput<object>('orders.history.list', historyFilters, query) },
          call,
        ),
    },
    /** Sums over its items, and what the seller was booked so far. */
    finance: {
      get: (orderId: Id, call?: RequestOptions) => finance.one('GET', `/v2/order/${part(orderId)}/finance`, {}, call),
    },
    /** How many orders wait for what; approximate, and some time behind. */
    counters: (call?: RequestOptions) => counters.one('GET', '/v2/orders-counters', {}, call),
    /** Suggestions for a search box, not orders. */
    search: async (query: OrderSearch, call?: RequestOptions) =>
      suggestions.all('GET', '/v2/orders/search', { query: checkInput('orders.search', orderSearch, query) }, call),
    ...createOrderActions(api),
  };
}
