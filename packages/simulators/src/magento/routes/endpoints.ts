import type { Operations } from '../sales/operations.js';
import type { Shop } from '../shop/shop.js';
import { catalogEndpoints } from './catalog.js';
import { documentCommentEndpoints } from './document-comments.js';
import type { Desk, Endpoint } from './endpoint.js';
import { invoicingEndpoints } from './invoicing.js';
import { orderActionEndpoints } from './order-actions.js';
import { refundingEndpoints } from './refunding.js';
import { createSaleWriting } from './sale-writing.js';
import { salesEndpoints } from './sales.js';
import type { SalesCollections } from './sales-collections.js';
import { shippingEndpoints } from './shipping.js';
import { shopEndpoints } from './shop.js';
import type { ShopCollections } from './shop-collections.js';

/** What endpoints are made of. */
export interface Counter {
  readonly shop: Shop;
  readonly desk: Desk;
  readonly sales: SalesCollections;
  readonly rest: ShopCollections;
  readonly operations: Operations;
  readonly basePath: string;
  readonly hasInventory: boolean;
}

/** Every endpoint of the REST API; those whose path says more come before those that take anything in its place. */
export function createEndpoints({ shop, desk, sales, rest, operations, basePath, hasInventory }: Counter): Endpoint[] {
  const writing = createSaleWriting(shop, desk);
  const endpoints: Endpoint[] = [
    ...salesEndpoints(shop, desk, sales),
    ...orderActionEndpoints(writing, operations),
    ...invoicingEndpoints(writing, operations),
    ...shippingEndpoints(shop, desk, writing, operations),
    ...refundingEndpoints(shop, writing, operations),
    ...documentCommentEndpoints(shop, desk, writing),
    ...catalogEndpoints(shop, desk, rest),
    ...shopEndpoints(desk, rest, basePath, hasInventory),
  ];
  const rank = new Map(endpoints.map(endpoint => [endpoint, endpoint[0].replaceAll(':', '\uffff')]));
  return endpoints.sort((one, other) => ((rank.get(one) ?? '') < (rank.get(other) ?? '') ? -1 : 1));
}
