import { type Money, toMoney } from '../../money.js';
import { createRandom, type Random } from '../../random.js';
import { day, historyStart } from '../clock.js';
import { brandAttribute, colorAttribute, sizeAttribute } from './attributes.js';
import { type BundleOption, isVirtual, type Product, type ProductType } from './product.js';

/** Everything that the shop sells or has sold, by id; deleted products are kept for the orders that name them. */
export interface Catalog {
  readonly products: readonly Product[];
  byId(id: number): Product | undefined;
}

const adjectives = ['Linen', 'Coastal', 'Classic', 'Crème', 'Everyday', 'Hand-made', 'Nordic', 'Ōtaki', 'Slow', 'Wild'];
const garments = ['Tee', 'Shirt', 'Dress', 'Jumper', 'Trousers', 'Shorts', 'Jacket', 'Skirt'];
const goods = ['Mug', 'Teapot', 'Cushion', 'Candle', 'Lamp', 'Blanket', 'Vase', 'Board', 'Kettle', 'Basket', 'Clock'];
const media = ['Recipe Book', 'Garden Almanac', 'Knitting Patterns', 'Field Guide'];

/** Website 2 sells the same thing at a price of its own, in US dollars. */
const pricesFrom = (dollars: number): Record<number, Money> => ({
  1: toMoney(dollars),
  2: toMoney(Math.floor(dollars * 0.7) + 0.98),
});

const scale = (prices: Readonly<Record<number, Money>>, share: number): Record<number, Money> =>
  Object.fromEntries(
    Object.entries(prices).map(([site, price]) => [site, toMoney(Math.floor((price * share) / 10_000) + 0.95)]),
  );

