import { type Money, moneyNumber, moneyText } from '../../money.js';
import type { PriceRecord, ProductSetRecord, VariantRecord } from '../catalog/product-set.js';
import { quantityOf, shipmentTypeIds, sinOf } from '../catalog/product-set.js';
import type { WarehouseRecord } from '../catalog/warehouses.js';
import { universalText } from '../dates.js';
import { seller } from '../seller.js';
import type { World } from '../world.js';

/** A size as the list of its product set shows it; `name` only comes with a product on its own. */
export const productBody = (world: World, variant: VariantRecord, name?: string): unknown =>
  world.serve('products', variant.id, {
    id: variant.id,
    uuid: variant.uuid,
    srcId: variant.shopSku === null ? null : String(variant.id + 4_000_000),
    shopSku: variant.shopSku,
    sellerSku: variant.sellerSku,
    sin: sinOf(world.shop.catalog.set(variant.setId) ?? { id: variant.setId, sin: null }),
    sellerId: seller.id,
    productSetId: variant.setId,
    approvalStatus: variant.approval,
    updatedByUserId: seller.userId,
    status: variant.status,
    variation: variant.size,
    taxClassId: 1,
    shipmentTypeId: variant.consigned === null ? shipmentTypeIds.seller : shipmentTypeIds.venture,
    productIdentifier: variant.barcode,
    duplicateGroupId: 0,
    srcUpdatedAt: variant.shopSku === null ? '0000-00-00 00:00:00' : universalText(variant.updatedAt),
    createdAt: universalText(variant.createdAt),
    updatedAt: variant.id % 25 === 0 ? null : universalText(variant.updatedAt),
    ...(name === undefined ? {} : { name: variant.name ?? name }),
  });

/** Prices of some products are numeric text, and a sale without dates has zero dates there. */
export function priceBody(variant: VariantRecord, price: PriceRecord) {
  const asText = variant.setId % 20 === 0;
  const money = (amount: Money) => (asText ? moneyText(amount, 2) : moneyNumber(amount));
  const date = (instant: number | null) =>
    instant === null ? (asText && price.salePrice !== null ? '0000-00-00 00:00:00' : null) : universalText(instant);
  return {
    price: price.price === null ? null : money(price.price),
    salePrice: price.salePrice === null ? null : money(price.salePrice),
    saleStartDate: date(price.saleStart),
    saleEndDate: date(price.saleEnd),
    country: price.country,
    status: price.status ?? (variant.status === 'active' ? 'active' : 'inactive'),
  };
}

/** `available` counts what is consigned as well, less what is reserved. */
export function stockBody(variant: VariantRecord, set: ProductSetRecord, warehouses: readonly WarehouseRecord[]) {
  const quantity = quantityOf(variant);
  const consigned = variant.consigned ?? 0;
  return {
    shopSku: variant.shopSku,
    sellerSku: variant.sellerSku,
    name: variant.name ?? set.name,
    quantity,
    reservedStock: variant.reserved,
    preVerificationStock: 0,
    available: quantity + consigned - variant.reserved,
    consignments:
      variant.consigned === null
        ? null
        : { received: consigned, quarantined: 0, defective: 0, canceled: 0, returned: 0, failed: 0 },
    sellableStock: consigned,
    nonSellableStock: 0,
    warehouses: [...variant.stock].map(([warehouseId, stock]) => ({
      name: warehouses.find(warehouse => warehouse.id === warehouseId)?.name ?? '',
      stock,
      warehouseId,
    })),
  };
}
