export { type CustomerLogin, createCustomerLoginToken, customerLoginUrl } from './auth/customer-login.js';
export {
  type App,
  type AppGrant,
  type AuthCallback,
  exchangeCode,
  missingScopes,
  readAuthCallback,
} from './auth/oauth.js';
export { type SignedPayload, verifySignedPayload } from './auth/signed-payload.js';
export { type AppCredentials, type AppLoad, verifySignedPayloadJwt } from './auth/signed-payload-jwt.js';
export { readWebhook, type WebhookCheck, type WebhookEvent } from './auth/webhook.js';
export type { InventoryQuery, ProductFilter, ProductQuery } from './client/catalog.js';
export type { CategoryFilter, CategoryQuery } from './client/categories.js';
export type { CustomerQuery } from './client/customers.js';
export type { LocationFilter, LocationQuery } from './client/locations.js';
export type { OrderFilter, OrderQuery, OrderShape, RefundQuery } from './client/orders.js';
export type { TaxRateFilter, TaxRateQuery } from './client/taxes.js';
export { type BigCommerceClient, createBigCommerceClient } from './client.js';
export type { BigCommerceConfig } from './config.js';
export { bigcommerce } from './connector.js';
export type { BigCommerceShop } from './shop.js';
