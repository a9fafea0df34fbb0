import type { Route } from '../http.js';
import { accountRoutes } from './endpoints/account.js';
import { accountWriteRoutes } from './endpoints/account-writes.js';
import { administrationRoutes } from './endpoints/administration.js';
import { archiveRoutes } from './endpoints/archive.js';
import { attributeRoutes } from './endpoints/attributes.js';
import { bookingRoutes } from './endpoints/booking.js';
import { brandRoutes } from './endpoints/brands.js';
import { catalogExportRoutes } from './endpoints/catalog-exports.js';
import { categoryRoutes } from './endpoints/categories.js';
import { categoryRuleRoutes } from './endpoints/category-rules.js';
import { contentScoreRoutes } from './endpoints/content-score.js';
import { contractRoutes } from './endpoints/contracts.js';
import { exportRoutes } from './endpoints/exports.js';
import { feedRoutes } from './endpoints/feeds.js';
import { financeExportRoutes } from './endpoints/finance-exports.js';
import { financeLookupRoutes } from './endpoints/finance-lookups.js';
import { groupRoutes } from './endpoints/groups.js';
import { imageWriteRoutes } from './endpoints/image-writes.js';
import { imageRoutes } from './endpoints/images.js';
import { importRoutes } from './endpoints/imports.js';
import { invoiceRoutes } from './endpoints/invoices.js';
import { lookupRoutes } from './endpoints/lookups.js';
import { manifestRoutes } from './endpoints/manifests.js';
import { oauthAppRoutes } from './endpoints/oauth-apps.js';
import { orderDetailRoutes } from './endpoints/order-details.js';
import { orderExportRoutes } from './endpoints/order-exports.js';
import { orderItemRoutes } from './endpoints/order-items.js';
import { orderStatusRoutes } from './endpoints/order-statuses.js';
import { orderRoutes } from './endpoints/orders.js';
import { packingRoutes } from './endpoints/packing.js';
import { parcelRoutes } from './endpoints/parcels.js';
import { performanceRoutes } from './endpoints/performance.js';
import { priceWriteRoutes } from './endpoints/price-writes.js';
import { productExtraRoutes } from './endpoints/product-extras.js';
import { productSetWriteRoutes } from './endpoints/product-set-writes.js';
import { productSetRoutes } from './endpoints/product-sets.js';
import { productWriteRoutes } from './endpoints/product-writes.js';
import { productRoutes } from './endpoints/products.js';
import { qualityControlRoutes } from './endpoints/quality-control.js';
import { samplePayloadRoutes } from './endpoints/sample-payload.js';
import { sharedCatalogRoutes } from './endpoints/shared-catalog.js';
import { statementRoutes } from './endpoints/statements.js';
import { stockWriteRoutes } from './endpoints/stock-writes.js';
import { tagRoutes } from './endpoints/tags.js';
import { templateRoutes } from './endpoints/templates.js';
import { transactionRoutes } from './endpoints/transactions.js';
import { userRoutes } from './endpoints/users.js';
import { warehouseRoutes } from './endpoints/warehouses.js';
import { webhookRoutes } from './endpoints/webhooks.js';
import { bare } from './problems.js';
import type { World } from './world.js';

/** The first that fits answers: paths with a name stand before those with an id in its place. */
const routes = (world: World, clientSecret: string, olderPaging: boolean): Route[] => [
  ...invoiceRoutes(world),
  ...orderExportRoutes(world),
  ...orderRoutes(world, olderPaging),
  ...orderItemRoutes(world),
  ...orderDetailRoutes(world),
  ...orderStatusRoutes(world),
  ...packingRoutes(world),
  ...parcelRoutes(world),
  ...imageRoutes(world),
  ...qualityControlRoutes(world),
  ...sharedCatalogRoutes(world),
  ...contentScoreRoutes(world),
  ...samplePayloadRoutes,
  ...productSetRoutes(world),
  ...productRoutes(world),
  ...productExtraRoutes(world),
  ...imageWriteRoutes(world),
  ...groupRoutes(world),
  ...tagRoutes(world),
  ...productSetWriteRoutes(world),
  ...productWriteRoutes(world),
  ...stockWriteRoutes(world),
  ...priceWriteRoutes(world),
  ...categoryRuleRoutes,
  ...categoryRoutes(world),
  ...attributeRoutes,
  ...brandRoutes(world),
  ...financeLookupRoutes(world),
  ...transactionRoutes(world),
  ...statementRoutes(world),
  ...bookingRoutes(world, clientSecret),
  ...exportRoutes(world),
  ...feedRoutes(world),
  ...importRoutes(world),
  ...manifestRoutes(world),
  ...catalogExportRoutes(world),
  ...financeExportRoutes(world),
  ...templateRoutes(world),
  ...accountRoutes(world),
  ...accountWriteRoutes(world),
  ...contractRoutes(world),
  ...administrationRoutes,
  ...userRoutes(world),
  ...oauthAppRoutes(world),
  ...archiveRoutes(world),
  ...performanceRoutes(world),
  ...lookupRoutes(world),
  ...warehouseRoutes(world),
  ...webhookRoutes(world),
];

/** A known path with another method is answered 405. */
function withWrongMethods(routes: readonly Route[]): Route[] {
  const paths = new Set(routes.map(([pattern]) => pattern.slice(pattern.indexOf(' ') + 1)));
  const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
  const refusals = [...paths].flatMap(path => methods.map((method): Route => [`${method} ${path}`, () => bare(405)]));
  return [...routes, ...refusals];
}

export const routesOf = (world: World, clientSecret: string, olderPaging: boolean): Route[] =>
  withWrongMethods(routes(world, clientSecret, olderPaging));
