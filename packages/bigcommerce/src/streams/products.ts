import { type BodyPage, type Identity, isLoose, id as toId } from '@cartograph/connector-kit';
import type { FailedRecord, IdPage, ReadQuery } from '@cartograph/core';
import { unlessRefused } from '../client/api.js';
import { instant } from '../native/instant.js';
import type { NativeInventoryItem, NativeProduct, ProductBody } from '../native/product.js';
import type { OpenConnection } from './connection.js';
import { foundOf, salvageOf } from './found.js';

export function identifyProduct({ product }: Readonly<Record<string, unknown>>): Identity {
  const body = isLoose(product) ? product : {};
  return { id: toId(body.id), modifiedAt: instant(body.date_modified) };
}

export const wrapProduct = (item: unknown): unknown =>
  isLoose(item) && isLoose(item.product) ? item : { product: item };

/** Paged by id, for the reason for which orders are. */
export async function* readProducts(connection: OpenConnection, query: ReadQuery): AsyncGenerator<BodyPage> {
  const filter = {
    ...productShape,
    ...(query.since === null ? {} : { 'date_modified:min': query.since }),
    ...(query.until === null ? {} : { 'date_modified:max': query.until }),
  };
  let mayReadStock = true;
  for await (const page of connection.client.products.pages(filter, Number(query.resume ?? 0))) {
    const { after, total } = page;
    const stock: Stock | null = mayReadStock ? await stockOf(connection, page.items) : null;
    mayReadStock = stock !== null;
    yield {
      bodies: productBodies(page.items, stock),
      next: after === null ? null : String(after),
      failed: [...page.failed, ...(stock?.failed ?? [])],
      ...(total === null ? {} : { total }),
    };
  }
}

const productShape = { include: ['variants', 'images'] } as const;

/** Those whose stock cannot be served are left out. */
const productBodies = (products: readonly NativeProduct[], stock: Stock | null): ProductBody[] =>
  products
    .filter(({ id }) => !stock?.failed.some(record => record.id === String(id)))
    .map(product => ({ product, ...(stock && { inventory: stock.found.get(String(product.id)) ?? [] }) }));

/** What the platform does not list is gone. */
export async function findProducts(
  connection: OpenConnection,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ProductBody | null>> {
  const { items, failed } = await salvageOf(ids, connection.client.products.byIds(ids.map(Number), productShape));
  const stock = await stockOf(connection, items);
  return foundOf(ids, productBodies(items, stock), ({ product }) => product.id, [...failed, ...(stock?.failed ?? [])]);
}

export async function* productIds({ client }: OpenConnection, resume: string | null): AsyncGenerator<IdPage> {
  // `id` comes in any case, and no field is smaller.
  const pages = client.products.pages({ include_fields: ['type'] }, Number(resume ?? 0));
  for await (const { items, after, failed } of pages) {
    const ids = [...items.map(({ id }) => toId(id)), ...failed.map(({ id }) => id)];
    yield { ids, next: after === null ? null : String(after) };
  }
}

interface Stock {
  /** By product. */
  readonly found: ReadonlyMap<string, NativeInventoryItem[]>;
  readonly failed: readonly FailedRecord[];
}

/** Stock by product, of those that keep count; null where the token may not read it. */
async function stockOf({ client }: OpenConnection, products: readonly NativeProduct[]): Promise<Stock | null> {
  const tracked = products.filter(
    ({ inventory_tracking }) => inventory_tracking === 'product' || inventory_tracking === 'variant',
  );
  const answer = await unlessRefused(client.inventory.ofProducts(tracked.map(({ id }) => Number(id))), [403]);
  if (answer === null) return null;
  const found = new Map<string, NativeInventoryItem[]>();
  for (const item of answer.items) {
    const product = String(item.identity?.product_id);
    found.set(product, [...(found.get(product) ?? []), item]);
  }
  return { found, failed: answer.failed };
}
