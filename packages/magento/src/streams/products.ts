import { type BodyPage, stream } from '@cartograph/connector-kit';
import { type FailedRecord, type IdPage, type ModelRecord, type ReadQuery, RequestError } from '@cartograph/core';
import type { Filter } from '../client/criteria.js';
import type { MagentoClient } from '../client.js';
import { toProduct } from '../mapping/product.js';
import { productSource } from '../mapping/product-source.js';
import { type ProductBody, productBodySchema } from '../native/product.js';
import type { MagentoShop } from '../shop.js';
import { mapAhead } from './ahead.js';
import { whereAllowed } from './allowed.js';
import { readById } from './by-id.js';
import { createFamily, type Family, idOf, learnFamily } from './family.js';
import { type Made, withFailed } from './feed.js';
import { identityOf, lagMs, quarterHourMs, wrapped } from './identity.js';
import { formatPosition, type Position, parsePosition, toStamp } from './position.js';
import { type Product, productBodies, productsOf } from './product-bodies.js';
import { createStockReader } from './stock.js';
import { readWindow } from './window.js';

/** What a product's record becomes, whichever feed brought it. */
export const productRecords = {
  yields: ['products'],
  lagMs,
  native: productBodySchema,
  identify: ({ product }: Readonly<Record<string, unknown>>) => identityOf(product, 'id'),
  wrap: wrapped('product', { children: [], sourceItems: null, stockItems: null }),
  normalize: (body: ProductBody, shop: MagentoShop): ModelRecord[] => [
    { resource: 'products', record: toProduct(productSource(body), shop) },
  ],
} as const;

export const products = stream({
  ...productRecords,
  incremental: 'modified',
  everyMs: quarterHourMs,
  ...whereAllowed({ read: readProducts, find: findProducts, ids: productIds }),
});

/** Configurable products are read first, because they tell which of the others are their variants. */
const parts = { configurable: 'eq', others: 'neq' } as const;
type Part = keyof typeof parts;

const typeFilter = (part: Part): Filter => ({ field: 'type_id', condition: parts[part], value: 'configurable' });

/**
 * Products as a shopper sees them, each with its variants and stock. A variant is no product of its own, even where it is
 * shown on its own; when only a variant has changed, its product comes again.
 */
export async function* readProducts(client: MagentoClient, query: ReadQuery): AsyncGenerator<BodyPage> {
  const { part, rest } = parseToken(query.resume);
  const after = rest === null ? null : parsePosition(rest);
  const readStock = createStockReader(client);
  const family = createFamily();
  if (part === 'configurable') {
    yield* readPart(client, query, part, after, async (items, failed) => {
      family.learn(items);
      return pageOf(items, await productBodies(client, readStock, items), failed);
    });
  }
  await completeFamily(client, query, family);
  yield* readPart(client, query, 'others', part === 'others' ? after : null, async (items, failed) => {
    const own = items.filter(item => family.parentsOf(idOf(item)).length === 0);
    const again = query.since === null ? [] : [...items.map(idOf), ...failed.map(({ id }) => id)];
    const parents = await productsOf(client, again.flatMap(family.parentsOf));
    const products = [...own, ...parents.items];
    // A variant that cannot be served is told by its product.
    const alone = failed.filter(({ id }) => family.parentsOf(id).length === 0);
    return pageOf(products, await productBodies(client, readStock, products), [...alone, ...parents.failed]);
  });
}

/** Those that the platform has, and that are no variants of another. */
export async function findProducts(client: MagentoClient, ids: readonly string[]): Promise<Map<string, unknown>> {
  const family = createFamily();
  const { items, failed } = await productsOf(client, ids);
  if (items.some(({ type_id }) => type_id !== 'configurable')) await learnFamily(client, family);
  const own = items.filter(item => family.parentsOf(idOf(item)).length === 0);
  const found = new Map<string, unknown>(ids.filter(id => /^\d+$/.test(id)).map(id => [id, null]));
  const made = await productBodies(client, createStockReader(client), own);
  for (const [index, item] of own.entries()) {
    const result = made[index];
    if (result && 'body' in result) found.set(idOf(item), result.body);
    else found.delete(idOf(item));
  }
  for (const { id } of failed) found.delete(id);
  return found;
}

const idsOnAPage = 500;

async function* productIds(client: MagentoClient, resume: string | null): AsyncGenerator<IdPage> {
  const { part, rest } = parseToken(resume);
  const family = createFamily();
  const fields = 'items[id,extension_attributes[configurable_product_links]],total_count';
  async function* pagesOf(own: Part): AsyncGenerator<IdPage> {
    const criteria = { filters: [[typeFilter(own)]], fields, pageSize: idsOnAPage };
    for await (const page of readById(client.products, criteria, part === own && rest !== null ? Number(rest) : null)) {
      family.learn(page.items);
      const met = [...page.items.map(idOf), ...page.failed.map(({ id }) => id)];
      const ids = met.filter(id => family.parentsOf(id).length === 0);
      yield { ids, next: nextToken(own, page.next === null ? null : String(page.next)) };
    }
  }
  if (part === 'configurable') yield* pagesOf('configurable');
  if (resume !== null) await learnFamily(client, family);
  yield* pagesOf('others');
}

type Work = (items: readonly Product[], failed: readonly FailedRecord[]) => Promise<Omit<BodyPage, 'next'>>;

async function* readPart(
  client: MagentoClient,
  query: ReadQuery,
  part: Part,
  after: Position | null,
  work: Work,
): AsyncGenerator<BodyPage> {
  const pages = readWindow({ listing: client.products, query, after, filters: [typeFilter(part)] });
  yield* mapAhead(pages, 1, async ({ items, failed, next }) => ({
    ...(await work(items, failed)),
    next: nextToken(part, next && formatPosition(next)),
  }));
}

function pageOf(
  products: readonly Product[],
  made: readonly Made[],
  failed: readonly FailedRecord[],
): Omit<BodyPage, 'next'> {
  const unmade = made.flatMap((result, index) =>
    'reason' in result ? [{ id: idOf(products[index]), reason: result.reason }] : [],
  );
  return {
    bodies: made.flatMap(result => ('body' in result ? [result.body] : [])),
    ...withFailed([...failed, ...unmade]),
  };
}

const nextToken = (part: Part, rest: string | null): string | null =>
  rest !== null ? `${part}|${rest}` : part === 'configurable' ? 'others' : null;

function parseToken(token: string | null): { part: Part; rest: string | null } {
  if (token === null) return { part: 'configurable', rest: null };
  const [, part, rest = null] = /^(configurable|others)(?:\|(.+))?$/.exec(token) ?? [];
  if (part === undefined) throw new RequestError('Magento: this is no place to resume from; read from the start');
  return { part: part as Part, rest };
}

/** A whole reading has met every configurable product but those that changed meanwhile; any other has met few. */
async function completeFamily(
  client: MagentoClient,
  { since, until, resume }: ReadQuery,
  family: Family,
): Promise<void> {
  const isWhole = since === null && resume === null;
  if (!isWhole) return learnFamily(client, family);
  if (until !== null)
    await learnFamily(client, family, [{ field: 'updated_at', condition: 'gt', value: toStamp(until) }]);
}
