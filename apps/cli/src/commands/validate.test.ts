import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { platforms } from '../testing/platforms.js';
import { createUser } from '../testing/user.js';
import type { ValidatedRecord, ValidationSummary } from '../validation/validate-record.js';

interface Validation {
  readonly records: readonly ValidatedRecord[];
  readonly summary: ValidationSummary;
}

type Body = Record<string, unknown>;

/** The native orders of a platform's fixtures that nothing is wrong with. */
function ordersOf(platform: string): Body[] {
  const root = new URL(`../../../../packages/${platform}/fixtures/orders/`, import.meta.url);
  const paid = readdirSync(root).filter(name => /^(paid|partly-refunded|yen|currency-without-decimals)$/.test(name));
  return paid.map(name => JSON.parse(readFileSync(new URL(`${name}/native.json`, root), 'utf8')));
}

/** The part of a body that is the order itself, changed. */
const changed = (body: Body, fields: Body): Body =>
  'order' in body ? { ...body, order: { ...(body.order as Body), ...fields } } : { ...body, ...fields };

const undated = { created_at: 'soon', createdAt: 'soon', date_created: 'soon' };

describe.each(platforms)('native orders of %s', platform => {
  test('are shown with what each would become and whether it adds up', async () => {
    const user = createUser();
    const words = ['validate', platform, 'orders', user.file('orders.json', ordersOf(platform))];
    const { out, exitCode } = await user.run(...words);
    expect(exitCode, out).toBe(0);
    const { records, summary } = await user.json<Validation>(...words);
    expect(summary).toMatchObject({
      records: 3 - Number(platform === 'magento'),
      setAside: 0,
      proofs: { unproven: 0 },
    });
    expect(summary.yields.orders).toBe(records.length);
    for (const { id, yields, proofs, setAside } of records) {
      expect(yields).toContainEqual({ resource: 'orders', id: expect.any(String) });
      expect(proofs).toContainEqual(expect.objectContaining({ resource: 'orders', residues: [] }));
      expect(setAside).toBeNull();
      expect(out).toMatch(new RegExp(`^${id} +orders .*(proven|explained)`, 'm'));
    }
    expect(user.stored()).toBe('');
  });

  test('that would be set aside come first, with the path and the reason, and fail the command', async () => {
    const user = createUser();
    const [first = {}, ...rest] = ordersOf(platform);
    const words = ['validate', platform, 'orders', user.file('x.json', [...rest, changed(first, undated)])];
    const { records, summary } = await user.json<Validation>(...words);
    expect(summary).toMatchObject({ records: rest.length + 1, setAside: 1 });
    expect(records.at(-1)).toMatchObject({
      yields: [],
      proofs: [],
      setAside: { path: expect.stringMatching(/created/i) },
    });
    const { out, exitCode } = await user.run(...words);
    expect(exitCode).toBe(1);
    expect(out.split('\n')[2]).toContain(records.at(-1)?.setAside?.reason);
    expect(out).toContain('1 would be set aside');
  });
});

test('an order that does not add up is unproven by its residue, and fails the command', async () => {
  const user = createUser();
  const [order = {}] = ordersOf('magento');
  const more = {
    ...order,
    grand_total: Number(order.grand_total) + 1,
    base_grand_total: Number(order.base_grand_total) + 1,
  };
  const words = ['validate', 'magento', 'orders', user.file('x.json', more)];
  const { records, summary } = await user.json<Validation>(...words);
  expect(summary.proofs.unproven).toBe(1);
  expect(records[0]?.proofs[0]?.residues).toContainEqual(expect.objectContaining({ residue: '1' }));
  const { out, exitCode } = await user.run(...words);
  expect(exitCode).toBe(1);
  expect(out).toMatch(/Unproven:\nresource +id +equation/);
});

test('a long list is cut, and the whole of it is in the JSON', async () => {
  const user = createUser();
  const [order = {}] = ordersOf('iconic');
  const many = Array.from({ length: 250 }, () => order);
  const { done } = user.start(['validate', 'iconic', 'orders', '-'], JSON.stringify(many));
  expect((await done).out).toContain('… and 230 more: --json shows all.');
  const all = await user.json<Validation>('validate', 'iconic', 'orders', user.file('x.json', many));
  expect(all.records).toHaveLength(250);
});

test('Ctrl-C ends a long validation', async () => {
  const user = createUser();
  const many = Array.from({ length: 2000 }, () => ordersOf('magento')[0]);
  const { done, said, stop } = user.start(['validate', 'magento', 'orders', user.file('x.json', many)]);
  await said('100/2,000');
  stop('SIGINT');
  expect(await done).toMatchObject({ exitCode: 130, out: '' });
});

test.each([
  [
    'an empty list',
    '[]',
    /x\.json holds no orders: give one, a list of them, or the answer in which Magento lists them$/,
  ],
  ['an envelope without records', '{"items": [], "total_count": 0}', /x\.json holds no orders: /],
  ['an empty file', '', /x\.json is not JSON: it is empty; correct it, or name another file$/],
  ['a malformed file', '[{"id": 1},]', /x\.json is not JSON: Unexpected token '\]'; correct it/],
])('%s is named in one sentence', async (_, content, sentence) => {
  const user = createUser();
  expect(await user.failure('validate', 'magento', 'orders', user.file('x.json', content))).toMatch(sentence);
});

test('an unknown stream is named with those there are', async () => {
  const user = createUser();
  const sentence = await user.failure('validate', 'magento', 'carts', user.file('x.json', []));
  expect(sentence).toMatch(/^Magento has no stream "carts"; it has documents, orders, /);
});
