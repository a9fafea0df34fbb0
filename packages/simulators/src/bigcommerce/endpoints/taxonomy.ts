import { json, type Route } from '../../http.js';
import { booleanTests, numberTests, passing, textTests } from '../query.js';
import { notFound } from '../refusal.js';
import { type Brand, brands, type Category, categories, categoryTrees } from '../shop/taxonomy.js';
import { v3List, v3Whole } from '../v3.js';
import { branchBody, brandBody, categoryBody, treeCategoryBody } from '../views/taxonomy.js';
import type { Api } from './api.js';

const categoryTests = (query: URLSearchParams, idName: string) => [
  ...numberTests<Category>(query, idName, category => category.id),
  ...numberTests<Category>(query, 'tree_id', category => category.treeId),
  ...numberTests<Category>(query, 'parent_id', category => category.parentId),
  ...textTests<Category>(query, 'name', category => category.name),
  ...booleanTests<Category>(query, 'is_visible', category => category.visible),
];

export function taxonomyRoutes(base: string, { serve }: Api): Route[] {
  const catalog = `${base}/v3/catalog`;
  const brand = (row: Brand) => serve('brands', row.id, brandBody(row));
  return [
    [
      `GET ${catalog}/brands`,
      ({ query }) => {
        const tests = [
          ...numberTests<Brand>(query, 'id', row => row.id),
          ...textTests<Brand>(query, 'name', row => row.name),
        ];
        return v3List(passing(brands, tests), query, brand);
      },
    ],
    [
      `GET ${catalog}/brands/:id`,
      ({ params }) => {
        const found = brands.find(({ id }) => id === Number(params.id));
        if (!found) throw notFound('v3');
        return json({ data: brand(found), meta: {} });
      },
    ],
    // The older list knows the default tree only.
    [
      `GET ${catalog}/categories`,
      ({ query }) =>
        v3List(
          passing(
            categories.filter(({ treeId }) => treeId === 1),
            categoryTests(query, 'id'),
          ),
          query,
          row => serve('categories', row.id, categoryBody(row)),
        ),
    ],
    [
      `GET ${catalog}/trees/categories`,
      ({ query }) =>
        v3List(passing(categories, categoryTests(query, 'category_id')), query, row =>
          serve('categories', row.id, treeCategoryBody(row)),
        ),
    ],
    [`GET ${catalog}/trees`, () => v3Whole(categoryTrees)],
    [
      `GET ${catalog}/trees/:id/categories`,
      ({ params }) => {
        const roots = categories.filter(({ treeId, parentId }) => treeId === Number(params.id) && parentId === 0);
        if (roots.length === 0) throw notFound('v3');
        return v3Whole(roots.map(root => branchBody(root)));
      },
    ],
  ];
}
