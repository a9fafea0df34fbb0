import { categoryTree } from '../bodies/category.js';
import { bundleOptionBodies, configurableOptions, mediaBodies } from '../bodies/product.js';
import { stockItemBody } from '../bodies/stock.js';
import { noProduct, noSuchEntity, refusal } from '../protocol/errors.js';
import { brandAttribute, selectAttributes } from '../shop/attributes.js';
import { categories } from '../shop/categories.js';
import type { Product } from '../shop/product.js';
import type { Shop } from '../shop/shop.js';
import { groupById, viewById } from '../shop/stores.js';
import type { Desk, Endpoint } from './endpoint.js';
import type { ShopCollections } from './shop-collections.js';

const resource = {
  products: 'Magento_Catalog::products',
  catalog: 'Magento_Catalog::catalog',
  categories: 'Magento_Catalog::categories',
  attributes: 'Magento_Catalog::attributes_attributes',
  stock: 'Magento_CatalogInventory::cataloginventory',
};

export function catalogEndpoints(shop: Shop, desk: Desk, all: ShopCollections): Endpoint[] {
  const bySku = (sku: string | undefined) =>
    shop.products.find(product => product.sku.toLowerCase() === sku?.toLowerCase());
  /** Answers for the product of the path's sku. */
  const ofProduct =
    (answer: (product: Product) => unknown): Endpoint[2] =>
    ({ params }) => {
      const product = bySku(params.sku);
      return product ? answer(product) : noProduct();
    };

  return [
    ['GET /V1/products', resource.products, desk.list(all.products)],
    [
      'GET /V1/products/attributes',
      resource.attributes,
      () => ({
        items: selectAttributes.map(attributeBody),
        search_criteria: { filter_groups: [] },
        total_count: selectAttributes.length,
      }),
    ],
    [
      'GET /V1/products/attributes/:code',
      resource.attributes,
      ({ params }) => attributeOr404(params.code, attributeBody),
    ],
    [
      'GET /V1/products/attributes/:code/options',
      resource.attributes,
      ({ params }) => attributeOr404(params.code, optionBodies),
    ],
    [
      'GET /V1/products/:sku',
      resource.products,
      ({ params }, scope) => {
        const product = bySku(params.sku);
        return product
          ? withStock(desk.serve(all.products, product, scope), stockItemBody(product, shop.sourceItems))
          : noProduct();
      },
    ],
    ['GET /V1/products/:sku/media', resource.catalog, ofProduct(mediaBodies)],
    [
      'GET /V1/configurable-products/:sku/children',
      resource.catalog,
      ({ params }, scope) => {
        const product = bySku(params.sku);
        return product
          ? currentMembers(shop, product).map(member => childBody(desk.serve(all.products, member, scope)))
          : noProduct();
      },
    ],
    [
      'GET /V1/configurable-products/:sku/options/all',
      resource.catalog,
      ofProduct(product => (product.type === 'configurable' ? configurableOptions(product) : [])),
    ],
    ['GET /V1/bundle-products/:sku/options/all', resource.catalog, ofProduct(bundleOptionBodies)],
    [
      'GET /V1/bundle-products/:sku/children',
      resource.catalog,
      ofProduct(product =>
        product.type === 'bundle'
          ? bundleOptionBodies(product).flatMap(option => option.product_links)
          : refusal(400, 'The product with the "%1" SKU isn\'t a bundle product.', [product.sku]),
      ),
    ],
    [
      'GET /V1/stockItems/:sku',
      resource.stock,
      ({ params }) => {
        const product = bySku(params.sku);
        return product ? stockItemBody(product, shop.sourceItems) : noSuchEntity('sku', params.sku);
      },
    ],
    [
      'GET /V1/categories',
      resource.categories,
      ({ query }, scope) => {
        const root = Number(
          query.get('rootCategoryId') ?? (scope ? groupById(viewById(scope.id).groupId).rootCategoryId : 1),
        );
        const category = categories.find(({ id }) => id === root);
        return category
          ? categoryTree(category, Number(query.get('depth') ?? 99), shop.products)
          : noSuchEntity('id', root);
      },
    ],
    ['GET /V1/categories/list', resource.categories, desk.list(all.categories)],
    [
      'GET /V1/categories/:id',
      resource.categories,
      ({ params }, scope) => desk.one(all.categories, params.id ?? '', scope, () => noSuchEntity('id', params.id)),
    ],
    [
      'GET /V1/categories/:id/products',
      resource.categories,
      ({ params }) => {
        const id = Number(params.id);
        return shop.products
          .filter(product => product.categoryIds.includes(id))
          .map((product, position) => ({ sku: product.sku, position, category_id: String(id) }));
      },
    ],
  ];
}

/** Children as they are now, edits included. */
const currentMembers = (shop: Shop, product: Product): Product[] =>
  product.members.map(member => shop.products.find(({ id }) => id === member.id) ?? member);

const withStock = (body: unknown, stockItem: unknown): unknown => {
  if (body === null || typeof body !== 'object' || !('extension_attributes' in body)) return body;
  return { ...body, extension_attributes: { ...(body.extension_attributes as object), stock_item: stockItem } };
};

/** A child in its parent's list has fewer fields than the same product in the product list. */
const childBody = (body: unknown): unknown => {
  if (body === null || typeof body !== 'object') return body;
  return Object.fromEntries(
    Object.entries(body).filter(([key]) => !['extension_attributes', 'media_gallery_entries', 'options'].includes(key)),
  );
};

type Attribute = (typeof selectAttributes)[number];

const optionBodies = (attribute: Attribute) => [
  { label: ' ', value: '' },
  ...attribute.options.map(option => ({ label: option.label, value: String(option.id) })),
];

const attributeBody = (attribute: Attribute) => ({
  attribute_id: attribute.id,
  attribute_code: attribute.code,
  frontend_input: 'select',
  entity_type_id: '4',
  is_required: false,
  options: optionBodies(attribute),
  is_user_defined: true,
  default_frontend_label: attribute.label,
  frontend_labels: [],
  backend_type: 'int',
  scope: attribute === brandAttribute ? 'store' : 'global',
});

function attributeOr404(code: string | undefined, answer: (attribute: Attribute) => unknown): unknown {
  const attribute = selectAttributes.find(known => known.code === code);
  return attribute ? answer(attribute) : noSuchEntity('attribute_code', code);
}
