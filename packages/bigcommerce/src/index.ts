export { type BigCommerceClient, createBigCommerceClient } from './client.js';
export type { BigCommerceConfig } from './config.js';
export { bigcommerce } from './connector.js';
export type { BigCommerceShop } from './shop.js';
