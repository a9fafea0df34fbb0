export type { PagedList } from './client/api.js';
export type { AttributeCodec, AttributeValues, NamedAttributes } from './client/attribute-codec.js';
export { createAttributeCodec } from './client/attribute-codec.js';
export { type FieldError, fieldErrorsOf } from './client/field-errors.js';
export type { DownloadedFile } from './client/files.js';
export type { Page } from './client/pages.js';
export type { StockLevel } from './client/stock.js';
export type { TemplateFile, TemplateJob } from './client/templates.js';
export type { WaitOptions } from './client/waiting.js';
export { readWebhook, type WebhookEvent } from './client/webhook-events.js';
export type { XmlReply, XmlWarning } from './client/xml.js';
export { createIconicClient, type IconicCall, type IconicClient } from './client.js';
export type { IconicConfig, IconicConfigInput } from './config.js';
export { iconic } from './connector.js';
export type {
  AttributeFilters,
  AttributeSetFilters,
  BrandFilters,
  CategoryFilters,
  ProviderFilters,
  WarehouseInput,
} from './input/catalog.js';
export type {
  FuturePeriod,
  ItemPayoutFilters,
  NewTransaction,
  StatementFilters,
  TransactionFilters,
  UnifiedTransactionFilters,
  VariableFilters,
} from './input/finance.js';
export type {
  CallbackFilters,
  DocumentExport,
  ExportFilters,
  InvoiceFilters,
  ItemTransactionReport,
  ManifestExport,
  ManifestFilters,
  OrderImport,
  PackageDocument,
  ReturnExport,
  SalesReport,
  StockXmlRow,
  TaxDocument,
  TransactionReport,
  UnifiedReport,
  WebhookFilters,
  WebhookInput,
} from './input/jobs.js';
export type {
  ArchiveFilters,
  CancelInput,
  InvoiceSettingsInput,
  OrderFilters,
  OrderItemFilters,
  OrderSearch,
  PackInput,
  ReadyToShipInput,
  ReturnedInput,
  ShipInput,
  ShippingProviderInput,
} from './input/orders.js';
export type {
  ImageChanges,
  ImageReplacement,
  ImageUpload,
  NewImage,
  NewProduct,
  NewProductSet,
  PriceChange,
  PriceFilters,
  ProductChanges,
  ProductFilters,
  ProductSetChanges,
  ProductSetFilters,
  ScoredContent,
  StockRow,
  WholePrice,
} from './input/products.js';
export type { FileInput, PageQuery } from './input/scalars.js';
export type {
  AppChanges,
  NewApp,
  NewUser,
  ProfileChange,
  RoleInput,
  SellerFilters,
  UserChanges,
} from './input/seller.js';
export type {
  Attribute,
  AttributeSet,
  Brand,
  Category,
  CategoryDetails,
  CategoryInfo,
  CategoryNode,
  ChildCategory,
  Warehouse,
} from './records/catalog.js';
export type {
  CurrentStatement,
  ItemPayout,
  LegacyStatement,
  LegacyTransaction,
  Statement,
  StatementDetails,
  StatementType,
  Transaction,
  TransactionType,
  UnifiedTransaction,
} from './records/finance.js';
export type {
  ExportItem,
  ExportJob,
  Feed,
  FeedStatus,
  ImportAccepted,
  Manifest,
  ManifestDetail,
  ReportJob,
  Webhook,
  WebhookCallback,
  WebhookEntity,
} from './records/job.js';
export type { Order, OrderFinance, OrderHistory, PaymentMethod } from './records/order.js';
export type {
  FailureReason,
  ItemStatus,
  OrderItem,
  OrderItemIds,
  OrderItemReturn,
  ShipmentProvider,
} from './records/order-item.js';
export type {
  ContentScore,
  GroupedPrices,
  Image,
  Price,
  Product,
  ProductSet,
  QualityStatus,
  SetImages,
  SharedProduct,
  Stock,
  StockSum,
  Visibility,
} from './records/product.js';
export type { OauthApp, Role, Seller, SellerPayout, User } from './records/seller.js';
export type { IconicShop } from './shop.js';
