import { json, type Route } from '../../http.js';
import { toMoney } from '../../money.js';
import { readBody } from '../body.js';
import { brands } from '../catalog/brands.js';
import { categories } from '../catalog/categories.js';
import { addProduct, addProductSet, settleStatus } from '../catalog/new-products.js';
import { type SharedProduct, sharedProducts } from '../catalog/shared-products.js';
import { found } from '../problems.js';
import { readQuery } from '../query.js';
import type { World } from '../world.js';

const sharedBody = ({ sin, name, description, brandId, price }: SharedProduct) => ({
  sin,
  sku: null,
  name,
  description,
  productUrl: null,
  prices: [{ price, currency: 'AUD', country: 'AU' }],
  // The position of an image is text here.
  images: [{ imageId: null, displayUrl: `https://static.theiconic.example/p/${sin.toLowerCase()}.jpg`, position: '1' }],
  brandName: brands.find(({ id }) => id === brandId)?.name ?? '',
});

/** An inactive set with one product: the seller has yet to say what it costs him to sell it. */
function offer(world: World, shared: SharedProduct): number {
  const { seeded, catalog } = world.shop;
  const at = world.act();
  const { sin, name, description, brandId, categoryId, price } = shared;
  const attributeSetId = found(categories.find(({ id }) => id === categoryId)).attributeSetId;
  const set = addProductSet(
    seeded,
    catalog,
    {
      sin,
      name,
      description,
      brandId,
      categoryId,
      attributeSetId,
      parentSku: null,
      categories: [categoryId],
      sizeSystem: null,
      browseNodes: [],
      attributes: {},
    },
    at,
  );
  const product = { sellerSku: sin, size: null, barcode: null, name: null, consigned: false, price: toMoney(price) };
  addProduct(seeded, catalog, set, { ...product, status: 'inactive' }, at);
  settleStatus(set);
  world.shop.tell('onProductCreated', { SellerSkus: [sin] });
  return set.id;
}

export const sharedCatalogRoutes = (world: World): Route[] => [
  [
    'GET /v2/product-set/search-hybrid',
    ({ query }) => {
      const read = readQuery(query);
      const wanted = read.text('query');
      read.require('query', wanted);
      read.check();
      const words = (wanted ?? '').toLowerCase();
      return json(
        sharedProducts
          .filter(({ sin, name }) => sin.toLowerCase() === words || name.toLowerCase().includes(words))
          .map(sharedBody),
      );
    },
  ],
  [
    'POST /v2/product-set/products/create-by-sin',
    async ({ request }) => {
      const body = await readBody(request);
      const sin = body.required('sin', body.text('sin'), '');
      body.check();
      const shared = found(sharedProducts.find(product => product.sin === sin));
      const known = world.shop.catalog.sets.find(set => set.sin === sin);
      return json({ productSetId: known?.id ?? offer(world, shared) });
    },
  ],
];
