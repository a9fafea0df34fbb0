import { type Call, json, type Route } from '../../http.js';
import { priceBody, stockBody } from '../bodies/product.js';
import { type ProductSetRecord, quantityOf, type VariantRecord } from '../catalog/product-set.js';
import { groupBy } from '../grouping.js';
import { found } from '../problems.js';
import { readQuery } from '../query.js';
import type { World } from '../world.js';
import { namedSets } from './named-sets.js';

const pricesOf = (variant: VariantRecord) => variant.prices.map(price => priceBody(variant, price));

/** Filters are OR-ed; without any, every price. */
function groupedPrices(world: World, { query }: Call): Response {
  const read = readQuery(query);
  const setIds = read.integers('productSetIds');
  const productIds = read.integers('productIds');
  const uuids = read.texts('productUuids');
  const name = read.text('productName')?.toLowerCase();
  read.check();
  const { catalog } = world.shop;
  const unfiltered = !setIds && !productIds && !uuids && name === undefined;
  const matches = catalog.variants.filter(
    variant =>
      unfiltered ||
      setIds?.includes(variant.setId) ||
      productIds?.includes(variant.id) ||
      uuids?.includes(variant.uuid) ||
      (name !== undefined && catalog.set(variant.setId)?.name.toLowerCase().includes(name)),
  );
  const groups = groupBy(matches, variant => variant.setId);
  return json(
    [...groups].map(([productSetId, variants]) => ({
      productSetId,
      items: variants.map(variant => ({ productId: variant.id, prices: pricesOf(variant) })),
    })),
  );
}

function stockSummary(set: ProductSetRecord) {
  const quantities = set.variants.map(quantityOf);
  const consigned = set.variants.reduce((sum, variant) => sum + (variant.consigned ?? 0), 0);
  return {
    productSetId: set.id,
    sumOfStocks: quantities.reduce((sum, quantity) => sum + quantity, 0),
    hasProductWithZeroStock: quantities.includes(0),
    fulfilmentStock: consigned,
    reservedStock: set.variants.reduce((sum, variant) => sum + variant.reserved, 0),
    sellableStock: consigned,
    nonSellableStock: 0,
    isConsignmentShipment: consigned > 0,
  };
}

/** Prices and stock: bare lists, unpaged. */
export function productExtraRoutes(world: World): Route[] {
  const { catalog } = world.shop;
  const setOf = ({ params }: Call) => found(catalog.set(Number(params.id)));
  const stockOf = (variant: VariantRecord) =>
    stockBody(variant, found(catalog.set(variant.setId)), world.shop.warehouses);
  return [
    ['GET /v2/prices', call => groupedPrices(world, call)],
    [
      'GET /v2/product-set/:id/prices',
      call => {
        const { id, variants } = setOf(call);
        const rows = variants.flatMap(variant =>
          pricesOf(variant).map(price => ({ productSetId: id, productId: variant.id, ...price })),
        );
        return json(rows);
      },
    ],
    ['GET /v2/stock/product/:id', ({ params }) => json(stockOf(found(catalog.variant(Number(params.id)))))],
    ['GET /v2/stock/product-set/:id', call => json(setOf(call).variants.map(stockOf))],
    ['GET /v2/product-sets/stocks', call => json(namedSets(world, call).map(stockSummary))],
    [
      'GET /v2/product/:id/warehouse/:warehouse/stock',
      ({ params }) => {
        const variant = found(catalog.variant(Number(params.id)));
        const warehouse = found(
          world.shop.warehouses.find(({ id, active }) => active && String(id) === params.warehouse),
        );
        return json({ quantity: variant.stock.get(warehouse.id) ?? 0 });
      },
    ],
  ];
}
