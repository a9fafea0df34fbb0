import { stamp } from '../clock.js';
import type { Category } from '../shop/categories.js';
import type { Product } from '../shop/product.js';
import type { Scope } from '../shop/stores.js';
import type { Table } from '../shop/table.js';
import type { Body } from './body.js';

/** A category as it is kept: without its children, and with what single views say of it. */
export const categoryRow = (category: Category): Body => ({
  id: category.id,
  parent_id: category.parentId,
  name: category.name,
  is_active: category.isActive,
  position: category.position,
  level: category.level,
  created_at: stamp(category.createdAt),
  updated_at: stamp(category.createdAt),
  path: category.path,
  available_sort_by: [],
  include_in_menu: true,
  custom_attributes: [{ attribute_code: 'url_key', value: category.name.toLowerCase().replace(/\W+/g, '-') }],
  views: {},
});

/** Children in the order in which they are shown. */
export const childrenOf = (categories: Table, id: unknown): Body[] =>
  categories
    .rows()
    .filter(category => category.parent_id === id)
    .sort((one, other) => Number(one.position) - Number(other.position));

/** A category in a scope. */
export function categoryBody(categories: Table, { views, ...row }: Body, scope: Scope): Body {
  const own = scope === null ? undefined : (views as Record<number, Body>)[scope.id];
  const children = childrenOf(categories, row.id).map(child => child.id);
  return { ...row, ...own, children: children.join(',') };
}

/** A category and those below it, `depth` levels down. */
export function categoryTree(
  categories: Table,
  row: Body,
  scope: Scope,
  depth: number,
  products: readonly Product[],
): Body {
  const { id, parent_id, name, is_active, position, level } = categoryBody(categories, row, scope);
  return {
    id,
    parent_id,
    name,
    is_active,
    position,
    level,
    product_count: products.filter(product => product.categoryIds.includes(Number(id))).length,
    children_data:
      depth > 0
        ? childrenOf(categories, id).map(child => categoryTree(categories, child, scope, depth - 1, products))
        : [],
  };
}
