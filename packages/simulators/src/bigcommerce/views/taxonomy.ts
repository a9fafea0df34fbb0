import { type Brand, type Category, categories } from '../shop/taxonomy.js';

const pathOf = (name: string, id: number) => `/${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${id}/`;

export const brandBody = (brand: Brand) => ({
  id: brand.id,
  name: brand.name,
  page_title: '',
  meta_keywords: [],
  meta_description: '',
  search_keywords: '',
  image_url: '',
  custom_url: { url: pathOf(brand.name, brand.id), is_customized: false },
});

const shared = (category: Category) => ({
  parent_id: category.parentId,
  name: category.name,
  description: '',
  views: 0,
  sort_order: 0,
  page_title: '',
  meta_keywords: [],
  meta_description: '',
  layout_file: 'category.html',
  image_url: '',
  is_visible: category.visible,
  search_keywords: '',
  default_product_sort: 'use_store_settings',
});

/** The id has another name here than in the older list of categories. */
export const treeCategoryBody = (category: Category) => ({
  category_id: category.id,
  category_uuid: `00000000-0000-4000-8000-${String(category.id).padStart(12, '0')}`,
  tree_id: category.treeId,
  ...shared(category),
  url: { path: pathOf(category.name, category.id), is_customized: false },
});

export const categoryBody = (category: Category) => ({
  id: category.id,
  ...shared(category),
  custom_url: { url: pathOf(category.name, category.id), is_customized: false },
});

/** A category with everything below it. */
export const branchBody = (category: Category, path: readonly number[] = []): Record<string, unknown> => {
  const here = [...path, category.id];
  return {
    id: category.id,
    parent_id: category.parentId,
    depth: path.length,
    path: here,
    name: category.name,
    is_visible: category.visible,
    url: pathOf(category.name, category.id),
    children: categories.filter(({ parentId }) => parentId === category.id).map(child => branchBody(child, here)),
  };
};
