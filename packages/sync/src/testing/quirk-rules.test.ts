import type { Connector } from '@cartograph/core';
import { expect, test } from 'vitest';
import { createLiteralShop, type LiteralShop, literalConnector } from './literal.js';
import { quirkRules } from './quirk-rules.js';

type Read = ReturnType<Connector['open']>['read'];

interface World {
  /** Stands between the engine and the shop. */
  readonly reading?: (read: Read, shop: LiteralShop) => Read;
  readonly disturbed?: number;
  /** Ids that the shop says it has beside its payments. */
  readonly unseen?: readonly string[];
}

/** What the rules say of a reader: by the name of each test, the error it ends with or null. */
async function verdicts({ reading = read => read, disturbed = 1, unseen = [] }: World) {
  const shop = createLiteralShop();
  const literal = literalConnector(shop);
  const open: Connector['open'] = (config, host) => {
    const session = literal.open(config, host);
    return { ...session, read: reading(session.read, shop) };
  };
  const tests = new Map<string, () => Promise<void>>();
  quirkRules((name, body) => tests.set(name, body), {
    connector: { ...literal, open },
    profiles: [{ name: 'fog' }],
    clock: () => ({ now: () => shop.clock, sleep: async () => {}, elapsedMs: () => 0 }),
    createShop: () => ({
      fetch: () => Promise.reject(new Error('a literal shop is asked nothing')),
      config: () => ({}),
      counts: { disturbed },
      truth: () => ({ payments: [...shop.payments.map(({ id }) => id), ...unseen] }),
      advance: () => {
        const day = shop.payments.length + 1;
        shop.clock = new Date(Date.UTC(2026, 1, day));
        shop.payments.push({ id: `p${day}`, modifiedAt: shop.clock.toISOString(), amount: '7' });
      },
    }),
    expected: ({ payments }) => ({ payments }),
  });
  return Object.fromEntries(
    await Promise.all(
      [...tests].map(async ([name, body]) => [
        name,
        await body().then(
          () => null,
          (error: Error) => error.message,
        ),
      ]),
    ),
  );
}

const alone = 'keeps up with the shop through fog';

test('a reader that loses nothing keeps the rules, for each profile and for all together', async () => {
  expect(await verdicts({})).toEqual({ [alone]: null, 'keeps up with the shop through all of them together': null });
});

test('a reader that drops the first of what changed is caught', async () => {
  const reading = (read: Read): Read =>
    async function* (stream, query) {
      for await (const page of read(stream, query)) {
        const records = query.since === null ? page.records : page.records.slice(1);
        yield { ...page, records };
      }
    };
  expect((await verdicts({ reading }))[alone]).toMatch(/^lost or stale: payments p\d/);
});

test('a profile that never strikes is caught', async () => {
  expect((await verdicts({ disturbed: 0 }))[alone]).toBe('nothing was disturbed by fog');
});

test('a record that no reading brings is caught by what the shop says of itself', async () => {
  expect((await verdicts({ unseen: ['p0'] }))[alone]).toMatch(/^payments: .* are stored, and there are .*p0/);
});

test('a run that does not complete is told with its reason', async () => {
  const reading = (): Read => () => {
    throw new TypeError('fog everywhere');
  };
  expect((await verdicts({ reading }))[alone]).toContain('fog everywhere');
});
