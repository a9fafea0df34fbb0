import type { Body } from '../bodies/body.js';
import { mediaOf, urlKeyOf } from '../bodies/product.js';
import { noSuchEntity, Refused, refusal } from '../protocol/errors.js';
import type { Data } from '../protocol/input.js';
import { changedImage, newImage, withRolesOf } from '../shop/media.js';
import type { Product } from '../shop/product.js';
import { withEdits } from '../shop/product-edits.js';
import type { ProductWriting } from '../shop/product-writing.js';
import type { Shop } from '../shop/shop.js';
import type { Scope } from '../shop/stores.js';
import type { productFields } from './product-fields.js';
import { checkedLinks, savedOption } from './product-parts.js';

export type ToldProduct = Data<typeof productFields>;

const emptied = (label: string) =>
  new Refused(refusal(400, 'The "%1" attribute value is empty. Set the attribute and try again.', [label]));

/** Whether another file of the shop's has this path. */
export const isTaken = (shop: Shop) => (file: string) =>
  shop.products.some(product => mediaOf(product).some(image => image.file === file));

/** Saves what a request says of a product, new or known; what it does not say stays, and an empty list empties. */
export function saveProduct(
  shop: Shop,
  writing: ProductWriting,
  sku: string,
  told: ToldProduct,
  scope: Scope,
  at: number,
): Product {
  const known = writing.bySku(sku);
  const wanted = { ...attributesOf(told) };
  if (!known) check(shop, told, wanted, sku);
  let product = known ?? writing.create(sku, (told.type_id ?? 'simple') as Product['type'], scope, at);
  const isNew = known === undefined;
  if (isNew)
    product = writing.setValues(product, null, {
      attribute_set_id: 4,
      status: 1,
      visibility: 4,
      tax_class_id: 2,
      ...wanted,
    });
  else product = writing.setValues(product, scope, wanted);

  const { website_ids, category_links, stock_item, ...extension } = told.extension_attributes ?? {};
  if (website_ids) product = writing.setWebsites(product, website_ids);
  if (category_links)
    product = writing.setCategories(
      product,
      category_links.map(({ category_id, position }) => ({ id: Number(category_id), position: position ?? 0 })),
    );
  if (stock_item) product = writing.setStockItem(product, stock_item as Body);
  if (extension.configurable_product_links)
    product = { ...product, members: extension.configurable_product_links.map(id => memberById(shop, id)) };
  if (extension.configurable_product_options)
    product = withEdits(product, {
      configurableOptions: extension.configurable_product_options.map((option, index) => ({
        position: index,
        ...option,
        id: option.id ?? writing.nextId(),
        product_id: product.id,
      })),
    });
  if (extension.bundle_product_options)
    product = withEdits(product, {
      bundleOptions: extension.bundle_product_options.map(option => bundleOption(option, product.sku, writing.nextId)),
    });
  if (told.product_links) product = withEdits(product, { links: checkedLinks(writing, product, told.product_links) });
  if (told.options)
    product = withEdits(product, {
      options: told.options.map(option => savedOption(option, product.sku, writing.nextId)),
    });
  if (told.tier_prices) product = withEdits(product, { tierPrices: told.tier_prices as readonly Body[] });
  if (told.media_gallery_entries) product = withMedia(shop, writing, product, told.media_gallery_entries);
  return writing.keep(product, at);
}

type Custom = readonly { readonly attribute_code?: string | null; readonly value?: unknown }[];

/** Attributes by code, wherever in the request they stand. Categories are assigned, not written. */
function attributesOf(told: ToldProduct): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const code of ['name', 'attribute_set_id', 'price', 'status', 'visibility', 'weight'] as const)
    if (told[code] !== undefined) values[code] = told[code];
  for (const { attribute_code: code, value } of (told.custom_attributes ?? []) as Custom)
    if (code && code !== 'category_ids') values[code] = value ?? null;
  return values;
}

/** What a new product cannot do without, and what it gets from its name. */
function check(shop: Shop, told: ToldProduct, wanted: Record<string, unknown>, sku: string): void {
  if (sku === '') throw emptied('SKU');
  if (sku.length > 64) throw new Refused(refusal(400, 'SKU length should be 64 characters maximum.'));
  if (!told.name) throw emptied('Product Name');
  const hasOwnPrice = !['configurable', 'grouped', 'bundle'].includes(told.type_id ?? 'simple');
  if (hasOwnPrice && (told.price === undefined || told.price === null)) throw emptied('Price');
  const set = told.attribute_set_id ?? 4;
  if (!shop.tables.attributeSets.get(set)) throw new Refused(noSuchEntity('attributeSetId', set));
  wanted.url_key ??= told.name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const isUsed = shop.products.some(product => urlKeyOf(product) === wanted.url_key);
  if (isUsed) throw new Refused(refusal(400, 'URL key for specified store already exists.'));
}

function memberById(shop: Shop, id: number): Product {
  const member = shop.products.find(product => product.id === id);
  if (!member)
    throw new Refused(refusal(400, "The product that was requested doesn't exist. Verify the product and try again."));
  return member;
}

type ToldBundleOption = NonNullable<NonNullable<ToldProduct['extension_attributes']>['bundle_product_options']>[number];

function bundleOption(told: ToldBundleOption, sku: string, nextId: () => number): Body {
  const optionId = told.option_id ?? nextId();
  return {
    ...told,
    option_id: optionId,
    sku,
    product_links: (told.product_links ?? []).map(link => ({
      ...link,
      id: link.id ?? String(nextId()),
      option_id: optionId,
    })),
  };
}

type ToldImages = NonNullable<ToldProduct['media_gallery_entries']>;

/** Images that the request does not name are deleted. */
function withMedia(shop: Shop, writing: ProductWriting, product: Product, told: ToldImages): Product {
  const known = mediaOf(product);
  let images: Body[] = [];
  for (const entry of told) {
    const former = known.find(image => image.id === entry.id);
    const isUsed = (file: string) => isTaken(shop)(file) || images.some(image => image.file === file);
    const image = former
      ? changedImage(former, entry, isUsed)
      : newImage(entry, writing.nextId(), images.length + 1, isUsed);
    images = withRolesOf([...images, image], image);
  }
  return withImages(writing, product, images);
}

const roles = ['image', 'small_image', 'thumbnail', 'swatch_image'];

/** A product with these images; its attributes name the file of each role. */
export function withImages(writing: ProductWriting, product: Product, images: readonly Body[]): Product {
  const values = Object.fromEntries(
    roles.map(role => [role, images.find(image => (image.types as readonly string[]).includes(role))?.file ?? null]),
  );
  return writing.setValues(withEdits(product, { media: images }), null, values);
}
