import { RecordError, UnsupportedError } from '@cartograph/core';
import { expect, test } from 'vitest';
import { openShop } from './open-shop.js';
import { createLiteralShop, literalConnector, literalHost } from './testing/literal.js';

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

test('records are read live, lazily, with no database', async () => {
  const shop = createLiteralShop();
  const pages: number[] = [];
  shop.onPage = page => void pages.push(page);
  const opened = await openShop(literalConnector(shop), {}, literalHost());
  for await (const { id } of opened.records('payments')) if (id === 'p2') break;
  expect(pages).toEqual([0]);
  expect((await collect(opened.records('payments'))).map(({ id }) => id)).toEqual(['p1', 'p2', 'p3', 'p4', 'p5']);
});

test('a record that cannot be translated ends the reading, or goes to the handler', async () => {
  const shop = createLiteralShop();
  shop.payments = shop.payments.map(payment => (payment.id === 'p1' ? { ...payment, amount: '?' } : payment));
  const opened = await openShop(literalConnector(shop), {}, literalHost());
  await expect(collect(opened.records('payments'))).rejects.toThrow(RecordError);
  const aside: Error[] = [];
  const rest = await collect(opened.records('payments', { onSetAside: error => void aside.push(error) }));
  expect([rest.length, aside.length]).toEqual([4, 1]);
});

test('a resource that the platform does not provide is refused', async () => {
  const opened = await openShop(literalConnector(createLiteralShop()), {}, literalHost());
  await expect(collect(opened.records('products'))).rejects.toThrow(UnsupportedError);
});
