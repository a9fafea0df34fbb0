import { type Money, toMoney } from '../../money.js';
import type { Random } from '../../random.js';
import { brands } from '../catalog/brands.js';
import type { Catalog } from '../catalog/create-catalog.js';
import type { Country, PriceRecord } from '../catalog/product-set.js';
import type { LineProduct } from './order.js';

export interface Unit {
  readonly product: LineProduct;
  readonly price: Money;
}

/** A product that was removed since: no product of the catalog has its SKUs. */
const removedProduct = (random: Random): LineProduct => {
  const number = random.int(1, 6);
  return {
    setId: null,
    productId: null,
    name: `Discontinued Scarf ${number}`,
    sku: `R0${number}AA00GONE-000000${number}`,
    sellerSku: number === 6 ? null : `OLD-SCARF-${number}`,
    size: null,
    commission: 20,
    gstFree: false,
  };
};

const priceIn = (prices: readonly PriceRecord[], country: Country) => {
  const own = prices.find(price => price.country === country) ?? prices[0];
  return { regular: own?.price ?? toMoney(49.95), sale: own?.salePrice ?? null };
};

function pickUnit(random: Random, catalog: Catalog, country: Country): Unit {
  const removed = random.chance(0.012);
  const variant = random.pick(catalog.variants);
  const onSale = random.chance(0.35);
  const free = random.chance(0.008);
  const { regular, sale } = priceIn(variant.prices, country);
  const price = free ? 0 : onSale && sale !== null ? sale : regular;
  if (removed) return { product: removedProduct(random), price };
  const set = catalog.set(variant.setId);
  const product: LineProduct = {
    setId: variant.setId,
    productId: variant.id,
    name: set?.name ?? '',
    sku: variant.shopSku ?? `PENDING-${variant.id}`,
    sellerSku: variant.sellerSku,
    size: variant.size,
    commission: brands.find(brand => brand.id === set?.brandId)?.commission ?? 20,
    gstFree: set?.gstFree ?? false,
  };
  return { product, price };
}

/** Mostly one to four units; now and then several of a kind, and rarely more than fifty. */
export function pickUnits(random: Random, catalog: Catalog, country: Country): Unit[] {
  const wanted = random.chance(0.002)
    ? random.int(51, 60)
    : random.weighted([
        [1, 46],
        [2, 28],
        [3, 15],
        [4, 8],
        [7, 3],
      ]);
  const units: Unit[] = [];
  while (units.length < wanted) {
    const unit = pickUnit(random, catalog, country);
    const copies = random.chance(0.12) ? random.int(2, 3) : 1;
    for (let copy = 0; copy < copies && units.length < wanted; copy += 1) units.push(unit);
  }
  return units;
}
