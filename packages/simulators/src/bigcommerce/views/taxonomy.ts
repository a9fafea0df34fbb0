import type { Doc } from '../records/fields.js';
import type { Brand, Category } from '../shop/taxonomy.js';

/** Where a page of that name is found in the storefront. */
export const pathOf = (name: string, id: number) => `/${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${id}/`;

/** A brand of which nothing but the name is known. */
export const newBrand = (name: string) => ({
  name,
  page_title: '',
  meta_keywords: [] as string[],
  meta_description: '',
  search_keywords: '',
  image_url: '',
  custom_url: { url: `/${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}/`, is_customized: false },
});

export const brandBody = (brand: Brand) => ({
  id: brand.id,
  ...newBrand(brand.name),
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

/** What the older list, of the default tree only, makes of the same category. */
export const categoryBody = ({ category_id, category_uuid, tree_id, url, ...rest }: Doc): Doc => ({
  id: category_id,
  ...rest,
  custom_url: { url: (url as { path: string }).path, is_customized: (url as { is_customized: boolean }).is_customized },
});

/** A category with everything below it. */
export const branchBody = (category: Doc, all: readonly Doc[], path: readonly unknown[] = []): Doc => {
  const here = [...path, category.category_id];
  return {
    id: category.category_id,
    parent_id: category.parent_id,
    depth: path.length,
    path: here,
    name: category.name,
    is_visible: category.is_visible,
    url: (category.url as { path: string }).path,
    children: all
      .filter(({ parent_id }) => parent_id === category.category_id)
      .map(child => branchBody(child, all, here)),
  };
};
