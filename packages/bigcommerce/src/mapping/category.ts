import { absent, always, derived, each, flag, id, mapper, optionalId, text } from '@cartograph/connector-kit';
import type { ProductCategory } from '@cartograph/core';
import type { CategoryBody, NativeParentCategory } from '../native/category.js';

type Ancestor = ProductCategory['ancestors'][number];

/** The trees call it otherwise than the older list. */
const idOf = (category: NativeParentCategory): unknown => category.category_id ?? category.id;

const toAncestor = mapper<NativeParentCategory, Ancestor, unknown>({
  id: category => id(idOf(category)),
  name: derived('null for one that is not among the categories', category => text(category.name)),
});

/** A parent that is not among the categories is known by its id alone; a chain that leads back to itself ends there. */
function ancestorsOf({ category, parents }: CategoryBody): readonly NativeParentCategory[] {
  const known = parents ?? [];
  const parent = optionalId((known[0] ?? category).parent_id);
  const isMet = [category, ...known].some(met => text(idOf(met)) === parent);
  return parent === null || isMet ? known : [{ category_id: parent }, ...known];
}

const statuses = { true: 'published', false: 'unpublished', null: 'unknown' } as const;

export const toProductCategory = mapper<CategoryBody, ProductCategory, unknown>({
  id: ({ category }) => id(idOf(category)),
  createdAt: absent('a category has no dates'),
  sourceModifiedAt: absent('a category has no dates'),
  derived: always(false, 'categories are records of the platform'),
  name: ({ category }) => text(category.name),
  ancestors: each(toAncestor, ancestorsOf),
  hasChildren: derived(
    'whether another category names it as its parent',
    ({ childIds }) => (childIds ?? []).length > 0,
  ),
  status: ({ category }) => statuses[`${flag(category.is_visible)}`],
});
