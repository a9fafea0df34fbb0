import { type BodyPage, stream } from '@cartograph/connector-kit';
import type { Raw } from '../client/api.js';
import type { MagentoClient } from '../client.js';
import { toProductCategory } from '../mapping/product-category.js';
import { categoryBodySchema, type NativeCategory } from '../native/category.js';
import type { MagentoShop } from '../shop.js';
import { whereAllowed } from './allowed.js';
import { collectById } from './by-id.js';
import { withFailed } from './feed.js';
import { identityOf, wrapped } from './identity.js';

export const categories = stream({
  yields: ['productCategories'],
  incremental: 'none',
  lagMs: 0,
  native: categoryBodySchema,
  identify: ({ category }) => identityOf(category, 'id'),
  wrap: wrapped('category', { ancestors: [] }),
  ...whereAllowed({ read: readCategories }),
  normalize: (body, shop: MagentoShop) => [{ resource: 'productCategories', record: toProductCategory(body, shop) }],
});

const selection = {
  // Number 1 is the hidden root of all trees.
  filters: [[{ field: 'entity_id', condition: 'gt', value: 1 }]],
  fields: 'items[id,parent_id,name,is_active,level,position,path,children,created_at,updated_at],total_count',
  pageSize: 1000,
} as const;

/** All categories, each with those above it. A new name moves no other category’s time, so they are read whole. */
export async function* readCategories(client: MagentoClient): AsyncGenerator<BodyPage> {
  const { items: categories, failed } = await collectById(client.categories, selection);
  const byId = new Map(categories.map(category => [String(category.id), category]));
  const bodies = categories.map(category => ({ category, ancestors: idsAbove(category).map(id => named(id, byId)) }));
  yield { bodies, next: null, total: bodies.length, ...withFailed(failed) };
}

/** Without the hidden root and the category itself. */
const idsAbove = ({ path }: Raw<NativeCategory>): string[] =>
  typeof path === 'string' ? path.split('/').slice(1, -1) : [];

/** What is wrong with one category must not keep those below it out. */
function named(id: string, byId: ReadonlyMap<string, Raw<NativeCategory>>): { id: string; name: string | null } {
  const name = byId.get(id)?.name;
  return { id, name: typeof name === 'string' ? name : null };
}
