import type { DocumentQuery, ModelRecord, PageCommit, ResourceName, Storage } from '@cartograph/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { projectedResources, projections } from '../projection/projections.js';
import { type CommercePath, commerceSchemas } from '../schemas/commerce.js';
import { all, platforms, syncedShop } from '../testing/shops.js';
import { codatView, createDocumentKeeper, projectionVersion } from './view.js';

// biome-ignore lint/suspicious/noExplicitAny: tests look into documents of every shape.
type Body = any;

async function documents(storage: Storage, collection: CommercePath, connectionId: string): Promise<Body[]> {
  const query: DocumentQuery = { view: codatView, collection, connectionId, offset: 0, limit: 10_000 };
  return JSON.parse(Buffer.from((await storage.queryDocuments(query)).documents).toString());
}

/** Brings one record into the store, at a time after everything else. */
async function bring(storage: Storage, connectionId: string, brought: ModelRecord, at: string): Promise<void> {
  const page: PageCommit = {
    ...{ connectionId, platform: connectionId, stream: 'brought', runId: 'later', mapperVersion: 1, at },
    natives: [
      {
        native: { stream: 'brought', id: `${brought.resource} ${brought.record.id}`, modifiedAt: at, body: { at } },
        records: [brought],
      },
    ],
    ...{ setAside: [], checkpoint: { mark: null, window: null } },
  };
  await storage.commit(page);
}

/** The content of a stored record, without what storage adds. */
async function contentOf<Name extends ResourceName>(storage: Storage, resource: Name, index = 0) {
  const stored = (await all(storage, resource))[index];
  if (!stored) throw new TypeError(`no ${resource}`);
  const { connectionId, platform, syncedAt, deletedAt, deletedBecause, mapperVersion, ...record } = stored;
  return { connectionId, record: record as unknown as Extract<ModelRecord, { resource: Name }>['record'] };
}

const later = '2027-01-01T00:00:00Z';

describe.each(platforms)('the documents of %s', platform => {
  let storage: Storage;

  beforeAll(async () => {
    storage = await syncedShop(platform);
    await createDocumentKeeper(storage).catchUp();
  });

  test.each(projectedResources)('there is one for each of its %s, in the strict shape', async resource => {
    const { path } = projections[resource];
    const found = await documents(storage, path, platform);
    const sources = projectedResources.filter(name => projections[name].path === path);
    const counts = await storage.counts(platform);
    expect(found.length).toBe(sources.reduce((sum, name) => sum + counts[name], 0));
    for (const body of found) expect(commerceSchemas[path].parse(body)).toEqual(body);
  });

  test('an order becomes another when a refund of it does, while its own record stays as it is', async () => {
    const { connectionId, record } = await contentOf(storage, 'refunds');
    const before = (await documents(storage, 'commerce-orders', platform)).find(({ id }) => id === record.orderId);
    await bring(storage, connectionId, { resource: 'refunds', record: { ...record, id: 'again' } }, later);
    await createDocumentKeeper(storage).catchUp();
    const after = (await documents(storage, 'commerce-orders', platform)).find(({ id }) => id === record.orderId);
    expect(after.payments.map(({ id }: Body) => id)).toContain('again_refund');
    expect(after.payments.length).toBe(before.payments.length + 1);
    expect(after.modifiedDate).toBe(later);
  });

  test('documents of earlier rules are made anew, and those that nothing makes any more are gone', async () => {
    const before = await documents(storage, 'commerce-customers', platform);
    const from = await storage.viewPosition(codatView);
    const name = { collection: 'commerce-customers', connectionId: platform };
    const stale = [...before.map(({ id }) => id), 'nobody'].map(id => ({ ...name, id, modifiedAt: later, body: '{}' }));
    const to = { version: projectionVersion - 1, sequence: await storage.lastSequence() };
    await storage.writeDocuments({ view: codatView, from, to, put: stale, remove: [] });
    await createDocumentKeeper(storage).catchUp();
    expect(await documents(storage, 'commerce-customers', platform)).toEqual(before);
  });
});

describe('documents', () => {
  test('a product tells the name that its category has now', async () => {
    const storage = await syncedShop('bigcommerce');
    const keeper = createDocumentKeeper(storage);
    await keeper.catchUp();
    const product = (await all(storage, 'products')).find(({ categoryIds }) => categoryIds.length > 0);
    const categories = await all(storage, 'productCategories');
    const index = categories.findIndex(({ id }) => id === product?.categoryIds[0]);
    const { connectionId, record } = await contentOf(storage, 'productCategories', index);
    const renamed = { ...record, name: 'Another name' };
    await bring(storage, connectionId, { resource: 'productCategories', record: renamed }, later);
    await keeper.catchUp();
    const found = (await documents(storage, 'commerce-products', 'bigcommerce')).find(({ id }) => id === product?.id);
    expect(found.categorization).toContain('Another name');
    expect(found.modifiedDate).toBe(later);
  });

  test('what is gone at the source is told as deleted, and what is gone from the store is gone', async () => {
    const storage = await syncedShop('bigcommerce', { orders: 20 });
    const keeper = createDocumentKeeper(storage);
    await keeper.catchUp();
    const { connectionId, record } = await contentOf(storage, 'orders');
    const native = await storage.nativeOf(connectionId, 'orders', record.id);
    await storage.commit({
      ...{ connectionId, platform: connectionId, stream: native?.stream ?? '', runId: 'later', mapperVersion: 1 },
      ...{ at: later, natives: [], setAside: [], gone: [native?.id ?? ''], checkpoint: { mark: null, window: null } },
    });
    await keeper.catchUp();
    const found = (await documents(storage, 'commerce-orders', connectionId)).find(({ id }) => id === record.id);
    expect([found.metadata, found.modifiedDate]).toEqual([{ isDeleted: true }, later]);
    await storage.deleteConnection(connectionId, later);
    await keeper.catchUp();
    expect(await documents(storage, 'commerce-orders', connectionId)).toEqual([]);
    expect((await storage.viewPosition(codatView))?.sequence).toBe(await storage.lastSequence());
  });

  test('catching up ends after so many steps, and goes on from there', async () => {
    const storage = await syncedShop('iconic', { orders: 60 });
    const keeper = createDocumentKeeper(storage);
    expect(await keeper.catchUp(0)).toBe(false);
    expect(await keeper.catchUp(1)).toBe((await storage.lastSequence()) <= 500);
    expect(await keeper.catchUp()).toBe(true);
    expect(await keeper.catchUp(0)).toBe(true);
  });

  test('two who keep the same documents share the work, and an empty store has none to make', async () => {
    const storage = await syncedShop('magento', { orders: 20 });
    await Promise.all([1, 2, 3].map(() => createDocumentKeeper(storage).catchUp()));
    expect((await documents(storage, 'commerce-orders', 'magento')).length).toBe(
      (await storage.counts('magento')).orders,
    );
    await storage.deleteConnection('magento', later);
    await createDocumentKeeper(storage).catchUp();
  });
});
