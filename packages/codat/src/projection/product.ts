import type { Inventory, Price, StoredRecord, Variant } from '@cartograph/core';
import { allDates, metadata } from './dates.js';
import { beyond, ifKnown, known, toNumber } from './shape.js';
import { productStatus } from './words.js';

type StoredProduct = StoredRecord<'products'>;

/** `categories` gives the names of the product's categories that are known. */
export const toCodatProduct = (product: StoredProduct, categories: ReadonlyMap<string, string> = new Map()) => {
  const refs = product.categoryIds.map(id => known({ id, name: categories.get(id) ?? null }));
  const names = refs.flatMap(({ name }) => name ?? []);
  const own = { status: productStatus[product.status], ...allDates(product) };
  return known({
    id: product.id,
    name: product.name,
    description: product.description,
    categorization: names.length === 0 ? null : names.join(', '),
    isGiftCard: product.isGiftCard,
    variants: product.variants.map(variant => toVariant(variant, own)),
    productCategoryRefs: refs,
    ...own,
    metadata: metadata(product),
    cartograph: beyond(product, ['type', 'brand', 'images', 'statusRaw', 'taxClass']),
  });
};

/** Status and dates stand on the variant in Codat's description, and on the product in what it sends: here on both. */
const toVariant = (variant: Variant, own: Readonly<Record<string, string | null>>) =>
  known({
    id: variant.id,
    name: variant.name,
    sku: variant.sku,
    barcode: variant.barcode,
    prices: toPrices(variant.prices),
    inventory: toInventory(variant.inventory),
    shippingRequired: variant.requiresShipping,
    ...own,
    status: productStatus[variant.status],
    cartograph: beyond(variant, ['options', 'prices', 'weight', 'statusRaw']),
  });

/** The regular ones: Codat knows one a currency, without dates. */
const toPrices = (prices: readonly Price[]) =>
  prices
    .filter(({ kind }) => kind === 'regular')
    .map(({ currency, unitPrice }) => ({ currency, unitPrice: toNumber(unitPrice) }));

/** A quantity that is not known is left out: it is not 0. */
const toInventory = ({ total, locations }: Inventory) =>
  known({
    totalQuantity: ifKnown(total, toNumber),
    locations: locations.map(({ locationId, name, quantity }) =>
      known({ quantity: ifKnown(quantity, toNumber), locationRef: known({ id: locationId, name }) }),
    ),
  });
