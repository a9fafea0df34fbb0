import { always, derived, each, flag, id, mapper, text } from '@cartograph/connector-kit';
import type { ProductCategory } from '@cartograph/core';
import type { CategoryBody } from '../native/category.js';
import { instant } from './instant.js';

const toAncestor = mapper<CategoryBody['ancestors'][number], ProductCategory['ancestors'][number], unknown>({
  id: ancestor => id(ancestor.id),
  name: ancestor => text(ancestor.name),
});

export const toProductCategory = mapper<CategoryBody, ProductCategory, unknown>({
  id: ({ category }) => id(category.id),
  createdAt: ({ category }) => instant(category.created_at),
  sourceModifiedAt: ({ category }) => instant(category.updated_at),
  derived: always(false, 'categories are records of the platform'),
  name: ({ category }) => text(category.name),
  ancestors: each(toAncestor, body => body.ancestors),
  hasChildren: ({ category }) => text(category.children) !== null,
  status: derived('from the flag of the category itself, whatever those above it say', ({ category }) => {
    const isActive = flag(category.is_active);
    return isActive === null ? 'unknown' : isActive ? 'published' : 'unpublished';
  }),
});
