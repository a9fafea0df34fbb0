import { categoryTree } from '../bodies/category.js';
import { noSuchEntity } from '../protocol/errors.js';
import type { Shop } from '../shop/shop.js';
import { groupById, viewById } from '../shop/stores.js';
import type { Desk, Endpoint } from './endpoint.js';
import type { ShopCollections } from './shop-collections.js';

const right = 'Magento_Catalog::categories';

export function categoryEndpoints(shop: Shop, desk: Desk, all: ShopCollections): Endpoint[] {
  const { categories } = shop.tables;
  return [
    [
      'GET /V1/categories',
      right,
      ({ query }, scope) => {
        const root = Number(
          query.get('rootCategoryId') ?? (scope ? groupById(viewById(scope.id).groupId).rootCategoryId : 1),
        );
        const category = categories.get(root);
        return category
          ? categoryTree(categories, category, scope, Number(query.get('depth') ?? 99), shop.products)
          : noSuchEntity('id', root);
      },
    ],
    ['GET /V1/categories/list', right, desk.list(all.categories)],
    [
      'GET /V1/categories/:id',
      right,
      ({ params }, scope) => desk.one(all.categories, params.id ?? '', scope, () => noSuchEntity('id', params.id)),
    ],
    [
      'GET /V1/categories/:id/products',
      right,
      ({ params }) => {
        const id = Number(params.id);
        return shop.products
          .filter(product => product.categoryIds.includes(id))
          .map((product, position) => ({
            sku: product.sku,
            position: product.edits?.positions?.[id] ?? position,
            category_id: String(id),
          }));
      },
    ],
  ];
}
