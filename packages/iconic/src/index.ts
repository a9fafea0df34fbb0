export type {
  ItemPayoutFilters,
  StatementFilters,
  StatementType,
  TransactionFilters,
} from './client/finance-options.js';
export type {
  BrandFilters,
  CategoryFilters,
  ItemStatusWord,
  OrderFilters,
  OrderItemFilters,
  PageOptions,
  ProductSetFilters,
} from './client/options.js';
export type { Page } from './client/pages.js';
export {
  createIconicClient,
  type IconicCall,
  type IconicClient,
  type PagedList,
  type ProductSetImages,
  type ProductSetPrices,
} from './client.js';
export type { IconicConfig, IconicConfigInput } from './config.js';
export { iconic } from './connector.js';
export type { NativeCategory } from './native/category.js';
export type { NativeAddress, NativeOrder } from './native/order.js';
export type { NativeOrderItem } from './native/order-item.js';
export type { NativePaymentMethod } from './native/payment-method.js';
export type {
  NativeBrand,
  NativeImage,
  NativePrice,
  NativeProduct,
  NativeProductPrices,
  NativeProductSet,
  NativeStock,
} from './native/product-set.js';
export type { NativeSeller } from './native/seller.js';
export type { NativeStatement } from './native/statement.js';
export type { NativeItemPayout, NativeTransaction, NativeTransactionType } from './native/transaction.js';
export type { NativeWarehouse } from './native/warehouse.js';
export type { IconicShop } from './shop.js';
