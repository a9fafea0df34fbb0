import type { Operations } from '../sales/operations.js';
import { createProductWriting } from '../shop/product-writing.js';
import type { Shop } from '../shop/shop.js';
import { attributeSetEndpoints } from './attribute-sets.js';
import { attributeEndpoints } from './attributes.js';
import { bundleEndpoints } from './bundles.js';
import { cartEndpoints } from './carts.js';
import { categoryEndpoints } from './categories.js';
import { cmsEndpoints } from './cms.js';
import { configurableEndpoints } from './configurables.js';
import { customerGroupEndpoints } from './customer-groups.js';
import { customerMetadataEndpoints } from './customer-metadata.js';
import { customerEndpoints } from './customers.js';
import { documentCommentEndpoints } from './document-comments.js';
import { downloadEndpoints } from './downloads.js';
import type { Desk, Endpoint } from './endpoint.js';
import { inventoryEndpoints } from './inventory.js';
import { invoicingEndpoints } from './invoicing.js';
import { legacyStockEndpoints } from './legacy-stock.js';
import { orderActionEndpoints } from './order-actions.js';
import { priceEndpoints } from './prices.js';
import { productLinkEndpoints } from './product-links.js';
import { productMediaEndpoints } from './product-media.js';
import { productOptionEndpoints } from './product-options.js';
import { productEndpoints } from './products.js';
import { promotionEndpoints } from './promotions.js';
import { refundingEndpoints } from './refunding.js';
import { returnEndpoints } from './returns.js';
import { salableEndpoints } from './salable.js';
import { createSaleWriting } from './sale-writing.js';
import { salesEndpoints } from './sales.js';
import type { SalesCollections } from './sales-collections.js';
import { shippingEndpoints } from './shipping.js';
import { shopEndpoints } from './shop.js';
import type { ShopCollections } from './shop-collections.js';
import { sourceMoveEndpoints } from './source-moves.js';
import { sourceSelectionEndpoints } from './source-selection.js';
import { taxEndpoints } from './taxes.js';
import { tierPriceEndpoints } from './tier-prices.js';

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
  const products = createProductWriting(shop);
  const endpoints: Endpoint[] = [
    ...salesEndpoints(shop, desk, sales),
    ...orderActionEndpoints(shop, desk, sales.orders, writing, operations),
    ...invoicingEndpoints(writing, operations),
    ...shippingEndpoints(shop, desk, writing, operations),
    ...refundingEndpoints(shop, writing, operations),
    ...documentCommentEndpoints(shop, desk, writing),
    ...productEndpoints(shop, desk, rest, products),
    ...productMediaEndpoints(shop, desk, products),
    ...productLinkEndpoints(desk, products),
    ...productOptionEndpoints(desk, products),
    ...configurableEndpoints(shop, desk, rest, products),
    ...downloadEndpoints(shop, desk, products),
    ...bundleEndpoints(desk, products),
    ...legacyStockEndpoints(shop, desk, products),
    ...priceEndpoints(desk, products),
    ...tierPriceEndpoints(shop, desk, products),
    ...attributeEndpoints(shop, desk, rest),
    ...attributeSetEndpoints(shop, desk, rest, products),
    ...categoryEndpoints(shop, desk, rest, products),
    ...customerEndpoints(shop, desk, rest),
    ...customerMetadataEndpoints(),
    ...cartEndpoints(shop, desk),
    ...returnEndpoints(shop, desk),
    ...customerGroupEndpoints(shop, desk, rest),
    ...taxEndpoints(shop, desk, rest),
    ...promotionEndpoints(shop, desk, rest),
    ...cmsEndpoints(shop, desk, rest),
    ...shopEndpoints(desk, rest, basePath, hasInventory),
    ...(hasInventory
      ? [
          ...inventoryEndpoints(shop, desk, rest),
          ...salableEndpoints(shop, desk),
          ...sourceMoveEndpoints(shop, desk),
          ...sourceSelectionEndpoints(shop, desk),
        ]
      : []),
  ];
  const rank = new Map(endpoints.map(endpoint => [endpoint, endpoint[0].replaceAll(':', '\uffff')]));
  return endpoints.sort((one, other) => ((rank.get(one) ?? '') < (rank.get(other) ?? '') ? -1 : 1));
}
