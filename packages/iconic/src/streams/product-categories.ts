import { type BodyPage, id, isLoose, stream } from '@cartograph/connector-kit';
import { joinedRows } from '../client/joined-pages.js';
import { toProductCategory } from '../mapping/product-category.js';
import { type NativeCategoryBody, nativeCategoryBodySchema } from '../native/category.js';
import type { IconicShop } from '../shop.js';
import type { IconicReader } from './reader.js';
import { fieldOf } from './unchecked.js';

interface Ancestor {
  readonly id: string;
  readonly name: string | null;
}

/** Root first. Ends at a parent that is not among the rows, which is the last that is known by its id alone. */
function ancestorsOf(row: unknown, byId: ReadonlyMap<string | null, unknown>): Ancestor[] {
  const found = new Map<string, Ancestor>();
  const own = fieldOf(row, 'id');
  let parent = fieldOf(row, 'parentId');
  while (parent !== null && parent !== '0' && parent !== own && !found.has(parent)) {
    const above = byId.get(parent);
    found.set(parent, { id: parent, name: fieldOf(above, 'name') });
    parent = fieldOf(above, 'parentId');
  }
  return [...found.values()].reverse();
}

/** All of them are one page: what is above a category may stand anywhere in the list. */
async function* read({ client }: IconicReader): AsyncGenerator<BodyPage> {
  const rows: unknown[] = [];
  const list = (limit: number, offset: number) => client.categories.list({ includeInaccessible: true, limit, offset });
  for await (const row of joinedRows(list)) rows.push(row);
  const byId = new Map(rows.map(row => [fieldOf(row, 'id'), row]));
  yield {
    bodies: rows.map(row => ({ category: row, ancestors: ancestorsOf(row, byId) })),
    next: null,
    total: rows.length,
  };
}

const categoryOf = (body: Readonly<Record<string, unknown>>) => (isLoose(body.category) ? body.category : {});

export const productCategories = stream<IconicReader, IconicShop, NativeCategoryBody>({
  yields: ['productCategories'],
  incremental: 'none',
  lagMs: 0,
  native: nativeCategoryBodySchema,
  identify: body => ({ id: id(categoryOf(body).id), modifiedAt: null }),
  wrap: item => (isLoose(item) && 'category' in item ? item : { category: item, ancestors: null }),
  read,
  normalize: (body, shop) => [{ resource: 'productCategories', record: toProductCategory(body, shop) }],
});
