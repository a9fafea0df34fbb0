import { brands } from './catalog/brands.js';
import { categories } from './catalog/categories.js';
import type { Poisoned } from './quirks/poison.js';
import { seller } from './seller.js';
import { isPacked, type OrderRecord, trackingCode } from './shop/order.js';
import { paymentMethodNames } from './shop/payment-methods.js';
import type { World } from './world.js';

const ids = (rows: readonly { readonly id: number }[]): string[] => rows.map(row => String(row.id));

const trackingCodes = (order: OrderRecord): string[] => [
  ...new Set(order.items.filter(isPacked).map(item => trackingCode(order, item))),
];

/** Everything that there is now. Categories that are not active and brands closed to the seller are listed on request only. */
export function truthOf(
  { shop, results }: World,
  poisoned: Poisoned | null,
): Readonly<Record<string, readonly string[]>> {
  const items = shop.orders.flatMap(order => order.items.map(item => ({ ...item, country: order.country })));
  return {
    orders: ids(shop.orders),
    orderItems: ids(items),
    trackingCodes: shop.orders.flatMap(trackingCodes),
    /** Each by its country and percentage; the platform does not list them. */
    taxRates: [...new Set(items.map(({ country, taxPercent }) => `${country}-${taxPercent}`))],
    productSets: ids(shop.catalog.sets),
    products: ids(shop.catalog.variants),
    consignedProducts: ids(shop.catalog.variants.filter(variant => variant.consigned !== null)),
    brands: ids(brands.filter(brand => !brand.restricted)),
    categories: ids(categories),
    warehouses: ids(shop.warehouses),
    paymentMethods: [...paymentMethodNames.keys()],
    transactions: ids(results.ledger()),
    statements: ids(results.statements().filter(({ id }) => id !== 0)),
    paidStatements: ids(results.statements().filter(({ paidAt, payout }) => paidAt !== null && payout !== 0)),
    unservedOrders: poisoned ? [poisoned.orders] : [],
    unservedProductSets: poisoned ? [poisoned.productSets, poisoned.productLists] : [],
    sellers: [String(seller.id)],
  };
}
