import { RequestError } from '@cartograph/core';
import { expect, test } from 'vitest';
import { createMagentoClient } from '../client.js';
import { openClient } from '../testing/client.js';
import { bearerConfig, scriptedHost } from '../testing/scripted.js';
import { collect } from './among.js';

const { client, asked } = openClient();
const [first, second] = (await client.search('products').where('type_id', 'simple').all()).map(({ sku }) =>
  String(sku),
) as [string, string];
const at = async (sku: string, source: string) =>
  (await client.search('sourceItems').where('sku', sku).where('source_code', source).first())?.quantity ?? null;

test('what lies at a source is set and taken away, and moves what can be sold', async () => {
  await client.inventory.sources.create({ source_code: 'attic', name: 'Attic', country_id: 'AU', postcode: '3000' });
  await client.inventory.sources.update('attic', { name: 'The attic' });
  expect(await client.inventory.sources.get('attic')).toMatchObject({ name: 'The attic', postcode: '3000' });
  const { stock_id } = await client.inventory.salable.stockOf(String((await client.store.websites())[1]?.code));
  await client.inventory.stockSourceLinks.save([{ stock_id: Number(stock_id), source_code: 'attic', priority: 9 }]);
  expect((await client.inventory.stocks.sources(Number(stock_id))).map(({ source_code }) => source_code)).toContain(
    'attic',
  );
  const before = await client.inventory.salable.quantity(first, Number(stock_id));
  const { done } = await client.inventory.sourceItems.save([
    { sku: first, source_code: 'attic', quantity: '7.5' },
    { sku: second, source_code: 'attic', quantity: 3 },
  ]);
  expect(done.map(({ index }) => index)).toEqual([0, 1]);
  expect(await at(first, 'attic')).toBe(7.5);
  expect(await client.inventory.salable.quantity(first, Number(stock_id))).toBe(before + 7.5);
  await client.inventory.move({ skus: [second], originSource: 'attic', destinationSource: 'default' });
  expect(Number(await at(second, 'attic'))).toBe(0);
  await client.inventory.sourceItems.delete([{ sku: first, source_code: 'attic' }]);
  expect(await at(first, 'attic')).toBeNull();
  expect(await client.inventory.salable.quantity(first, Number(stock_id))).toBe(before);
});

test('many SKUs are asked for in one request', async () => {
  const start = asked.length;
  const rows = await client.inventory.salable.are([first, second], 1);
  expect(rows.map(({ sku }) => sku)).toEqual([first, second]);
  expect(asked.length - start).toBe(1);
});

test('a row that is wrong refuses the request that it stands in, with the shop’s own words', async () => {
  const { done, failed } = await client.inventory.sourceItems.save([
    { sku: first, source_code: 'no such place', quantity: 1 },
  ]);
  expect(done).toEqual([]);
  expect(failed[0]?.error).toBeInstanceOf(RequestError);
  expect(failed[0]?.error.body).toBeDefined();
  await expect(
    client.inventory.sourceItems.save([{ sku: first, source_code: 'default', quantity: -1 }]),
  ).rejects.toMatchObject({ context: { field: 'quantity' } });
});

test('a stock is made, renamed and deleted', async () => {
  const id = await client.inventory.stocks.create({ name: 'Outlet' });
  await client.inventory.stocks.update(id, { name: 'Outlets' });
  expect(await client.inventory.stocks.get(id)).toMatchObject({ name: 'Outlets' });
  await client.inventory.stocks.delete(id);
  await expect(client.inventory.stocks.get(id)).rejects.toMatchObject({ context: { status: 404 } });
});

test('the stock item of older shops is read and changed by its SKU', async () => {
  const { client: old } = openClient({ inventory: false });
  const sku = String((await old.search('products').where('type_id', 'simple').first())?.sku);
  await old.stockItems.update(sku, { qty: 42, manage_stock: true });
  expect(await old.stockItems.get(sku)).toMatchObject({ qty: 42 });
  expect((await collect(old.stockItems.lowStock(43))).map(({ qty }) => Number(qty) < 43)).not.toContain(false);
  await expect(old.inventory.sources.list()).rejects.toMatchObject({ context: { status: 404 } });
});

test('part of a stock is moved by its quantities', async () => {
  const host = scriptedHost(() => []);
  const scripted = createMagentoClient(bearerConfig, host);
  const transfer = { originSourceCode: 'a', destinationSourceCode: 'b' };
  await scripted.inventory.transfer({ ...transfer, items: [{ sku: first, qty: '1.5' }] });
  expect(host.seen.map(({ path }) => path)).toEqual(['/eu/rest/all/V1/inventory/bulk-partial-source-transfer']);
  await expect(scripted.inventory.transfer({ ...transfer, items: [] })).rejects.toMatchObject({
    context: { field: 'items' },
  });
});
