import { stamp } from '../clock.js';
import { type Category, childrenOf } from '../shop/categories.js';
import type { Product } from '../shop/product.js';
import type { Body } from './body.js';

export const categoryBody = (category: Category): Body => ({
  id: category.id,
  parent_id: category.parentId,
  name: category.name,
  is_active: category.isActive,
  position: category.position,
  level: category.level,
  children: childrenOf(category.id)
    .map(child => child.id)
    .join(','),
  created_at: stamp(category.createdAt),
  updated_at: stamp(category.createdAt),
  path: category.path,
  available_sort_by: [],
  include_in_menu: true,
  custom_attributes: [{ attribute_code: 'url_key', value: category.name.toLowerCase().replace(/\W+/g, '-') }],
});

/** A category and those below it, `depth` levels down. */
export function categoryTree(category: Category, depth: number, products: readonly Product[]): Body {
  return {
    id: category.id,
    parent_id: category.parentId,
    name: category.name,
    is_active: category.isActive,
    position: category.position,
    level: category.level,
    product_count: products.filter(product => product.categoryIds.includes(category.id)).length,
    children_data: depth > 0 ? childrenOf(category.id).map(child => categoryTree(child, depth - 1, products)) : [],
  };
}
