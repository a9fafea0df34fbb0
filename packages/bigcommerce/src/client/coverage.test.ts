import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scriptedClient } from '../testing/client.js';
import { outlineOf } from '../testing/outline.js';

const page = readFileSync(new URL('../../../../docs/clients/bigcommerce.md', import.meta.url), 'utf8');

/** `| `orders.fees` | … | `list` |`: the name of a resource, and its methods. */
const rows = [...page.matchAll(/^\| `([\w.]+)` \|[^|]*\| ((?:`\w+` ?)+)\|$/gm)].map(
  ([, name = '', methods = '']) => [name, methods.trim().replaceAll('`', '').split(' ')] as const,
);

test('the page of the client names each resource with each of its methods, and nothing else', () => {
  const { client } = scriptedClient(() => Response.json(null));
  expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(outlineOf(client)));
});

test('the paths on the page are those that are asked for', async () => {
  const { client, asked } = scriptedClient(() => Response.json({ data: [], meta: {} }));
  const paths = [...page.matchAll(/^\| `([\w.]+)` \| `(\/v[23][^`]*)`/gm)];
  expect(paths.length).toBeGreaterThan(100);
  for (const [, name = '', path = ''] of paths) {
    const list = methodOf(client, `${name}.list`);
    if (list === null) continue;
    const ids = (path.match(/\{id\}/g) ?? []).map((_, index) => index + 1);
    asked.length = 0;
    await Promise.resolve(list(...ids)).catch(() => {});
    if (asked.length > 0) expect([name, asked[0]?.path.replaceAll(/\/\d+(?=\/|$)/g, '/{id}')]).toEqual([name, path]);
  }
});

function methodOf(client: object, name: string): ((...args: unknown[]) => unknown) | null {
  let target: unknown = client;
  for (const part of name.split('.')) target = (target as Record<string, unknown> | undefined)?.[part];
  return typeof target === 'function' ? (target as (...args: unknown[]) => unknown) : null;
}
