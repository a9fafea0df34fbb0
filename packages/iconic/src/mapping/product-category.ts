import { absent, always, derived, id, mapper, optionalId, text } from '@cartograph/connector-kit';
import type { ProductCategory } from '@cartograph/core';
import type { NativeCategoryBody } from '../native/category.js';
import type { IconicShop } from '../shop.js';

type Ancestor = ProductCategory['ancestors'][number];

/** The path of the category itself; its names are no help where there are more or fewer of them than ids. */
function pathOf({ category }: NativeCategoryBody): Ancestor[] {
  const ids = (category.pathIds ?? []).map(optionalId).filter(found => found !== null);
  const names = category.path ?? [];
  const above = ids.at(-1) === id(category.id) ? ids.slice(0, -1) : ids;
  return above.map((ancestor, index) => ({
    id: ancestor,
    name: names.length === ids.length ? text(names[index]) : null,
  }));
}

const statuses: Readonly<Record<string, ProductCategory['status']>> = {
  active: 'published',
  inactive: 'unpublished',
  inherited_inactive: 'unpublished',
  deleted: 'unpublished',
};

export const toProductCategory = mapper<NativeCategoryBody, ProductCategory, IconicShop>({
  id: ({ category }) => id(category.id),
  createdAt: absent('categories have no dates'),
  sourceModifiedAt: absent('categories have no dates'),
  derived: always(false, 'the platform has categories'),
  name: ({ category }) => text(category.name),
  ancestors: derived(
    'by `parentId` up to the root, ended where a parent is missing or comes again; by `pathIds` of a category alone',
    (body): Ancestor[] => body.ancestors?.slice() ?? pathOf(body),
  ),
  hasChildren: derived('whether there are `childrenIds`', ({ category }) => (category.childrenIds ?? []).length > 0),
  status: derived(
    'published when `status` is active',
    ({ category }) => statuses[text(category.status) ?? ''] ?? 'unknown',
  ),
});
