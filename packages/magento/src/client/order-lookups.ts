import { isLoose, optionalId } from '@cartograph/connector-kit';
import { among, collect } from './among.js';
import type { MagentoCall } from './api.js';
import { categoryIds, type InCategory } from './category-ids.js';
import type { ItemOf, Lists } from './lists.js';

type Id = string | number;
type Order = ItemOf<'orders'>;

/** Any order, by itself or by its id. */
export type OrderLike = Id | { readonly entity_id?: unknown };

/** What belongs to orders, and the orders that something belongs to, by as few requests as the shop allows. */
export interface OrderLookups {
  /** By the number that people see, such as 000000071; null where there is none. One request. */
  byNumber(number: string, call?: MagentoCall): Promise<Order | null>;
  /** Some hundred a request. */
  byNumbers(numbers: readonly string[], call?: MagentoCall): AsyncGenerator<Order>;
  /** Of a customer’s account, or of an e-mail address with guest orders. */
  byCustomer(customer: Id | { readonly email: string }, call?: MagentoCall): AsyncGenerator<Order>;
  /** With a row of one of the SKUs: a page of rows, and a page of orders. A configurable product’s rows have the SKU of the variant. */
  bySku(sku: string | readonly string[], call?: MagentoCall): AsyncGenerator<Order>;
  /** With a row of one of the products, by their ids. */
  byProduct(productId: Id | readonly Id[], call?: MagentoCall): AsyncGenerator<Order>;
  /** With a row of a product that is in the category now, and with `subcategories` in one below it. */
  byCategory(categoryId: Id, options?: InCategory, call?: MagentoCall): AsyncGenerator<Order>;
  invoices(order: OrderLike | readonly OrderLike[], call?: MagentoCall): Promise<ItemOf<'invoices'>[]>;
  creditMemos(order: OrderLike | readonly OrderLike[], call?: MagentoCall): Promise<ItemOf<'creditMemos'>[]>;
  shipments(order: OrderLike | readonly OrderLike[], call?: MagentoCall): Promise<ItemOf<'shipments'>[]>;
  transactions(order: OrderLike | readonly OrderLike[], call?: MagentoCall): Promise<ItemOf<'transactions'>[]>;
  /** Null for a guest. One request where the order itself is given. */
  customer(order: OrderLike, call?: MagentoCall): Promise<ItemOf<'customers'> | null>;
  /** What was bought, as it is in the shop now: configurable products and their variants alike. One request where the order itself is given. */
  products(order: OrderLike, call?: MagentoCall): Promise<ItemOf<'products'>[]>;
}

const orderId = (order: OrderLike): string =>
  String(typeof order === 'object' ? (optionalId(order.entity_id) ?? '') : order);

const listOf = <Item>(items: Item | readonly Item[]): readonly Item[] =>
  Array.isArray(items) ? items : [items as Item];

export function createOrderLookups(lists: Lists): OrderLookups {
  const { orders, orderItems, products } = lists;
  const whole = async (order: OrderLike, call?: MagentoCall): Promise<Order> =>
    isLoose(order) && Array.isArray((order as Order).items) ? (order as Order) : orders.get(orderId(order), call);

  /** Orders of some rows, each once: those of a page of rows are asked for together. */
  async function* ofRows(rows: AsyncIterable<ItemOf<'orderItems'>>, call?: MagentoCall): AsyncGenerator<Order> {
    const met = new Set<string>();
    let waiting: string[] = [];
    const fetch = () => among(orders, { field: 'entity_id', values: waiting }, call);
    for await (const row of rows) {
      const id = optionalId(row.order_id);
      if (id === null || met.has(id)) continue;
      met.add(id);
      waiting.push(id);
      if (waiting.length < ordersAtOnce) continue;
      yield* fetch();
      waiting = [];
    }
    if (waiting.length > 0) yield* fetch();
  }

  const rowsOf = (field: 'sku' | 'product_id', values: readonly Id[], call?: MagentoCall) =>
    among(orderItems, { field, values, fields: ['order_id'], pageSize: rowsAtOnce }, call);

  const documents =
    <Name extends 'invoices' | 'creditMemos' | 'shipments' | 'transactions'>(name: Name) =>
    (order: OrderLike | readonly OrderLike[], call?: MagentoCall): Promise<ItemOf<Name>[]> =>
      collect(
        among(lists[name] as Lists['invoices'], { field: 'order_id', values: listOf(order).map(orderId) }, call),
      ) as Promise<ItemOf<Name>[]>;

  return {
    byNumber: (number, call) => orders.search().where('increment_id', number).first(call),
    byNumbers: (numbers, call) => among(orders, { field: 'increment_id', values: numbers }, call),
    byCustomer: (customer, call) =>
      typeof customer === 'object'
        ? orders.search().where('customer_email', customer.email).iterate(call)
        : orders.search().where('customer_id', customer).iterate(call),
    bySku: (sku, call) => ofRows(rowsOf('sku', listOf(sku), call), call),
    byProduct: (productId, call) => ofRows(rowsOf('product_id', listOf(productId), call), call),
    async *byCategory(categoryId, options, call) {
      const ids = await categoryIds(lists, categoryId, options, call);
      const found = among(products, { field: 'category_id', values: ids, fields: ['id'], pageSize: rowsAtOnce }, call);
      const members = new Set((await collect(found)).flatMap(product => optionalId(product.id) ?? []));
      yield* ofRows(rowsOf('product_id', [...members], call), call);
    },
    invoices: documents('invoices'),
    creditMemos: documents('creditMemos'),
    shipments: documents('shipments'),
    transactions: documents('transactions'),
    customer: async (order, call) => {
      const isKnown = isLoose(order) && 'customer_id' in order;
      const id = optionalId(isKnown ? order.customer_id : (await orders.get(orderId(order), call)).customer_id);
      return id === null ? null : lists.customers.get(id, call);
    },
    products: async (order, call) => {
      const { items } = await whole(order, call);
      const values = (items || []).flatMap(item => optionalId(item.product_id) ?? []);
      return collect(among(products, { field: 'entity_id', values }, call));
    },
  };
}

/** Orders are heavy; rows of which only the order is asked for are not. */
const ordersAtOnce = 100;
const rowsAtOnce = 1000;
