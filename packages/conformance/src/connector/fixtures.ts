import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Connector, ModelRecord, NativeRecord, ShopContext } from '@cartograph/core';
import type { Test } from './conformance.js';
import { mutations } from './mutation.js';
import { unprovenRecords } from './proofs.js';

/** A native record and the model records that it must become, from `fixtures/<stream>/<case>/`. */
export interface Fixture {
  /** `orders/partly-refunded`. */
  readonly name: string;
  readonly stream: string;
  readonly native: NativeRecord;
  readonly model: unknown;
  readonly shop: ShopContext;
}

export interface FixtureOptions {
  /** Native paths (`order.currency_exchange_rate`, `*` for any index) whose amounts no proof can hold, each with the reason. */
  readonly unchecked?: Readonly<Record<string, string>>;
  /** Fixtures that are not to be proven, each with the reason. */
  readonly unproven?: Readonly<Record<string, string>>;
}

const readJson = (url: URL): unknown => JSON.parse(readFileSync(url, 'utf8'));
const folders = (url: URL): string[] =>
  readdirSync(url, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name);

/** `native.json` is a record as the platform sends it (or the composite of its calls), `shop.json` beside the streams the shop. */
export function readFixtures(connector: Connector, root: URL): Fixture[] {
  const commonShop = connector.shop.parse(readJson(new URL('shop.json', root)));
  return folders(root).flatMap(stream =>
    folders(new URL(`${stream}/`, root)).map(name => {
      const folder = new URL(`${stream}/${name}/`, root);
      const [native] = connector.streams[stream]?.records(readJson(new URL('native.json', folder))) ?? [];
      if (!native) throw new TypeError(`${folder} holds no record of a stream of ${connector.id}`);
      const ownShop = new URL('shop.json', folder);
      return {
        name: `${stream}/${name}`,
        stream,
        native,
        model: readJson(new URL('model.json', folder)),
        shop: existsSync(ownShop) ? connector.shop.parse(readJson(ownShop)) : commonShop,
      };
    }),
  );
}

/** Registers, for every fixture: it becomes its model, its money adds up, and no amount can change by a cent unnoticed. */
export function fixtureConformance(test: Test, connector: Connector, root: URL, options: FixtureOptions = {}): void {
  const { unchecked = {}, unproven = {} } = options;
  for (const fixture of readFixtures(connector, root)) {
    test(`fixture ${fixture.name} becomes its model`, async () => {
      assert.deepEqual(connector.normalize(fixture.native, fixture.shop), fixture.model);
    });
    if (fixture.name in unproven) continue;
    test(`fixture ${fixture.name} adds up, and a cent more anywhere is noticed`, async () => {
      const made = connector.normalize(fixture.native, fixture.shop);
      assert.deepEqual(unprovenRecords(made, 'part'), []);
      for (const { path, body } of mutations(fixture.native.body)) {
        if (Object.keys(unchecked).some(pattern => matches(pattern, path))) continue;
        const after = tryNormalize(connector, { ...fixture.native, body }, fixture.shop);
        if (after === null || unprovenRecords(after, 'part').length > 0) continue;
        assert.deepEqual(
          moneyOf(after),
          moneyOf(made),
          `${path} + 0.01 changes an amount, and every proof still holds`,
        );
      }
    });
  }
}

const matches = (pattern: string, path: string): boolean =>
  new RegExp(`^${pattern.replace(/[.[\]]/g, '\\$&').replaceAll('*', '\\d+')}$`).test(path);

function tryNormalize(connector: Connector, native: NativeRecord, shop: ShopContext): readonly ModelRecord[] | null {
  try {
    return connector.normalize(native, shop);
  } catch {
    return null;
  }
}

const moneyFields = new Set([
  'unitPrice',
  'discount',
  'tax',
  'total',
  'net',
  'amount',
  'grand',
  'gratuity',
  'refunded',
  'paid',
  'due',
  'platformTotal',
  'adjustment',
]);

/** Every amount of the records with its path. */
function moneyOf(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    moneyFields.has(key) && typeof inner === 'string'
      ? [[`${path}.${key}`, inner] as [string, unknown]]
      : moneyOf(inner, `${path}.${key}`),
  );
}
