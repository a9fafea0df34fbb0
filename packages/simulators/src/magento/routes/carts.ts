import { moneyNumber } from '../../money.js';
import type { Body } from '../bodies/body.js';
import { customerBody } from '../bodies/customer.js';
import { lineSku } from '../bodies/order-item.js';
import { stamp } from '../clock.js';
import type { Collection } from '../protocol/collection.js';
import { noSuchEntity } from '../protocol/errors.js';
import { incrementId, type Sale } from '../sales/sale.js';
import type { Customer } from '../shop/customers.js';
import type { Shop } from '../shop/shop.js';
import { globalCurrency, type StoreView, viewById, websiteById } from '../shop/stores.js';
import type { Desk, Endpoint } from './endpoint.js';

const right = 'Magento_Cart::manage';

/** Orders took the numbers after these; below are the carts that nobody bought. */
const firstOrdered = 58;
const mostAbandoned = 12;

type Row =
  | { readonly id: number; readonly saleId: number }
  | { readonly id: number; readonly customer: Customer; readonly product: number };

/** Carts: one behind each order, and some that were left. */
export function cartEndpoints(shop: Shop, desk: Desk): Endpoint[] {
  const abandoned = (): Row[] =>
    shop.customers
      .slice(0, mostAbandoned)
      .map((customer, index) => ({ id: index + 1, customer, product: (index * 37) % shop.products.length }));
  const carts: Collection<Row> = {
    name: 'carts',
    rows: () => [
      ...abandoned(),
      ...shop.ledger.summaries().map(({ id }) => ({ id: id + firstOrdered - 1, saleId: id })),
    ],
    id: cart => String(cart.id),
    primaryKey: 'entity_id',
    columns: {
      entity_id: cart => cart.id,
      is_active: cart => ('saleId' in cart ? 0 : 1),
      store_id: cart =>
        'saleId' in cart ? (shop.ledger.summaries()[cart.saleId - 1]?.storeId ?? 0) : cart.customer.storeId,
      customer_id: cart => ('saleId' in cart ? shop.ledger.summaries()[cart.saleId - 1]?.customerId : cart.customer.id),
      created_at: cart =>
        'saleId' in cart ? shop.ledger.summaries()[cart.saleId - 1]?.createdAt : stamp(cart.customer.updatedAt),
      updated_at: cart =>
        'saleId' in cart ? shop.ledger.summaries()[cart.saleId - 1]?.createdAt : stamp(cart.customer.updatedAt),
    },
    bodyColumns: ['items_count', 'items_qty', 'reserved_order_id', 'is_virtual'],
    body: cart => {
      const sale = 'saleId' in cart ? shop.ledger.sale(cart.saleId) : undefined;
      if (sale)
        return orderedBody(
          cart.id,
          sale,
          shop.customers.find(({ id }) => id === sale.customerId),
        );
      return 'customer' in cart ? abandonedBody(cart.id, cart.customer, shop.products[cart.product]) : {};
    },
  };
  return [
    ['GET /V1/carts/search', right, desk.list(carts)],
    [
      'GET /V1/carts/:cartId',
      right,
      ({ params }, scope) => desk.one(carts, params.cartId ?? '', scope, () => noSuchEntity('cartId', params.cartId)),
    ],
  ];
}

function orderedBody(id: number, sale: Sale, customer: Customer | undefined): Body {
  const items = sale.lines.map(line => ({
    item_id: line.id + 11,
    sku: lineSku(line),
    qty: line.quantity,
    name: line.product.name,
    price: moneyNumber(line.unit.order.price),
    product_type: line.rowType === 'grouped' ? 'simple' : line.rowType,
    quote_id: String(id),
  }));
  return {
    ...frame(id, stamp(sale.createdAt), sale.view, items),
    is_active: false,
    is_virtual: sale.shipping === null,
    customer: customer ? customerBody(customer) : { email: null, firstname: null, lastname: null },
    reserved_order_id: incrementId(sale.view.id, sale.id),
    customer_is_guest: sale.customerId === null,
  };
}

function abandonedBody(id: number, customer: Customer, product: Shop['products'][number] | undefined): Body {
  const view = viewById(customer.storeId);
  const items = product
    ? [
        {
          item_id: id,
          sku: product.sku,
          qty: 1,
          name: product.name,
          price: moneyNumber(product.prices[view.websiteId] ?? 0),
          product_type: product.type,
          quote_id: String(id),
        },
      ]
    : [];
  return {
    ...frame(id, stamp(customer.updatedAt), view, items),
    is_active: true,
    is_virtual: false,
    customer: customerBody(customer),
    customer_is_guest: false,
  };
}

const frame = (
  id: number,
  time: string,
  view: StoreView,
  items: readonly (Body & { readonly qty: number })[],
): Body => ({
  id,
  created_at: time,
  updated_at: time,
  items,
  items_count: items.length,
  items_qty: items.reduce((sum, { qty }) => sum + qty, 0),
  orig_order_id: 0,
  currency: {
    global_currency_code: globalCurrency,
    base_currency_code: websiteById(view.websiteId).baseCurrency,
    store_currency_code: view.currency,
    quote_currency_code: view.currency,
    store_to_base_rate: 0,
    store_to_quote_rate: 0,
    base_to_global_rate: websiteById(view.websiteId).baseToGlobalRate,
    base_to_quote_rate: view.rate,
  },
  customer_note_notify: true,
  customer_tax_class_id: 3,
  store_id: view.id,
});
