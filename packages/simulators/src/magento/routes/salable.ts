import type { Body } from '../bodies/body.js';
import type { Collection } from '../protocol/collection.js';
import { noSuchEntity, Refused, refusal } from '../protocol/errors.js';
import { hasStock, type Product } from '../shop/product.js';
import type { Shop } from '../shop/shop.js';
import { websites } from '../shop/stores.js';
import type { Desk, Endpoint } from './endpoint.js';

const sales = 'Magento_InventorySalesApi::stock';
const reading = 'Magento_InventoryApi::stock';

/** What can be sold from a stock. This shop keeps no reservations: its orders left them settled. */
export function salableEndpoints(shop: Shop, desk: Desk): Endpoint[] {
  const { stocks, sources, sourceLinks } = shop.tables;

  const sourcesOf = (stockId: unknown): Body[] =>
    sourceLinks
      .rows()
      .filter(link => String(link.stock_id) === String(stockId))
      .sort((one, other) => Number(one.priority) - Number(other.priority))
      .map(link => sources.get(link.source_code))
      .filter(source => source !== undefined);

  const quantityOf = (sku: string, stockId: unknown): number => {
    const open = new Set(
      sourcesOf(stockId)
        .filter(({ enabled }) => enabled)
        .map(source => source.source_code),
    );
    return shop.sourceItems
      .filter(item => item.sku === sku && open.has(item.sourceCode) && (item.isInStock ?? true))
      .reduce((sum, item) => sum + item.quantity, 0);
  };
  const productOf = (sku: string | undefined): Product => {
    const product = shop.products.find(known => known.sku === sku);
    if (!product) throw new Refused(noSuchEntity('sku', sku));
    return product;
  };
  /** Composites can be sold when one of their parts can. */
  const isSalable = (product: Product, stockId: unknown): boolean =>
    hasStock(product.type)
      ? quantityOf(product.sku, stockId) > 0
      : [...product.members, ...product.bundleOptions.map(option => option.product)].some(part =>
          isSalable(part, stockId),
        );
  const stockOf = (code: string | undefined): Body => {
    const stock = stocks
      .rows()
      .find(({ extension_attributes }) =>
        ((extension_attributes as Body).sales_channels as Body[]).some(channel => channel.code === code),
      );
    if (!stock && !websites.some(website => website.code === code)) throw new Refused(noSuchEntity('code', code));
    return stock ?? (stocks.get(1) as Body);
  };

  return [
    [
      'GET /V1/inventory/get-product-salable-quantity/:sku/:stockId',
      sales,
      ({ params }) => {
        const product = productOf(params.sku);
        if (!hasStock(product.type))
          return refusal(400, "Can't check requested quantity for products without Source Items support.");
        return quantityOf(product.sku, params.stockId);
      },
    ],
    [
      'GET /V1/inventory/is-product-salable/:sku/:stockId',
      sales,
      ({ params }) => isSalable(productOf(params.sku), params.stockId),
    ],
    [
      'GET /V1/inventory/are-products-salable',
      sales,
      ({ query }) => {
        const stockId = Number(query.get('stockId'));
        return [...query]
          .filter(([name]) => /^skus(\[|$)/.test(name))
          .map(([, sku]) => ({ sku, stock_id: stockId, salable: isSalable(productOf(sku), stockId) }));
      },
    ],
    [
      'GET /V1/inventory/is-product-salable-for-requested-qty/:sku/:stockId/:requestedQty',
      sales,
      ({ params }) => {
        const product = productOf(params.sku);
        const salable = quantityOf(product.sku, params.stockId) >= Number(params.requestedQty);
        const message = 'The requested qty is not available';
        return { salable, errors: salable ? [] : [{ code: 'is_salable_with_reservations-not_enough_qty', message }] };
      },
    ],
    [
      'GET /V1/inventory/stock-resolver/:type/:code',
      sales,
      ({ params }) => {
        if (params.type !== 'website') return noSuchEntity('type', params.type);
        return stockOf(params.code);
      },
    ],
    [
      'GET /V1/inventory/get-sources-assigned-to-stock-ordered-by-priority/:stockId',
      reading,
      ({ params }) =>
        stocks.get(params.stockId) ? sourcesOf(params.stockId) : noSuchEntity('stock_id', params.stockId),
    ],
    [
      'GET /V1/inventory/export-stock-salable-qty/:salesChannelType/:salesChannelCode',
      reading,
      (call, scope) => {
        const { stock_id: stockId } = stockOf(call.params.salesChannelCode);
        const rows: Collection<Product> = {
          name: `salable/${stockId}`,
          rows: () => shop.products.filter(product => hasStock(product.type)),
          id: product => String(product.id),
          primaryKey: 'entity_id',
          columns: { entity_id: product => product.id, sku: product => product.sku, type_id: product => product.type },
          bodyColumns: [],
          body: product => ({
            sku: product.sku,
            qty: quantityOf(product.sku, stockId),
            is_salable: isSalable(product, stockId),
          }),
        };
        return desk.list(rows)(call, scope);
      },
    ],
  ];
}
