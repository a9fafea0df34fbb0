import { roundTo, toMoney } from '../../money.js';
import type { Random } from '../../random.js';
import { type Seeded, uuid } from '../seeded.js';
import { attributes } from './attributes.js';
import { brands } from './brands.js';
import { type CategoryRecord, leafCategories } from './categories.js';
import type { PriceRecord, ProductSetRecord, VariantRecord } from './product-set.js';
import { warehouses } from './warehouses.js';

const firstSetId = 50_001;
/** Products and images that are added later have higher ids. */
const lastSeededId = 80_000_000;
const dayMs = 86_400_000;
const opening = Date.UTC(2024, 0, 8, 1);
const historyStart = Date.UTC(2025, 6, 1);

const styles = 'Willow|Coastal|Ōtira|Fitzroy|Café|Linden|Tasman|Marlow|Saltbush|Noosa'.split('|');
const colors = attributes.find(attribute => attribute.name === 'color_family')?.options ?? [];

function sizesOf(category: CategoryRecord, random: Random): readonly (string | null)[] {
  if (category.path[1] === 'Accessories' || category.path[1] === 'Beauty') return [null];
  const scale = category.path[1] === 'Shoes' ? [36, 37, 38, 39, 40, 41, 42] : [6, 8, 10, 12, 14, 16];
  return scale.slice(0, random.int(3, scale.length)).map(String);
}

/** Prices end in .95 or .00; the New Zealand price is a little higher, and missing for brands that are not sold there. */
function createPrices(random: Random, soldInNewZealand: boolean): PriceRecord[] {
  const base = random.int(19, 320) + random.pick([0.95, 0.95, 0]);
  const onSale = random.chance(0.3);
  const saleStart = random.chance(0.6) ? historyStart + random.int(0, 200) * dayMs : null;
  const saleEnd = saleStart === null ? null : saleStart + random.int(10, 90) * dayMs;
  const price = (country: 'AU' | 'NZ', amount: number): PriceRecord => ({
    country,
    price: toMoney(amount),
    salePrice: onSale ? roundTo(toMoney(amount * 0.7), 2) : null,
    saleStart: onSale ? saleStart : null,
    saleEnd: onSale ? saleEnd : null,
    status: null,
  });
  return [price('AU', base), ...(soldInNewZealand ? [price('NZ', Math.round(base * 1.1) + 0.95)] : [])];
}

function createVariant(
  random: Random,
  set: Pick<ProductSetRecord, 'id' | 'configSku' | 'status' | 'createdAt' | 'updatedAt'> & { readonly sku: string },
  size: string | null,
  position: number,
  prices: readonly PriceRecord[],
): VariantRecord {
  const id = 900_000 + (set.id - firstSetId) * 10 + position;
  const soldOut = random.chance(0.08);
  return {
    id,
    uuid: uuid(random),
    setId: set.id,
    size,
    sellerSku: size === null ? set.sku : `${set.sku}-${size}`,
    shopSku: random.chance(0.03) ? null : `${set.configSku}-${String(id).padStart(7, '0')}`,
    name: null,
    barcode: random.chance(0.1) ? null : `9312345${String(id).padStart(6, '0')}`,
    status: set.status !== 'active' ? set.status : random.weighted([['active', 12] as const, ['inactive', 1] as const]),
    approval: random.weighted([
      ['approved', 20],
      ['pending', 1],
      ['rejected', 1],
    ]),
    prices: prices.map(price => ({ ...price })),
    stock: new Map(warehouses.filter(({ active }) => active).map(({ id }) => [id, soldOut ? 0 : random.int(0, 40)])),
    reserved: soldOut ? 0 : random.int(0, 3),
    consigned: random.chance(0.1) ? random.int(1, 25) : null,
    createdAt: set.createdAt,
    updatedAt: set.updatedAt,
  };
}

function createProductSet(random: Random, index: number, end: number): ProductSetRecord {
  const brand = random.pick(brands.filter(candidate => !candidate.restricted));
  const category = random.pick(leafCategories);
  const colorOption = random.int(0, colors.length - 1);
  const style = random.pick(styles);
  const createdAt = opening + index * 4 * dayMs + random.int(0, 80_000) * 1000;
  const id = firstSetId + index;
  const sku = `${brand.code}-${100 + index}-${(colors[colorOption] ?? '').slice(0, 3).toUpperCase()}`;
  const base = {
    id,
    configSku: `${brand.code.charAt(0)}${random.hex(3).toUpperCase()}${String(id)}AU`,
    status: random.weighted([['active', 20] as const, ['inactive', 2] as const, ['deleted', 1] as const]),
    createdAt,
    updatedAt: Math.min(Math.max(createdAt, historyStart + random.int(0, 300 * 86_400) * 1000), end),
  };
  const prices = createPrices(random, brand.countries.includes('NZ'));
  const set = {
    ...base,
    uuid: uuid(random),
    name: `${style} ${category.name.replace(/(?<=ss)es$|(?<=[^s])s$/, '')} ${colors[colorOption] ?? ''}`.trim(),
    description: random.chance(0.05)
      ? null
      : `<p>${style} by <b>${brand.name}</b>: made to last &amp; easy to care for.</p>`,
    parentSku: random.chance(0.2) ? null : `${brand.code}-${100 + index}`,
    brandId: brand.id,
    categoryId: category.id,
    attributeSetId: category.attributeSetId,
    colorOption,
    gstFree: category.path[1] === 'Beauty',
    images: random.chance(0.03) ? 0 : random.int(1, 5),
    variants: sizesOf(category, random).map((size, position) =>
      createVariant(random, { ...base, sku }, size, position, prices),
    ),
    categories: [category.id],
    browseNodes: [],
    attributes: null,
    sin: null,
    group: null,
    gallery: null,
  };
  return { ...set, sizeSystem: set.variants.length > 1 ? 3 : null };
}

export interface Catalog {
  readonly sets: readonly ProductSetRecord[];
  readonly variants: readonly VariantRecord[];
  set(id: number): ProductSetRecord | undefined;
  variant(id: number): VariantRecord | undefined;
  addSet(set: ProductSetRecord): void;
  addVariant(set: ProductSetRecord, variant: VariantRecord): void;
  /** The products that were added since it was asked last. */
  takeUnreviewed(): readonly VariantRecord[];
  newSetId(): number;
  /** For products and images that are added. */
  newId(): number;
}

/** Nothing was changed after `end`. */
export function createCatalog(seeded: Seeded, setCount: number, end: number): Catalog {
  const sets = Array.from({ length: setCount }, (_, index) => createProductSet(seeded('product', index), index, end));
  const variants = sets.flatMap(set => set.variants);
  const setsById = new Map(sets.map(set => [set.id, set]));
  const variantsById = new Map(variants.map(variant => [variant.id, variant]));
  const unreviewed: VariantRecord[] = [];
  let lastId = lastSeededId;
  return {
    sets,
    variants,
    set: id => setsById.get(id),
    variant: id => variantsById.get(id),
    addSet: set => {
      sets.push(set);
      setsById.set(set.id, set);
    },
    addVariant: (set, variant) => {
      set.variants.push(variant);
      variants.push(variant);
      variantsById.set(variant.id, variant);
      unreviewed.push(variant);
    },
    takeUnreviewed: () => unreviewed.splice(0),
    newSetId: () => firstSetId + sets.length,
    newId: () => {
      lastId += 1;
      return lastId;
    },
  };
}
