import { toMoney } from '../../money.js';
import type { Random } from '../../random.js';
import { day, historyEnd, historyStart, toSecond } from './clock.js';
import { locations } from './locations.js';
import type { Modifier, OptionValue, Product, ProductOption, Variant } from './product.js';
import { randomFor } from './salts.js';
import { brands, categories } from './taxonomy.js';

const adjectives = [
  'Coastal',
  'Hand-Dyed',
  'Winter',
  'Everyday',
  'Crème',
  'Striped',
  'Weekend',
  'Little',
  'Indigo',
  'Recycled',
  'Åland',
  'Slow',
];
const things = [
  'Linen Shirt',
  'Apron',
  'Mug',
  'Wool Socks',
  'Brûlée Candle',
  'Tote',
  'Teapot',
  'Pillowcase',
  'Notebook',
  '抹茶 Set',
  'Scarf',
  'Bread Board',
];
const sizes = ['XS', 'S', 'M', 'L', 'XL'];
const colors = ['Natural', 'Navy', 'Terracotta', 'Sauge'];

/** Hands out ids that rise over the whole catalog. */
interface Ids {
  option: number;
  value: number;
  variant: number;
  field: number;
}

const shapeOf = (index: number): 'sizeColor' | 'size' | 'digital' | 'bundle' | 'simple' => {
  if (index % 20 === 7) return 'digital';
  if (index % 15 === 4) return 'bundle';
  return (['sizeColor', 'size', 'simple', 'simple'] as const)[index % 4] ?? 'simple';
};

function createOption(ids: Ids, name: string, type: ProductOption['type'], labels: readonly string[]): ProductOption {
  const values = labels.map((label): OptionValue => ({ id: ids.value++, label }));
  return { id: ids.option++, name, type, values };
}

const createStock = (random: Random, tracked: boolean): Map<number, number> =>
  new Map(locations.map(({ id, enabled }) => [id, tracked && enabled ? Math.max(0, random.int(-4, 60)) : 0]));

function createVariants(
  random: Random,
  ids: Ids,
  product: Pick<Product, 'id' | 'sku' | 'price' | 'options' | 'tracking'>,
) {
  let combinations: Variant['values'][] = [[]];
  for (const option of product.options) {
    combinations = combinations.flatMap(values => option.values.map(value => [...values, { option, value }]));
  }
  const base = product.options.length === 0;
  return combinations.map((values, position): Variant => {
    const id = ids.variant++;
    return {
      id,
      productId: product.id,
      sku: base
        ? product.sku
        : [product.sku, ...values.map(({ value }) => value.label.slice(0, 3).toUpperCase())].join('-'),
      skuId: base ? null : id + 500,
      values,
      price: !base && position > 0 && random.chance(0.2) ? product.price + toMoney(random.int(1, 9)) : null,
      upc: random.chance(0.6) ? `93${random.int(1_000_000_000, 9_999_999_999)}` : '',
      purchasable: base || !random.chance(0.04),
      stock: createStock(random, product.tracking !== 'none'),
    };
  });
}

