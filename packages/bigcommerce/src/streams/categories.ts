import { type BodyPage, type Identity, isLoose, optionalId, text, id as toId } from '@cartograph/connector-kit';
import type { ReadQuery } from '@cartograph/core';
import { collectWhole, pageLimit } from '../client/pages.js';
import type { CategoryBody, NativeCategory } from '../native/category.js';
import type { OpenConnection } from './connection.js';

export function identifyCategory({ category }: Readonly<Record<string, unknown>>): Identity {
  const body = isLoose(category) ? category : {};
  return { id: toId(body.category_id ?? body.id), modifiedAt: null };
}

export const wrapCategory = (item: unknown): unknown =>
  isLoose(item) && isLoose(item.category) ? item : { category: item };

/** All are read before the first is given, since a category does not tell its ancestors. By id; the token is the last one given. */
export async function* readCategories({ client }: OpenConnection, { resume }: ReadQuery): AsyncGenerator<BodyPage> {
  const bodies = categoryBodies(
    await collectWhole(
      () => client.categories.pages(),
      ({ category_id }) => text(category_id),
    ),
  );
  const position = ({ category }: CategoryBody) => Number(category.category_id);
  const left = bodies
    .filter(body => position(body) > Number(resume ?? 0))
    .sort((one, other) => position(one) - position(other));
  for (let from = 0; from === 0 || from < left.length; from += pageLimit) {
    const page = left.slice(from, from + pageLimit);
    const last = page.at(-1);
    const next = last && from + pageLimit < left.length ? String(position(last)) : null;
    yield { bodies: page, next, total: bodies.length };
  }
}

/** Categories with those around them. */
export function categoryBodies(categories: readonly NativeCategory[]): CategoryBody[] {
  const byId = new Map(categories.map(category => [text(category.category_id), category]));
  const childIds = new Map(
    categories.map(category => [text(category.category_id), [] as NativeCategory['category_id'][]]),
  );
  for (const { category_id, parent_id } of categories) childIds.get(optionalId(parent_id))?.push(category_id);
  return categories.map(category => ({
    category,
    parents: parentsOf(category, byId),
    childIds: childIds.get(text(category.category_id)) ?? [],
  }));
}

/** Root first. A parent that is gone, or met before, ends the chain. */
function parentsOf(category: NativeCategory, byId: ReadonlyMap<string | null, NativeCategory>): NativeCategory[] {
  const chain = [category];
  for (;;) {
    const parent = byId.get(optionalId(chain[0]?.parent_id));
    if (!parent || chain.includes(parent)) return chain.slice(0, -1);
    chain.unshift(parent);
  }
}
