import { readFileSync } from 'node:fs';
import { createHost } from '@cartograph/connector-kit';
import { expect, test } from 'vitest';
import { platforms } from './shops.js';

const page = readFileSync(new URL('../../../../docs/clients.md', import.meta.url), 'utf8');
const sections = [...page.matchAll(/^### (The Iconic|BigCommerce|Magento 2): .*\n\n([\s\S]*?)(?=\n#|(?![\s\S]))/gm)];
const idOf: Readonly<Record<string, string>> = {
  'The Iconic': 'iconic',
  BigCommerce: 'bigcommerce',
  'Magento 2': 'magento',
};

/** Words of a call, of its settings and of the command, which are no names of a client. */
const otherWords = new Set([
  'sign',
  'answer',
  'throttled',
  'page',
  'limit',
  'total',
  'baseUrl',
  'fetch',
  'storeCode',
  'all',
]);
/** What a search has. */
const ofSearch = new Set(['between', 'where', 'from', 'to']);

/** The names in code of the right column. */
const namesIn = (table: string): string[] =>
  table
    .split('\n')
    .slice(2)
    .map(row => row.split('|')[2] ?? '')
    .flatMap(cell => [...cell.matchAll(/`([a-z]\w*(?:\.\w+)*)`/g)].map(([, name = '']) => name))
    .filter(name => !otherWords.has(name) && !ofSearch.has(name));

const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((found, name) => (found as Record<string, unknown> | undefined)?.[name], value);

test.each(sections.map(([, platform = '', table = '']) => [platform, table] as const))(
  'all that the table of %s names is there (case %#)',
  (platform, table) => {
    const { package: names, opener, createSimulator } = platforms[idOf[platform] ?? ''] ?? expect.fail(platform);
    const settings = createSimulator({ orders: 1 }).config('https://shop.example');
    const client = (names[opener] as (settings: object, host: object) => unknown)(settings, createHost());
    const named = namesIn(table);
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter(name => at(client, name) === undefined && names[name] === undefined)).toEqual([]);
  },
);

test('there is a table for each client that is compared', () => {
  expect(sections).toHaveLength(4);
});