function createProduct(seed: number, index: number, ids: Ids): Product {
  const random = randomFor(seed, 'product', index);
  const id = 77 + index;
  const shape = shapeOf(index);
  const sku = shape === 'digital' && random.chance(0.5) ? '' : `LL-${String(id).padStart(4, '0')}`;
  const price = toMoney(random.int(6, 240)) - toMoney(random.pick(['0', '0.01', '0.05', '0.5']));
  const options: ProductOption[] = [];
  if (shape === 'sizeColor' || shape === 'size')
    options.push(createOption(ids, 'Size', 'rectangles', sizes.slice(0, random.int(2, 5))));
  if (shape === 'sizeColor') options.push(createOption(ids, 'Colour', 'swatch', colors.slice(0, random.int(2, 4))));
  const modifiers: Modifier[] = [];
  if (shape === 'bundle') modifiers.push({ id: ids.option++, name: 'Goes with', type: 'product_list', required: true });
  if (shape === 'simple' && random.chance(0.15))
    modifiers.push({ id: ids.option++, name: 'Gift message', type: 'text', required: false });
  const untracked = shape === 'digital' || random.chance(0.1);
  const tracking = untracked ? 'none' : options.length > 0 ? 'variant' : 'product';
  const createdAt = toSecond(historyStart - random.int(5, 400) * day + random.int(0, day));
  return {
    id,
    name: `${adjectives[index % adjectives.length]} ${things[Math.floor(index / 3) % things.length]}${shape === 'digital' ? ' (PDF pattern)' : ''}`,
    type: shape === 'digital' ? 'digital' : 'physical',
    sku,
    description: `<p>Made in small batches &amp; packed by hand. N&deg; ${id}.</p>`,
    price,
    salePrice: random.chance(0.15) ? toMoney((Math.floor(price / 10_000) * 0.8).toFixed(2)) : 0,
    costPrice: toMoney((price / 10_000 / 2.5).toFixed(2)),
    weight: shape === 'digital' ? 0 : random.int(1, 40) / 10,
    taxClassId: random.chance(0.08) ? 1 : 0,
    categoryIds: random.chance(0.05) ? [] : [random.pick(categories).id],
    brandId: random.chance(0.1) ? 0 : random.pick(brands).id,
    tracking,
    options,
    modifiers,
    variants: createVariants(random, ids, { id, sku, price, options, tracking }),
    bundledId: shape === 'bundle' ? id - 2 : null,
    availability: random.weighted([
      ['available', 92],
      ['disabled', 4],
      ['preorder', 4],
    ] as const),
    images: random.int(0, 3),
    customFields: random.chance(0.3)
      ? [{ id: ids.field++, name: 'Made in', value: random.pick(['Australia', 'Portugal', '日本']) }]
      : [],
    createdAt,
    deleted: index % 40 === 13,
    live: {
      price,
      visible: !random.chance(0.05),
      sold: 0,
      modifiedAt: toSecond(createdAt + random.next() * (historyEnd - createdAt)),
    },
    written: {},
    parts: new Map(),
  };
}

export interface Catalog {
  /** What the shop's history was sold from, deleted products included: no write reaches it. */
  readonly all: readonly Product[];
  readonly byId: ReadonlyMap<number, Product>;
  /** What the API lists, as it is now. */
  readonly listed: readonly Product[];
  /** A listed product. */
  find(id: number): Product | undefined;
  add(product: Product): void;
  /** The merchant changes a product: it is another one from now on, with the same stock and the same life. */
  change(product: Product, changes: Partial<Product>): Product;
  /** The merchant deletes a product. */
  remove(product: Product): void;
  nextId(kind: IdKind): number;
}

/** Kinds whose ids rise over the whole catalog. */
export type IdKind = keyof Ids | 'product' | 'image' | 'rule' | 'video' | 'review';

const imagesEach = 4;

export function createCatalog(seed: number, count: number): Catalog {
  const ids: Ids = { option: 110, value: 95, variant: 64, field: 1 };
  const all = Array.from({ length: count }, (_, index) => createProduct(seed, index, ids));
  const listed = all.filter(product => !product.deleted);
  const current = new Map(listed.map(product => [product.id, product]));
  const end = 77 + count;
  const next: Record<IdKind, number> = {
    ...ids,
    product: end,
    image: end * imagesEach,
    rule: end,
    video: 1,
    review: 1,
  };
  return {
    all,
    byId: new Map(all.map(product => [product.id, product])),
    listed,
    find: id => current.get(id),
    add(product) {
      listed.push(product);
      current.set(product.id, product);
    },
    change(product, changes) {
      const changed = { ...product, ...changes };
      listed[listed.indexOf(product)] = changed;
      current.set(product.id, changed);
      return changed;
    },
    remove(product) {
      product.deleted = true;
      listed.splice(listed.indexOf(product), 1);
      current.delete(product.id);
    },
    nextId: kind => next[kind]++,
  };
}
