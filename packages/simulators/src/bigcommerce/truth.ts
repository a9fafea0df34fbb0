import type { Registry } from './records/registry.js';
import type { Rows } from './records/rows.js';
import { listedMethods } from './shop/payment.js';
import type { Shop } from './shop/shop.js';
import { orderStatuses } from './shop/statuses.js';
import type { Transaction } from './shop/transaction.js';
import { customerAddresses } from './views/customer.js';

const disputed = 13;

/** A settlement notice repeats the capture, and an authorization only holds; the test gateway moves nothing. */
const movesMoney = ({ event, failed, gateway }: Transaction): boolean =>
  ['purchase', 'capture', 'refund'].includes(event) && !failed && gateway !== 'testgateway';

const ids = (rows: Iterable<{ readonly id: number }>): string[] => Array.from(rows, ({ id }) => String(id));

const idsOf = ({ all }: Rows, key = 'id'): string[] => all.map(row => String(row[key]));

/** Everything that can be listed now. Archived orders are listed, deleted products and customers are not. */
export function shopTruth(
  { orders, customers, catalog, seed }: Shop,
  records: Registry,
): Readonly<Record<string, readonly string[]>> {
  const transactions: string[] = [];
  const movements: string[] = [];
  const shipments: string[] = [];
  for (const entry of orders.entries) {
    const { state } = orders.record(entry);
    transactions.push(...ids(state.transactions));
    movements.push(...ids(state.transactions.filter(movesMoney)));
    shipments.push(...ids(state.shipments));
  }
  const variants = catalog.listed.flatMap(product => product.variants);
  return {
    orders: ids(orders.entries),
    transactions,
    /** The transactions that took or gave back money. */
    movements,
    shipments,
    disputedOrders: ids(orders.entries.filter(({ statusId }) => statusId === disputed)),
    refunds: ids(orders.refunds),
    customers: ids(customers.entries),
    addresses: customers.entries.flatMap(entry =>
      customerAddresses(seed, customers.customer(entry), entry).map(({ id }) => String(id)),
    ),
    products: ids(catalog.listed),
    variants: ids(variants),
    inventoryItems: ids(variants),
    brands: idsOf(records.brands),
    categories: idsOf(records.categories, 'category_id'),
    channels: idsOf(records.channels),
    locations: idsOf(records.locations),
    currencies: idsOf(records.currencies),
    orderStatuses: ids(orderStatuses),
    customerGroups: idsOf(records.customerGroups),
    paymentMethods: listedMethods.map(({ gateway }) => gateway),
    taxClasses: idsOf(records.taxClasses),
    taxRates: idsOf(records.taxRates),
    taxComponents: records.taxRates.all.flatMap(rate =>
      (rate.class_rates as { tax_class_id: number }[]).map(row => `${rate.id}:${row.tax_class_id}`),
    ),
    taxZones: idsOf(records.taxZones),
    shippingZones: idsOf(records.shippingZones),
    priceLists: idsOf(records.priceLists),
  };
}
