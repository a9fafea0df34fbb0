import type { Api } from './api.js';
import { createBrands } from './brands.js';
import { createCategories } from './categories.js';
import { createChannels } from './channels.js';
import { createBlog, createPages } from './content.js';
import { createCustomers } from './customers.js';
import { createFollow } from './follow.js';
import { createGraphql } from './graphql.js';
import { createInventory } from './inventory.js';
import { createLegacyCatalog } from './legacy-catalog.js';
import { createLegacyProducts } from './legacy-products.js';
import { createLocations } from './locations.js';
import { createBanners, createCoupons, createGiftCertificates } from './marketing.js';
import { createOrders } from './orders.js';
import { createPriceLists } from './price-lists.js';
import { createProducts } from './products.js';
import { createSettings } from './settings.js';
import { createShipping } from './shipping.js';
import { createCountries, createCurrencies, createOrderStatuses, createPaymentMethods, createStore } from './store.js';
import { createCatalogSummary } from './summary.js';
import { createTaxes } from './taxes.js';
import { createVariants } from './variants.js';
import { createRedirects, createWebhooks } from './webhooks.js';

/** Everything that the client names. */
export const createResources = (api: Api) => ({
  store: createStore(api),
  orders: createOrders(api),
  orderStatuses: createOrderStatuses(api),
  paymentMethods: createPaymentMethods(api),
  customers: createCustomers(api),
  products: createProducts(api),
  variants: createVariants(api),
  catalog: createCatalogSummary(api),
  brands: createBrands(api),
  categories: createCategories(api),
  priceLists: createPriceLists(api),
  inventory: createInventory(api),
  locations: createLocations(api),
  coupons: createCoupons(api),
  giftCertificates: createGiftCertificates(api),
  taxes: createTaxes(api),
  shipping: createShipping(api),
  currencies: createCurrencies(api),
  channels: createChannels(api),
  webhooks: createWebhooks(api),
  redirects: createRedirects(api),
  settings: createSettings(api),
  banners: createBanners(api),
  blog: createBlog(api),
  pages: createPages(api),
  countries: createCountries(api),
  legacy: { ...createLegacyProducts(api), ...createLegacyCatalog(api) },
  graphql: createGraphql(api),
  ...createFollow(api),
});
