export type { InventoryQuery, ProductFilter, ProductQuery } from './client/catalog.js';
export type { CustomerQuery } from './client/customers.js';
export type { OrderFilter, OrderQuery, OrderShape, RefundQuery } from './client/orders.js';
export { type BigCommerceClient, createBigCommerceClient } from './client.js';
export type { BigCommerceConfig } from './config.js';
export { bigcommerce } from './connector.js';
export type { BigCommerceShop } from './shop.js';
