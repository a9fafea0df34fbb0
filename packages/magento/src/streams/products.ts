import { type BodyPage, stream } from '@cartograph/connector-kit';
import { type ReadQuery, RequestError } from '@cartograph/core';
import type { Filter } from '../client/criteria.js';
import type { Raw } from '../client/listing.js';
import type { MagentoClient } from '../client.js';
import { toProduct } from '../mapping/product.js';
import { productSource } from '../mapping/product-source.js';
import { type NativeProduct, productBodySchema } from '../native/product.js';
import type { MagentoShop } from '../shop.js';
import { mapAhead } from './ahead.js';
import { whereAllowed } from './allowed.js';
import { childIds, createFamily, type Family, idOf, learnFamily } from './family.js';
import { identityOf, lagMs, wrapped } from './identity.js';
import { formatPosition, type Position, parsePosition } from './position.js';
import { createStockReader, type StockReader, skuOf } from './stock.js';
import { readWindow, toStamp } from './window.js';

export const products = stream({
  yields: ['products'],
  incremental: 'modified',
  lagMs,
  native: productBodySchema,
  identify: ({ product }) => identityOf(product, 'id'),
  wrap: wrapped('product', { children: [], sourceItems: null, stockItems: null }),
  read: whereAllowed(readProducts),
  normalize: (body, shop: MagentoShop) => [{ resource: 'products', record: toProduct(productSource(body), shop) }],
});

type Product = Raw<NativeProduct>;

/** Configurable products are read first, because they tell which of the others are their variants. */
const parts = { configurable: 'eq', others: 'neq' } as const;
type Part = keyof typeof parts;

const typeFilter = (part: Part): Filter => ({ field: 'type_id', condition: parts[part], value: 'configurable' });

/**
 * Products as a shopper sees them, each with its variants and stock. A variant is no product of its own, even where it is
 * shown on its own; when only a variant has changed, its product comes again.
 */
export async function* readProducts(client: MagentoClient, query: ReadQuery): AsyncGenerator<BodyPage> {
  const { part, after } = parseToken(query.resume);
  const readStock = createStockReader(client);
  const family = createFamily();
  if (part === 'configurable') {
    yield* readPart(client, query, part, after, async items => {
      family.learn(items);
      return assemble(client, readStock, items);
    });
  }
  await completeFamily(client, query, family);
  yield* readPart(client, query, 'others', part === 'others' ? after : null, async items => {
    const parents = await changedParents(client, query, family, items);
    return assemble(client, readStock, [...items.filter(item => family.parentsOf(item).length === 0), ...parents]);
  });
}

async function* readPart(
  client: MagentoClient,
  query: ReadQuery,
  part: Part,
  after: Position | null,
  work: (items: readonly Product[]) => Promise<readonly unknown[]>,
): AsyncGenerator<BodyPage> {
  const pages = readWindow({ list: client.products.list, query, after, filters: [typeFilter(part)] });
  yield* mapAhead(pages, 1, async ({ items, next }) => ({
    bodies: await work(items),
    next: next ? `${part}|${formatPosition(next)}` : part === 'configurable' ? 'others' : null,
  }));
}

function parseToken(token: string | null): { part: Part; after: Position | null } {
  if (token === null) return { part: 'configurable', after: null };
  const [, part, position] = /^(configurable|others)(?:\|(.+))?$/.exec(token) ?? [];
  if (part === undefined) throw new RequestError('Magento: this is no place to resume from; read from the start');
  return { part: part as Part, after: position === undefined ? null : parsePosition(position) };
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

/** In a whole reading they all came before. */
async function changedParents(
  client: MagentoClient,
  { since }: ReadQuery,
  family: Family,
  items: readonly Product[],
): Promise<Product[]> {
  return since === null
    ? []
    : readByIds(
        client,
        items.flatMap(item => family.parentsOf(item)),
      );
}

async function assemble(
  client: MagentoClient,
  readStock: StockReader,
  products: readonly Product[],
): Promise<unknown[]> {
  const children = new Map((await readByIds(client, products.flatMap(childIds))).map(child => [idOf(child), child]));
  const childrenOf = (product: Product) => childIds(product).flatMap(id => children.get(id) ?? []);
  const stockOf = await readStock([...products, ...children.values()].filter(hasStock).map(skuOf));
  return products.map(product => {
    const below = childrenOf(product);
    return { product, children: below, ...stockOf([product, ...below].map(skuOf)) };
  });
}

const composites = ['configurable', 'bundle', 'grouped'];
const hasStock = (product: Product): boolean => !composites.includes(String(product.type_id));

/** Ids in one list: addresses have an end. */
const mostIds = 500;

async function readByIds(client: MagentoClient, ids: readonly string[]): Promise<Product[]> {
  const wanted = [...new Set(ids)];
  const found: Product[] = [];
  for (let start = 0; start < wanted.length; start += mostIds) {
    const value = wanted.slice(start, start + mostIds).join(',');
    for await (const product of client.products.iterate({
      filters: [[{ field: 'entity_id', condition: 'in', value }]],
    })) {
      found.push(product);
    }
  }
  return found;
}
