import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openAnswering } from '../testing/answering.js';
import { operations, withoutMethod } from '../testing/operations.js';

type Method = (...given: unknown[]) => Promise<unknown>;

const methodAt = (root: object, path: string): Method =>
  path.split('.').reduce<unknown>((node, name) => (node as Record<string, unknown>)[name], root) as Method;

/** `GET /v2/orders/{orderId}` as a pattern of `GET /v2/orders/7`. */
const patternOf = (call: string): RegExp =>
  new RegExp(`^${call.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`);

describe('every call of the platform is made by a method of the client', () => {
  for (const [group, rows] of Object.entries(operations))
    describe(group, () => {
      for (const [call, method, ...given] of rows)
        test(`${call} by ${method}`, async () => {
          const { client, asked } = openAnswering();
          await methodAt(client, method)(...given);
          const made = asked.map(request => `${request.method} ${new URL(request.url).pathname}`);
          expect(made.filter(one => patternOf(call).test(one))).toHaveLength(1);
        });
    });
});

const page = readFileSync(new URL('../../../../docs/clients/iconic.md', import.meta.url), 'utf8');

/** Cells of the page's tables, without the marks of code. */
const rowsOfPage = page
  .split('\n')
  .filter(line => line.startsWith('| `'))
  .map(line => line.split('|').map(cell => cell.trim().replaceAll('`', '')))
  .map(([, first = '', second = '']) => [first, second]);

test('the page names each call with its method, and each call without one with the reason', () => {
  const documented = rowsOfPage.filter(([call]) => /^(GET|POST|PUT|PATCH|DELETE) /.test(call ?? ''));
  const ours = Object.values(operations).flatMap(rows => rows.map(([call, method]) => [call, method]));
  const gaps = Object.entries(withoutMethod).filter(([call]) => call.startsWith('POST '));
  expect(documented.toSorted()).toEqual([...ours, ...gaps.map(([call]) => [call, '–'])].toSorted());
  for (const reason of Object.values(withoutMethod))
    expect(page.replaceAll('`', '')).toContain(reason.replaceAll('`', ''));
});

/** Paths of all functions below an object. */
const methodsOf = (node: object, path = ''): string[] =>
  Object.entries(node).flatMap(([name, value]) => {
    const here = path === '' ? name : `${path}.${name}`;
    if (typeof value === 'function') return [here];
    return typeof value === 'object' && value !== null ? methodsOf(value, here) : [];
  });

test('the page names each method of the client', () => {
  const { client } = openAnswering();
  const named = new Set([...page.matchAll(/`([\w.]+)`/g)].map(([, name]) => name));
  const unnamed = methodsOf(client).filter(method => !named.has(method) && !method.endsWith('.iterate'));
  expect(unnamed).toEqual([]);
});

test('what comes in pages can be taken row by row', () => {
  const { client } = openAnswering();
  const methods = methodsOf(client);
  const paged = ['orders', 'orderItems', 'productSets', 'brands', 'categories', 'transactions', 'statements', 'feeds'];
  for (const resource of paged) expect(methods).toContain(`${resource}.iterate`);
});
