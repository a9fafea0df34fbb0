export type { MagentoCall, Raw } from './client/api.js';
export type { AttributeScope, AttributeScopes } from './client/attribute-scopes.js';
export type { Patience } from './client/bulk.js';
export type { InCategory } from './client/category-ids.js';
export type { Condition, Filter, FilterValue, SearchCriteria } from './client/criteria.js';
export { type ItemFigures, itemFigures, type OrderFigures, orderFigures } from './client/figures.js';
export type { Listing, ListPage } from './client/listing.js';
export type { FieldOf, ItemOf, ListName } from './client/lists.js';
export { createOAuthHandshake, type HandshakeOptions } from './client/oauth-handshake.js';
export type { OrderLike } from './client/order-lookups.js';
export type { PendingActivations } from './client/pending-activations.js';
export type { Search } from './client/search.js';
export { settingsFromJson } from './client/settings.js';
export { createMagentoClient, type MagentoClient, type MagentoClientOptions, type Products } from './client.js';
export type { MagentoConfig, MagentoConfigInput } from './config.js';
export { magento } from './connector.js';
export { type FieldError, fieldErrorsOf } from './errors.js';
export type {
  AttributeChanges,
  AttributeGroupInput,
  AttributeInput,
  AttributeOptionInput,
  AttributeSetInput,
} from './input/attribute.js';
export type { CategoryChanges, CategoryInput, CategoryProductInput } from './input/category.js';
export type { CmsBlockChanges, CmsBlockInput, CmsPageChanges, CmsPageInput } from './input/content.js';
export type { CustomerChanges, CustomerGroupInput, CustomerInput } from './input/customer.js';
export type { DocumentCommentInput, TrackInput } from './input/document.js';
export type { DownloadableLinkInput, DownloadableSampleInput } from './input/downloadable.js';
export type {
  InvoiceInput,
  InvoiceRefundInput,
  OrderAddressInput,
  OrderChanges,
  OrderCommentInput,
  RefundInput,
  ShipInput,
} from './input/order.js';
export type { BasePriceInput, CostInput, SpecialPriceInput, TierPriceInput } from './input/price.js';
export type {
  BundleLinkInput,
  BundleOptionInput,
  ConfigurableOptionInput,
  CustomOptionInput,
  LinkType,
  MediaChanges,
  MediaInput,
  ProductChanges,
  ProductInput,
  ProductLinkInput,
} from './input/product.js';
export type {
  CouponChanges,
  CouponInput,
  CouponsToGenerate,
  SalesRuleChanges,
  SalesRuleInput,
} from './input/promotion.js';
export type {
  LowQuantityInput,
  MoveInput,
  SourceChanges,
  SourceInput,
  SourceItemInput,
  SourceItemKey,
  StockInput,
  StockItemInput,
  StockSourceLinkInput,
  TransferInput,
} from './input/stock.js';
export type { TaxClassInput, TaxRateChanges, TaxRateInput, TaxRuleChanges, TaxRuleInput } from './input/tax.js';
export type { MagentoShop } from './shop.js';
