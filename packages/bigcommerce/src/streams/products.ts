import { type BodyPage, type Identity, isLoose, id as toId } from '@cartograph/connector-kit';
import type { ReadQuery } from '@cartograph/core';
import { unlessRefused } from '../client/api.js';
import { collect } from '../client/pages.js';
import { instant } from '../native/instant.js';
import type { NativeInventoryItem, NativeProduct, ProductBody } from '../native/product.js';
import type { OpenConnection } from './connection.js';

export function identifyProduct({ product }: Readonly<Record<string, unknown>>): Identity {
  const body = isLoose(product) ? product : {};
  return { id: toId(body.id), modifiedAt: instant(body.date_modified) };
}

export const wrapProduct = (item: unknown): unknown =>
  isLoose(item) && isLoose(item.product) ? item : { product: item };

/** Paged by id, for the reason for which orders are. */
export async function* readProducts(connection: OpenConnection, query: ReadQuery): AsyncGenerator<BodyPage> {
  const filter = {
    include: ['variants', 'images'] as const,
    ...(query.since === null ? {} : { 'date_modified:min': query.since }),
    ...(query.until === null ? {} : { 'date_modified:max': query.until }),
  };
  let mayReadStock = true;
  for await (const { items, after, total } of connection.client.products.pages(filter, Number(query.resume ?? 0))) {
    const stock: Stock | null = mayReadStock ? await stockOf(connection, items) : null;
    mayReadStock = stock !== null;
    const bodies = items.map(
      (product): ProductBody => ({ product, ...(stock && { inventory: stock.get(String(product.id)) ?? [] }) }),
    );
    yield { bodies, next: after === null ? null : String(after), ...(total === null ? {} : { total }) };
  }
}

type Stock = ReadonlyMap<string, NativeInventoryItem[]>;

/** Stock by product, of those that keep count; null where the token may not read it. */
async function stockOf({ client }: OpenConnection, products: readonly NativeProduct[]): Promise<Stock | null> {
  const tracked = products.filter(
    ({ inventory_tracking }) => inventory_tracking === 'product' || inventory_tracking === 'variant',
  );
  const stock = new Map<string, NativeInventoryItem[]>();
  if (tracked.length === 0) return stock;
  const ids = tracked.map(({ id }) => Number(id));
  const items = await unlessRefused(collect(client.inventory.iterate({ 'product_id:in': ids })), [403]);
  if (items === null) return null;
  for (const item of items) {
    const product = String(item.identity?.product_id);
    stock.set(product, [...(stock.get(product) ?? []), item]);
  }
  return stock;
}
