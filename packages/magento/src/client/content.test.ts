import { expect, test } from 'vitest';
import { openClient } from '../testing/client.js';

const { client } = openClient();

test.each([
  ['page', client.cms.pages, client.search('cmsPages')],
  ['block', client.cms.blocks, client.search('cmsBlocks')],
] as const)('a %s is made, changed without losing its text, and deleted', async (_, resource, search) => {
  const { id } = await resource.create({
    identifier: 'about-us',
    title: 'About us',
    content: '<p>Hello</p>',
    active: true,
  });
  expect(await resource.update(Number(id), { title: 'About' })).toMatchObject({
    title: 'About',
    content: '<p>Hello</p>',
  });
  expect(await search.where('identifier', 'about-us').count()).toBe(1);
  expect(await resource.delete(Number(id))).toBe(true);
  await expect(resource.get(Number(id))).rejects.toMatchObject({ context: { status: 404 } });
});

test('the directory tells countries with their regions, and the currency of a store view', async () => {
  const countries = await client.directory.countries();
  expect(countries.length).toBeGreaterThan(0);
  const code = String(countries[0]?.id);
  expect(await client.directory.country(code)).toMatchObject({ two_letter_abbreviation: code });
  expect((await client.directory.currency()).base_currency_code).toMatch(/^[A-Z]{3}$/);
});

test('the shop is divided into websites, groups and views, and views are asked for by their codes', async () => {
  const [websites, groups, views] = [
    await client.store.websites(),
    await client.store.groups(),
    await client.store.views(),
  ];
  expect([websites, groups, views].every(list => list.some(({ id }) => id === 0))).toBe(true);
  const code = String(views.find(({ id }) => id !== 0)?.code);
  expect((await client.store.configs([code])).map(config => config.code)).toEqual([code]);
});
