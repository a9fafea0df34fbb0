import { resourceNames } from '@cartograph/core';
import { expect, test } from 'vitest';
import { platforms } from '../testing/platforms.js';
import { createUser } from '../testing/user.js';

interface Described {
  readonly id: string;
  readonly title: string;
  readonly streams: readonly { readonly name: string; readonly yields: readonly string[]; readonly lagMs: number }[];
  readonly coverage: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const describeAll = async () =>
  (await createUser().json<{ connectors: readonly Described[] }>('connectors')).connectors;

test('every connector tells its streams, and a rule or a reason for every field of the model', async () => {
  const connectors = await describeAll();
  expect(connectors.map(({ id }) => id)).toEqual(platforms);
  for (const { streams, coverage } of connectors) {
    expect(streams.map(({ name }) => name)).toContain('orders');
    const yields = new Set(streams.flatMap(stream => stream.yields));
    for (const resource of resourceNames) {
      const fields = coverage[resource] ?? {};
      expect(Object.keys(fields).length, resource).toBeGreaterThan(0);
      expect(yields.has(resource), resource).toBe(typeof fields.absent !== 'string');
    }
  }
});

test('for a person, each connector is two tables', async () => {
  const { out } = await createUser().run('connectors');
  for (const { id, title } of await describeAll()) {
    const [, section = ''] = out.split(`${title} (${id})\n\n`);
    expect(section).toMatch(/^stream +incremental +overlap +every +swept every +yields\n─/);
    expect(section).toMatch(/\norders +by (modified|created) time +\d+ s +\d+ (min|h|d) +(–|\d+ d) +orders, /);
    expect(section).toMatch(/\nresource +provided +derived +absent +remark\n─/);
    expect(section).toMatch(/\norders +\d+ +\d+ +\d+\n/);
  }
});

test('no database is made for it', async () => {
  const user = createUser();
  await user.run('connectors');
  expect(user.stored()).toBe('');
});
