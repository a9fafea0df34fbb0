export type { MagentoCall, Raw } from './client/api.js';
export type { Condition, Filter, SearchCriteria } from './client/criteria.js';
export type { Listing, ListPage } from './client/listing.js';
export { createMagentoClient, type MagentoClient, type MagentoClientOptions } from './client.js';
export type { MagentoConfig, MagentoConfigInput } from './config.js';
export { magento } from './connector.js';
export type { MagentoShop } from './shop.js';