/** Makes the catalog; it depends on the seed alone. */
export function createCatalog(seed: number): Catalog {
  const random = createRandom(seed, 11);
  const products: Product[] = [];

  const add = (type: ProductType, name: string, code: string, own: Partial<Product> = {}): Product => {
    const id = products.length + 1;
    const createdAt = historyStart - random.int(30, 700) * day;
    const prices = own.prices ?? pricesFrom(random.int(6, 180) + random.pick([0.5, 0.95, 0.99, 0]));
    const product: Product = {
      id,
      sku: `${code}-${String(id).padStart(4, '0')}`,
      name,
      type,
      prices,
      special: hasSpecial(random, type)
        ? {
            prices: scale(prices, 0.8),
            from: '2025-12-01 00:00:00',
            to: random.chance(0.5) ? '2026-01-15 00:00:00' : null,
          }
        : null,
      fixedTax: {},
      taxClassId: 2,
      weight: isVirtual(type) ? null : random.int(2, 80) / 10,
      isEnabled: !random.chance(0.04),
      visibility: 4,
      websiteIds: random.weighted([
        [[1, 2], 8],
        [[1], 1],
        [[2], 1],
      ]),
      categoryIds: [],
      brandId: random.pick(brandAttribute.options).id,
      ean: random.chance(0.6) ? `93${random.int(10_000_000_000, 99_999_999_999)}` : null,
      colorId: null,
      sizeId: null,
      isDecimal: false,
      images: random.int(0, 3),
      createdAt,
      updatedAt: createdAt + random.int(0, 25) * day + random.int(0, 86_399) * 1000,
      members: [],
      bundleOptions: [],
      isFixedPrice: false,
      isShippedInParts: false,
      isDeleted: false,
      edits: null,
      ...own,
    };
    products.push(product);
    return product;
  };

  const title = (nouns: readonly string[]) => `${random.pick(adjectives)} ${random.pick(nouns)}`;

  const simples = Array.from({ length: 54 }, (_, index) => {
    const special =
      index === 7 ? { sku: 'MUG/330' } : index === 1 ? { fixedTax: { 2: toMoney(1.2) }, websiteIds: [1, 2] } : {};
    return add('simple', title(goods), 'HP', { categoryIds: [random.pick([8, 9]), 14], ...special });
  });
  for (let index = 0; index < 6; index++)
    add('virtual', `${random.pick(adjectives)} Care Plan`, 'VRT', { categoryIds: [7] });
  for (let index = 0; index < 6; index++) add('downloadable', `${title(media)} (PDF)`, 'DL', { categoryIds: [10] });
  for (let index = 0; index < 6; index++) add('simple', title(media), 'BK', { categoryIds: [10], taxClassId: 5 });
  for (let index = 0; index < 3; index++)
    add('giftcard', `Gift Card ${[25, 50, 100][index]}`, 'GC', {
      categoryIds: [11],
      taxClassId: 0,
      ean: null,
      prices: pricesFrom([25, 50, 100][index] ?? 25),
    });
  for (let index = 0; index < 2; index++) {
    add('simple', `${title(['Canvas', 'Jersey'])} by the metre`, 'CLOTH', {
      categoryIds: [15],
      websiteIds: [2],
      isDecimal: true,
      special: null,
      prices: { 1: toMoney(19.9), 2: toMoney(12.9 + index * 2) },
    });
  }
  add('simple', 'Free Sample Tea', 'FREE', {
    categoryIds: [8],
    prices: { 1: 0, 2: 0 },
    special: null,
    websiteIds: [1, 2],
  });

  for (let index = 0; index < 34; index++) {
    const own = pricesFrom(random.int(20, 160) + random.pick([0, 0.95]));
    const name = title(garments);
    const categoryIds = [random.pick([5, 6]), 13];
    const websiteIds = random.weighted([
      [[1, 2], 9],
      [[1], 1],
    ]);
    const colors = colorAttribute.options.slice(random.int(0, 2)).slice(0, random.int(1, 2));
    const sizes = sizeAttribute.options.slice(random.int(0, 2)).slice(0, 3);
    const members = colors.flatMap(color =>
      sizes.map(size =>
        add('simple', `${name}-${size.label}-${color.label}`, `TEE${index}`, {
          prices: own,
          colorId: color.id,
          sizeId: size.id,
          visibility: 1,
          categoryIds,
          websiteIds,
        }),
      ),
    );
    add('configurable', name, `CFG${index}`, {
      prices: {},
      special: null,
      members,
      categoryIds,
      websiteIds,
      isEnabled: true,
      ean: null,
    });
  }

  let nextOption = 1;
  const optionsOf = (count: number): BundleOption[] =>
    Array.from({ length: count }, (_, index) => {
      const id = nextOption++;
      return {
        id,
        title: ['Base', 'Side', 'Extra'][index] ?? 'More',
        selectionId: 100 + id,
        product: random.pick(simples.slice(2)),
        quantity: index === 1 ? 2 : 1,
      };
    });
  for (let index = 0; index < 5; index++) {
    const isFixedPrice = index > 2;
    add('bundle', `${random.pick(adjectives)} Gift Box`, 'BDL', {
      prices: isFixedPrice ? pricesFrom(89.95 + index) : {},
      special: null,
      bundleOptions: optionsOf(random.int(2, 3)),
      isFixedPrice,
      isShippedInParts: index % 2 === 1,
      isEnabled: true,
      websiteIds: [1, 2],
      categoryIds: [7, 14],
      ean: null,
    });
  }
  for (let index = 0; index < 4; index++) {
    add('grouped', `${random.pick(adjectives)} Table Set`, 'GRP', {
      prices: {},
      special: null,
      members: [0, 1, 2].map(step => simples[10 + index * 4 + step]).filter(member => member !== undefined),
      isEnabled: true,
      websiteIds: [1, 2],
      categoryIds: [8],
      ean: null,
    });
  }
  for (let index = 0; index < 6; index++)
    add('simple', title(goods), 'OLD', { isDeleted: true, isEnabled: true, websiteIds: [1, 2] });

  return { products, byId: id => products[id - 1] };
}

const hasSpecial = (random: Random, type: ProductType): boolean =>
  (type === 'simple' || type === 'virtual') && random.chance(0.15);
