import { type Call, empty, json, type Route } from '../../http.js';
import { productBody } from '../bodies/product.js';
import { type Body, readBody } from '../body.js';
import type { Catalog } from '../catalog/create-catalog.js';
import { addProduct, settleStatus } from '../catalog/new-products.js';
import { type ProductSetRecord, shipmentTypeIds, type VariantRecord } from '../catalog/product-set.js';
import { found, problem } from '../problems.js';
import { readQuery } from '../query.js';
import { touch } from '../shop/touch.js';
import type { World } from '../world.js';

const statuses = ['active', 'inactive', 'deleted'] as const;

export const isTaken = (catalog: Catalog, sellerSku: string, by?: VariantRecord): boolean =>
  catalog.variants.some(variant => variant !== by && variant.sellerSku === sellerSku);

const hasSize = (set: ProductSetRecord, size: string | null, by?: VariantRecord): boolean =>
  set.variants.some(variant => variant !== by && variant.status !== 'deleted' && variant.size === size);

function checkUnique(world: World, body: Body, set: ProductSetRecord, product: Product, own?: VariantRecord): void {
  if (isTaken(world.shop.catalog, product.sellerSku, own)) body.refuse('sellerSku', 'This value is already used.');
  if (hasSize(set, product.size, own)) body.refuse('variation', 'This set has a product of this variation.');
}

type Product = Pick<VariantRecord, 'sellerSku' | 'size' | 'barcode' | 'name'>;

/** Everything else that a product has is discarded without a word when it is sent. */
const readProduct = (body: Body, known: Product): Product => ({
  sellerSku: body.required('sellerSku', body.text('sellerSku') ?? known.sellerSku, ''),
  size: body.text('variation') ?? known.size,
  barcode: body.text('productIdentifier') ?? known.barcode,
  name: body.text('name') ?? known.name,
});

function setStatus(set: ProductSetRecord, variant: VariantRecord, status: VariantRecord['status']): void {
  variant.status = status;
  settleStatus(set);
}

export function productWriteRoutes(world: World): Route[] {
  const { shop } = world;
  const { catalog, seeded } = shop;
  const setOf = ({ params }: Call) => found(catalog.set(Number(params.set)));
  const variantOf = (set: ProductSetRecord, { params }: Call) =>
    found(set.variants.find(({ id }) => String(id) === params.id));
  const changed = (set: ProductSetRecord, variant: VariantRecord) => {
    touch(shop, set, [variant], world.act());
    shop.tell('onProductUpdated', { SellerSkus: [variant.sellerSku] });
  };
  const body = (set: ProductSetRecord, variant: VariantRecord) => productBody(world, variant, set.name);
  return [
    [
      'POST /v2/product-set/:set/products',
      async call => {
        const set = setOf(call);
        const sent = await readBody(call.request);
        const product = readProduct(sent, { sellerSku: '', size: null, barcode: null, name: null });
        const status = sent.choice('status', ['active', 'inactive']) ?? 'active';
        const consigned = sent.integer('shipmentTypeId') === shipmentTypeIds.venture;
        checkUnique(world, sent, set, product);
        sent.check();
        const at = world.act();
        const variant = addProduct(seeded, catalog, set, { ...product, status, consigned, price: null }, at);
        setStatus(set, variant, status);
        touch(shop, set, [], at);
        shop.tell('onProductCreated', { SellerSkus: [variant.sellerSku] });
        return json(body(set, variant), 201);
      },
    ],
    [
      // The status is in the query; there is neither a body nor an answer.
      'PUT /v2/product-set/:set/products/:id/status',
      call => {
        const set = setOf(call);
        const variant = variantOf(set, call);
        const read = readQuery(call.query, 422);
        const status = read.choice('status', statuses);
        read.require('status', status);
        read.check();
        setStatus(set, variant, status ?? variant.status);
        changed(set, variant);
        return empty(200);
      },
    ],
    [
      'PUT /v2/product-set/:set/products/:id',
      async call => {
        const set = setOf(call);
        const variant = variantOf(set, call);
        const sent = await readBody(call.request);
        const status = sent.choice('status', statuses) ?? variant.status;
        // Whoever deletes a product, or takes it back, changes nothing else in the same request.
        const only = status !== variant.status && (status === 'deleted' || variant.status === 'deleted');
        const product = only ? variant : readProduct(sent, variant);
        const shipmentType = sent.integer('shipmentTypeId');
        if (!only) checkUnique(world, sent, set, product, variant);
        sent.check();
        const { sellerSku, size, barcode, name } = product;
        Object.assign(variant, { sellerSku, size, barcode, name });
        if (!only && shipmentType !== undefined) {
          variant.consigned = shipmentType === shipmentTypeIds.venture ? (variant.consigned ?? 0) : null;
        }
        setStatus(set, variant, status);
        changed(set, variant);
        return json(body(set, variant));
      },
    ],
    [
      'POST /v2/reupload-to-shop/:set',
      call => {
        const set = setOf(call);
        if (set.status === 'deleted') return problem(422, 'Upload failed', 'The product set is deleted.');
        for (const variant of set.variants) variant.shopSku ??= `${set.configSku}-${variant.id}`;
        touch(shop, set, set.variants, world.act());
        return json({ success: true });
      },
    ],
  ];
}
