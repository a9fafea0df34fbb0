import { readFileSync } from 'node:fs';
import { InputError } from '@cartograph/core';
import { describe, expect, test } from 'vitest';
import { createMagentoClient } from '../client.js';
import { operations } from '../testing/operations.js';
import { bearerConfig, scriptedHost } from '../testing/scripted.js';
import { withoutMethod } from '../testing/without-method.js';

type Method = (...given: unknown[]) => unknown;

const methodAt = (root: object, path: string): Method =>
  path.split('.').reduce<unknown>((node, name) => (node as Record<string, unknown>)[name], root) as Method;

/** `GET /V1/orders/{id}` as a pattern of `GET /V1/orders/7`. */
const patternOf = (call: string): RegExp =>
  new RegExp(`^${call.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`);

/** An answer in which most reading finds what it needs. */
const anyAnswer = { items: [], total_count: 0, bulk_uuid: 'u-1', request_items: [] };

const isIterable = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

/** Calls a method to its first answer; what it makes of that is tested elsewhere. */
async function call(method: Method, given: readonly unknown[]): Promise<void> {
  try {
    const result = method(...given);
    if (isIterable(result)) for await (const _ of result) break;
    await result;
  } catch (error) {
    if (error instanceof InputError || error instanceof TypeError) throw error;
  }
}

describe('every call of the platform is made by a method of the client', () => {
  for (const [group, rows] of Object.entries(operations))
    describe(group, () => {
      for (const [pattern, method, ...given] of rows)
        test(`${pattern} by ${method}`, async () => {
          const host = scriptedHost(() => anyAnswer);
          await call(methodAt(createMagentoClient(bearerConfig, host), method), given);
          const made = host.seen.map(seen => `${seen.method} ${seen.path.replace('/eu/rest/all', '')}`);
          expect(made.filter(one => patternOf(pattern).test(one))).toHaveLength(1);
        });
    });
});

const page = readFileSync(new URL('../../../../docs/clients/magento.md', import.meta.url), 'utf8');

test('the page names each call with its method, and what has none with the reason', () => {
  const rows = page.split('\n').filter(line => /^\| `(?:GET|POST|PUT|DELETE) \//.test(line));
  const documented = rows.map(line =>
    line
      .split('|')
      .map(cell => cell.trim().replaceAll('`', ''))
      .slice(1, 3),
  );
  const ours = Object.values(operations).flatMap(all => all.map(([pattern, method]) => [pattern, method]));
  expect(documented.toSorted()).toEqual(ours.toSorted());
  for (const [calls, reason] of Object.entries(withoutMethod)) {
    expect(page).toContain(calls);
    expect(page).toContain(reason);
  }
});

/** Paths of all functions below an object. */
const methodsOf = (node: object, path = ''): string[] =>
  Object.entries(node).flatMap(([name, value]) => {
    const here = path === '' ? name : `${path}.${name}`;
    if (typeof value === 'function') return [here];
    return typeof value === 'object' && value !== null ? methodsOf(value, here) : [];
  });

test('the page names each method of the client', () => {
  const client = createMagentoClient(
    bearerConfig,
    scriptedHost(() => anyAnswer),
  );
  const named = new Set([...page.matchAll(/`([\w.]+)`/g)].map(([, name]) => name));
  const isEverywhere = (method: string): boolean => /\.(iterate|search)$/.test(method);
  expect(methodsOf(client).filter(method => !named.has(method) && !isEverywhere(method))).toEqual([]);
});
