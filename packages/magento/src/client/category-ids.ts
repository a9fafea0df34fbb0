import { optionalId } from '@cartograph/connector-kit';
import { collect } from './among.js';
import type { MagentoCall } from './api.js';
import type { Lists } from './lists.js';

export interface InCategory {
  /** Takes the categories below it as well. */
  readonly subcategories?: boolean | undefined;
}

/** A category and, where they are wanted, all below it, in two requests however deep they are. */
export async function categoryIds(
  { categories }: Pick<Lists, 'categories'>,
  categoryId: string | number,
  { subcategories = false }: InCategory = {},
  call?: MagentoCall,
): Promise<string[]> {
  const own = String(categoryId);
  if (!subcategories) return [own];
  const { path } = await categories.get(categoryId, call);
  const below = categories
    .search()
    .where('path', 'like', `${String(path)}/%`)
    .fields('id')
    .pageSize(1000);
  const found = await collect(below.iterate(call));
  return [own, ...found.flatMap(category => optionalId(category.id) ?? [])];
}
