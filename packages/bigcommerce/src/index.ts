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
export type { Page } from './client/api.js';
export type { CategoryFilter, CategoryQuery } from './client/categories.js';
export type { CustomerFilter, CustomerQuery } from './client/customers.js';
export type { InventoryQuery } from './client/inventory.js';
export type { LegacyConfig } from './client/legacy-config.js';
export type { LocationFilter, LocationQuery } from './client/locations.js';
export type { OrderFilter, OrderQuery } from './client/orders.js';
export type { Id } from './client/path.js';
export type { ProductFilter, ProductQuery } from './client/products.js';
export type { TaxRateFilter, TaxRateQuery } from './client/taxes.js';
export type { Upload } from './client/upload.js';
export { type BigCommerceClient, type BigCommerceClientConfig, createBigCommerceClient } from './client.js';
export type { BigCommerceConfig } from './config.js';
export { bigcommerce } from './connector.js';
export { type FieldError, fieldErrorsOf } from './errors.js';
export type {
  ActiveTheme,
  Channel,
  CurrencyAssignment,
  Listing,
  Redirect,
  Site,
  Webhook,
  WebhookAdmin,
} from './records/channel.js';
export type { Consignments } from './records/consignment.js';
export type { BlogPost, BlogTag, ContentPage } from './records/content.js';
export type {
  AttributeValue,
  Consent,
  Customer,
  CustomerAddress,
  CustomerAttribute,
  CustomerGroup,
  FormFieldValue,
  LegacyAddress,
  LegacyCustomer,
  StoredInstrument,
} from './records/customer.js';
export type { Accepted, InventoryItem, Location, LocationItem } from './records/inventory.js';
export type {
  OptionSet,
  OptionSetOption,
  SharedOption,
  SharedOptionValue,
  Sku,
  SkuRule,
} from './records/legacy-catalog.js';
export type { CategoryOfV2 } from './records/legacy-category.js';
export type { LegacyBrand, LegacyProduct, LegacyRedirect } from './records/legacy-product.js';
export type { Link } from './records/link.js';
export type { Banner, Coupon, GiftCertificate } from './records/marketing.js';
export type { Metafield } from './records/metafield.js';
export type { Modifier, ModifierValue, OptionValue, ProductOption } from './records/option.js';
export type { Order, OrderCount, OrderMessage, OrderStatus } from './records/order.js';
export type { OrderAddress, OrderCoupon, OrderFee, OrderTax, ShippingQuote } from './records/order-part.js';
export type { OrderProduct } from './records/order-product.js';
export type { AcceptedMethod, PaymentMethod, Refund, RefundQuote, Transaction } from './records/payment.js';
export type { Pickup, PickupMethod } from './records/pickup.js';
export type { PriceList, PriceListAssignment, PriceRecord } from './records/price-list.js';
export type {
  BulkPricingRule,
  CatalogSummary,
  ComplexRule,
  CustomField,
  Product,
  ProductImage,
  ProductVideo,
  Review,
  Variant,
} from './records/product.js';
export type { Analytics } from './records/settings.js';
export type { Shipment } from './records/shipment.js';
export type { CustomsInformation, ShippingMethod, ShippingZone } from './records/shipping.js';
export type { Country, Currency, State, Store } from './records/store.js';
export type { TaxClass, TaxRate, TaxSettings, TaxZone } from './records/tax.js';
export type { Branch, Brand, Category, CategoryTree, LegacyCategory, SortOrder } from './records/taxonomy.js';
export type { BigCommerceShop } from './shop.js';
