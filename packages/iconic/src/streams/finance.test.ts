import { createVirtualClock } from '@cartograph/conformance';
import { everything, type ReadQuery, RequestError, silentLogger } from '@cartograph/core';
import { createIconicSimulator } from '@cartograph/simulators';
import { expect, test } from 'vitest';
import { iconic } from '../connector.js';

const dayMs = 86_400_000;

function openShop(forbidden: RegExp | null = null) {
  const clock = createVirtualClock(new Date('2026-07-01T00:00:00Z'));
  const simulator = createIconicSimulator({ orders: 300, elapsedMs: clock.elapsedMs });
  const asked: URL[] = [];
  const session = iconic.open(iconic.config.parse(simulator.config('http://shop.test')), {
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const url = new URL(request.url);
      asked.push(url);
      return forbidden?.test(url.pathname) ? new Response(null, { status: 403 }) : simulator.fetch(request);
    },
    now: clock.now,
    sleep: clock.sleep,
    logger: silentLogger,
  });
  const read = async (stream: string, query: Partial<ReadQuery> = {}) => {
    const shop = iconic.shop.parse(await session.check());
    asked.length = 0;
    const records = new Map<string, Record<string, unknown>>();
    for await (const page of session.read(stream, { ...everything, ...query })) {
      for (const native of page.records) {
        for (const { resource, record } of iconic.normalize(native, shop))
          records.set(`${resource} ${record.id}`, record);
      }
    }
    return records;
  };
  return { clock, simulator, read, asked };
}

test('a row of the ledger comes again when its period has been closed, with the payout that settles it', async () => {
  const { clock, simulator, read } = openShop();
  simulator.advance(60);
  const before = await read('transactions');
  const open = [...before].filter(([, { payoutId }]) => payoutId === null).map(([key]) => key);
  expect(open.length).toBeGreaterThan(0);
  const since = clock.now().toISOString();
  await clock.sleep(16 * dayMs);
  simulator.advance(1);
  const after = await read('transactions', { since });
  for (const key of open) expect(after.get(key)?.payoutId, key).not.toBeNull();
  expect(after.size).toBeLessThan(before.size / 4);
});

test('a reading within a period asks for what was booked since, and for that period', async () => {
  const { read, asked } = openShop();
  await read('transactions', { since: '2026-06-20T00:00:00Z' });
  const from = asked.filter(({ pathname }) => pathname === '/v2/finance/transactions');
  expect(new Set(from.map(({ searchParams }) => searchParams.get('startDate')))).toEqual(
    new Set(['2026-06-14T14:00:00Z']),
  );
});

test('the ledger and its statements are read of own sales and of consigned ones', async () => {
  const { read, asked } = openShop();
  const kinds = () => [
    ...new Set(asked.map(url => url.searchParams.get('statementType') ?? url.searchParams.get('type'))),
  ];
  await read('transactions');
  expect(kinds()).toEqual(['marketplace', 'consignment']);
  await read('payouts');
  expect(kinds()).toEqual(['marketplace', 'consignment']);
});

test('a row has no source where its order cannot be found out', async () => {
  const rows = [...(await openShop(/order-item-transactions/).read('transactions')).values()];
  expect(rows.length).toBeGreaterThan(100);
  expect(new Set(rows.map(({ source }) => source))).toEqual(new Set([null]));
});

test('a row is of no known type where types cannot be read', async () => {
  const rows = [...(await openShop(/transaction\/types/).read('transactions')).values()];
  expect(new Set(rows.map(({ type }) => type))).toEqual(new Set(['unknown']));
});

test('open statements are no payouts', async () => {
  const { read, simulator } = openShop();
  const payouts = [...(await read('payouts')).keys()].filter(key => key.startsWith('payouts'));
  expect(payouts).toHaveLength(simulator.truth().statements?.length ?? 0);
  expect(payouts).not.toContain('payouts 0');
});

test('a token of another reading is no place to go on from', async () => {
  await expect(openShop().read('payouts', { resume: 'elsewhere' })).rejects.toThrow(RequestError);
});
