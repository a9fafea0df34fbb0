import { createVirtualClock } from '@cartograph/conformance';
import { everything, type ProductCategory, silentLogger } from '@cartograph/core';
import { createIconicSimulator } from '@cartograph/simulators';
import { expect, test } from 'vitest';
import { iconic } from '../connector.js';
import { emptyShop } from '../shop.js';

/** The categories of a shop, some of which have other parents than they should. */
async function readCategories(parents: Readonly<Record<string, number>> = {}) {
  const clock = createVirtualClock(new Date('2026-07-01T00:00:00Z'));
  const simulator = createIconicSimulator({ orders: 1, elapsedMs: clock.elapsedMs });
  for (const [id, parentId] of Object.entries(parents))
    simulator.tamper('categories', id, body => ({ ...Object(body), parentId }));
  const session = iconic.open(iconic.config.parse(simulator.config('http://shop.test')), {
    fetch: (input, init) => simulator.fetch(new Request(input, init)),
    now: clock.now,
    sleep: clock.sleep,
    logger: silentLogger,
  });
  const categories = new Map<string, ProductCategory>();
  for await (const { records } of session.read('productCategories', everything)) {
    for (const made of records.flatMap(record => iconic.normalize(record, emptyShop)))
      if (made.resource === 'productCategories') categories.set(made.record.id, made.record);
  }
  return (id: string) => categories.get(id);
}

const names = (category: ProductCategory | undefined) => category?.ancestors.map(({ name }) => name);

test('a category has its parents up to the root, root first', async () => {
  const category = await readCategories();
  expect(names(category('4'))).toEqual(['Root', 'Women', 'Dresses']);
  expect(category('4')?.hasChildren).toBe(false);
  expect(category('1')).toMatchObject({ ancestors: [], hasChildren: true });
});

test('parents in a circle end where one comes again', async () => {
  const category = await readCategories({ '2': 4 });
  expect(category('4')?.ancestors.map(({ id }) => id)).toEqual(['2', '3']);
  expect(category('3')?.ancestors.map(({ id }) => id)).toEqual(['4', '2']);
});

test('a category that is its own parent has none', async () => {
  expect((await readCategories({ '4': 4 }))('4')?.ancestors).toEqual([]);
});

test('a parent that is missing is known by its id alone', async () => {
  expect((await readCategories({ '3': 999 }))('4')?.ancestors).toEqual([
    { id: '999', name: null },
    { id: '3', name: 'Dresses' },
  ]);
});

test('categories that are not active are there too', async () => {
  const category = await readCategories();
  expect(['13', '12'].map(id => category(id)?.status)).toEqual(['unpublished', 'published']);
});
