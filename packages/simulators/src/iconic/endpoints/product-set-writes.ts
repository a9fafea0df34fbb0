import { json, type Route } from '../../http.js';
import { toMoney } from '../../money.js';
import { productSetBody } from '../bodies/product-set.js';
import { type Body, readBody } from '../body.js';
import { attributeValues, takeValues } from '../catalog/attribute-values.js';
import { brands } from '../catalog/brands.js';
import { type CategoryRecord, categories } from '../catalog/categories.js';
import { addProduct, addProductSet, settleStatus } from '../catalog/new-products.js';
import { nameOf } from '../catalog/nomenclature.js';
import { type ProductSetRecord, shipmentTypeIds } from '../catalog/product-set.js';
import { found, problem } from '../problems.js';
import { touch } from '../shop/touch.js';
import type { World } from '../world.js';
import { isTaken } from './product-writes.js';

const notAChoice = 'The value you selected is not a valid choice.';

/** A brand that the seller may sell and that is on sale itself. */
function readBrand(body: Body): number | undefined {
  const id = body.integer('brandId');
  if (id !== undefined && !brands.some(brand => brand.id === id && brand.active && !brand.restricted)) {
    body.refuse('brandId', notAChoice);
  }
  return id;
}

function readCategory(body: Body): CategoryRecord | undefined {
  const id = body.integer('primaryCategoryId');
  const category = categories.find(candidate => candidate.id === id && candidate.active);
  if (id !== undefined && !category) body.refuse('primaryCategoryId', notAChoice);
  return category;
}

function readCategories(body: Body, primary: number): readonly number[] | undefined {
  const ids = body.integers('categories');
  if (ids?.some(id => !categories.some(category => category.id === id && category.active))) {
    body.refuse('categories', notAChoice);
  }
  return ids && [...new Set([primary, ...ids])];
}

function readName(body: Body): string | undefined {
  const name = body.text('name');
  if (name === '') body.refuse('name', 'This value should not be blank.');
  if (name !== undefined && name.length > 255) body.refuse('name', 'This value should have 255 characters or less.');
  return name;
}

/** The set and its first product. Its attributes are those of its category's set; what the category does not have is dropped. */
async function create(world: World, request: Request): Promise<ProductSetRecord> {
  const { seeded, catalog } = world.shop;
  const body = await readBody(request);
  const name = body.required('name', readName(body), '');
  const price = body.required('price', body.number('price'), 1);
  const sellerSku = body.required('sellerSku', body.text('sellerSku'), '');
  const brandId = body.required('brandId', readBrand(body), 0);
  const category = readCategory(body);
  const categoryId = body.required('primaryCategoryId', category?.id, 0);
  const attributeSetId = category?.attributeSetId ?? 0;
  const attributes = takeValues(
    attributeSetId,
    {},
    body.required('attributes', body.map('attributes'), {}),
    (id, title) => body.refuse(`attributes.${id}`, title),
  );
  const set = {
    sin: null,
    name: nameOf(categoryId, brandId, name),
    description: body.text('description') ?? null,
    parentSku: body.text('parentSku') ?? null,
    brandId,
    categoryId,
    attributeSetId,
    categories: readCategories(body, categoryId) ?? [categoryId],
    sizeSystem: body.integer('sizeSystem') ?? null,
    browseNodes: body.integers('browseNodes') ?? [],
    attributes,
  };
  const product = {
    sellerSku,
    size: body.text('variation') ?? null,
    barcode: body.text('productIdentifier') ?? null,
    status: body.choice('status', ['active', 'inactive']) ?? 'active',
    consigned: body.integer('shipmentTypeId') === shipmentTypeIds.venture,
    name: null,
    price: toMoney(price),
  } as const;
  if (price <= 0) body.refuse('price', 'This value should be greater than 0.');
  if (isTaken(catalog, sellerSku)) body.refuse('sellerSku', 'This value is already used.');
  body.check();
  const at = world.act();
  const added = addProductSet(seeded, catalog, set, at);
  addProduct(seeded, catalog, added, product, at);
  settleStatus(added);
  world.shop.tell('onProductCreated', { SellerSkus: [sellerSku] });
  return added;
}

/** What is left out stays as it is; of the attributes each one for itself. */
async function update(world: World, set: ProductSetRecord, request: Request): Promise<void> {
  const body = await readBody(request);
  const category = readCategory(body);
  const attributeSetId = category?.attributeSetId ?? set.attributeSetId;
  const categoryId = category?.id ?? set.categoryId;
  const brandId = readBrand(body) ?? set.brandId;
  const sent = body.map('attributes');
  const attributes = sent
    ? takeValues(attributeSetId, attributeValues(set), sent, (id, title) => body.refuse(`attributes.${id}`, title))
    : set.attributes;
  const changes = {
    name: nameOf(categoryId, brandId, readName(body) ?? set.name),
    description: body.text('description') ?? set.description,
    parentSku: body.text('parentSku') ?? set.parentSku,
    brandId,
    categoryId,
    attributeSetId,
    categories:
      readCategories(body, categoryId) ??
      (categoryId === set.categoryId ? set.categories : [...new Set([categoryId, ...set.categories])]),
    sizeSystem: body.integer('sizeSystem') ?? set.sizeSystem,
    browseNodes: body.integers('browseNodes') ?? set.browseNodes,
    attributes,
  };
  body.check();
  Object.assign(set, changes);
  touch(world.shop, set, [], world.act());
  world.shop.tell('onProductUpdated', { SellerSkus: set.variants.map(({ sellerSku }) => sellerSku) });
}

export const productSetWriteRoutes = (world: World): Route[] => [
  ['POST /v2/product-set', async ({ request }) => json(productSetBody(world, await create(world, request)), 201)],
  [
    'PUT /v2/product-set/:id',
    async ({ request, params }) => {
      const set = found(world.shop.catalog.set(Number(params.id)));
      if (set.variants.every(variant => variant.status === 'deleted')) {
        return problem(422, 'Product set not updated', 'All products of this set are deleted.');
      }
      await update(world, set, request);
      return json(productSetBody(world, set));
    },
  ],
];
