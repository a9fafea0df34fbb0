import type { Body } from '../bodies/body.js';
import { stockItemBody } from '../bodies/stock.js';
import { noProduct, noSuchEntity, Refused } from '../protocol/errors.js';
import type { ProductWriting } from '../shop/product-writing.js';
import type { Shop } from '../shop/shop.js';
import type { Desk, Endpoint } from './endpoint.js';
import { stockItemFields } from './product-fields.js';

const right = 'Magento_CatalogInventory::cataloginventory';
const usualPage = 10;

/** The stock item from before there were sources: it shows and writes the default source alone, and moves no product's time. */
export function legacyStockEndpoints(shop: Shop, desk: Desk, writing: ProductWriting): Endpoint[] {
  return [
    [
      'GET /V1/stockItems/lowStock',
      right,
      ({ query }) => {
        const most = Number(query.get('qty'));
        const found = shop.products
          .map(product => stockItemBody(product, shop.sourceItems))
          .filter(({ qty }) => qty !== null && Number(qty) <= most);
        const size = Number(query.get('pageSize') ?? usualPage);
        const page = Math.max(1, Number(query.get('currentPage') ?? 1));
        return {
          items: found.slice((page - 1) * size, page * size),
          search_criteria: { mapper_interface_name: 'StockStatusCriteriaInterface' },
          total_count: found.length,
        };
      },
    ],
    [
      'GET /V1/stockItems/:sku',
      right,
      ({ params }) => {
        const product = writing.bySku(params.sku);
        return product ? stockItemBody(product, shop.sourceItems) : noSuchEntity('sku', params.sku);
      },
    ],
    [
      'GET /V1/stockStatuses/:sku',
      right,
      ({ params }) => {
        const product = writing.bySku(params.sku);
        if (!product) return noSuchEntity('sku', params.sku);
        const item = stockItemBody(product, shop.sourceItems);
        return {
          product_id: product.id,
          stock_id: 1,
          qty: item.qty ?? 0,
          stock_status: item.is_in_stock ? 1 : 0,
          stock_item: item,
        };
      },
    ],
    [
      'PUT /V1/products/:productSku/stockItems/:itemId',
      right,
      desk.write({ stockItem: stockItemFields }, ({ input, params }) => {
        const product = writing.bySku(params.productSku);
        if (!product) throw new Refused(noProduct());
        if (String(product.id) !== params.itemId) throw new Refused(noSuchEntity('id', params.itemId));
        writing.keep(writing.setStockItem(product, input.stockItem as Body), null);
        return product.id;
      }),
    ],
  ];
}
