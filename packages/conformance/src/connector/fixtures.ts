import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Connector, NativeRecord, ShopContext } from '@cartograph/core';
import type { Test } from './conformance.js';
import { unprovenRecords } from './proofs.js';
import { type Given, unnoticed } from './unnoticed.js';

/** A native record and the model records that it must become, from `fixtures/<stream>/<case>/`. */
export interface Fixture {
  /** `orders/partly-refunded`. */
  readonly name: string;
  readonly stream: string;
  readonly native: NativeRecord;
  /** What its money is held against: `beside.json`, payloads of other streams by their names. */
  readonly beside: readonly NativeRecord[];
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

/**
 * `native.json` is a record as the platform sends it (or the composite of its calls), `beside.json` what it is proven with,
 * `shop.json` beside the streams the shop.
 */
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
        beside: readBeside(connector, new URL('beside.json', folder)),
        model: readJson(new URL('model.json', folder)),
        shop: existsSync(ownShop) ? connector.shop.parse(readJson(ownShop)) : commonShop,
      };
    }),
  );
}

function readBeside(connector: Connector, file: URL): NativeRecord[] {
  if (!existsSync(file)) return [];
  return Object.entries(readJson(file) as object).flatMap(([stream, payload]) => [
    ...(connector.streams[stream]?.records(payload) ?? []),
  ]);
}

/**
 * Registers, for every fixture: it becomes its model, its money adds up, and no amount can change by the smallest unit of its
 * currency unnoticed. And that each exception is needed.
 */
export function fixtureConformance(test: Test, connector: Connector, root: URL, options: FixtureOptions = {}): void {
  const { unchecked = {}, unproven = {} } = options;
  const fixtures = readFixtures(connector, root);
  const patterns = Object.keys(unchecked).map(pattern => ({ pattern, fits: matching(pattern) }));
  const isChecked = (path: string) => !patterns.some(({ fits }) => fits.test(path));
  for (const fixture of fixtures) {
    test(`fixture ${fixture.name} becomes its model`, async () => {
      assert.deepEqual(connector.normalize(fixture.native, fixture.shop), fixture.model);
    });
    if (fixture.name in unproven) continue;
    test(`fixture ${fixture.name} adds up, and the least change anywhere is noticed`, async () => {
      assert.deepEqual(residuesOf(connector, fixture), []);
      for (const { path, step, before, after } of unnoticed(connector, givenIn(fixture), isChecked))
        assert.deepEqual(after, before, `${path} + ${step} changes an amount, and every proof still holds`);
    });
  }
  for (const { pattern, fits } of patterns) {
    test(`without the exception for ${pattern} a change would go unnoticed`, async () => {
      const proven = fixtures.filter(({ name }) => !(name in unproven));
      const found = proven.some(fixture => !isEmpty(unnoticed(connector, givenIn(fixture), path => fits.test(path))));
      assert.ok(found, `${pattern} is noticed everywhere: it needs no exception`);
    });
  }
  for (const name of Object.keys(unproven)) {
    test(`fixture ${name} is rightly not to be proven`, async () => {
      const fixture = fixtures.find(candidate => candidate.name === name);
      assert.ok(fixture, 'there is no such fixture');
      const residues = residuesOf(connector, fixture);
      const unseen = unnoticed(connector, givenIn(fixture), isChecked);
      assert.ok(residues.length > 0 || !isEmpty(unseen), `${name} is proven: it needs no exception`);
    });
  }
}

const matching = (pattern: string): RegExp =>
  new RegExp(`^${pattern.replace(/[.[\]]/g, '\\$&').replaceAll('*', '\\d+')}$`);

const givenIn = ({ native, beside, shop }: Fixture): Given => ({ natives: [native, ...beside], shop });

const residuesOf = (connector: Connector, { native, beside, shop }: Fixture) =>
  unprovenRecords(
    [native, ...beside].flatMap(given => connector.normalize(given, shop)),
    'part',
  );

const isEmpty = (values: Iterator<unknown>): boolean => values.next().done === true;
