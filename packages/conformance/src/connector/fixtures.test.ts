import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Connector, NativeRecord, Order } from '@cartograph/core';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type FixtureOptions, fixtureConformance, readFixtures } from './fixtures.js';
import { type LiteralBehavior, literalConnector, literalOrder, literalStream } from './testing/literal.js';

const folder = mkdtempSync(join(tmpdir(), 'fixtures-'));
afterAll(() => rmSync(folder, { recursive: true }));

const body = { id: '1', modifiedAt: '2026-01-01T00:00:00Z', total: '11', tax: '1' };
const native: NativeRecord = { stream: 'orders', id: '1', modifiedAt: body.modifiedAt, body };

mkdirSync(join(folder, 'shop', 'orders', 'paid'), { recursive: true });
writeFileSync(join(folder, 'shop', 'shop.json'), '{"name":null,"currency":"AUD","timeZone":null}');
writeFileSync(join(folder, 'shop', 'orders', 'paid', 'native.json'), JSON.stringify(body));
writeFileSync(
  join(folder, 'shop', 'orders', 'paid', 'model.json'),
  JSON.stringify([{ resource: 'orders', record: literalOrder(native) }]),
);

function connectorWith(normalize: (native: NativeRecord) => Order): Connector {
  const behavior = { normalize, extra: () => [], config: z.unknown(), coverage: {} } as unknown as LiteralBehavior;
  const connector = literalConnector(behavior);
  return { ...connector, streams: { orders: { ...literalStream, records: raw => [{ ...native, body: raw }] } } };
}

/** Runs what the kit registers, and gives the messages of the tests that failed. */
async function failures(connector: Connector, options: FixtureOptions = {}): Promise<string[]> {
  const tests: (() => Promise<void>)[] = [];
  fixtureConformance((_name, test) => tests.push(test), connector, pathToFileURL(`${folder}/shop/`), options);
  const results = await Promise.allSettled(tests.map(test => test()));
  return results.flatMap(result => (result.status === 'rejected' ? [String(result.reason)] : []));
}

test('a fixture may name records of other streams that it is proven with', () => {
  cpSync(join(folder, 'shop'), join(folder, 'joint'), { recursive: true });
  writeFileSync(
    join(folder, 'joint', 'orders', 'paid', 'beside.json'),
    JSON.stringify({ orders: { ...body, tax: '2' } }),
  );
  const [fixture] = readFixtures(connectorWith(literalOrder), pathToFileURL(`${folder}/joint/`));
  expect(fixture?.beside).toMatchObject([{ stream: 'orders', body: { tax: '2' } }]);
});

test('a mapper that keeps every amount passes', async () => {
  expect(await failures(connectorWith(literalOrder))).toEqual([]);
});

test('another result than the fixture’s is caught', async () => {
  const [message] = await failures(connectorWith(given => ({ ...literalOrder(given), note: 'x' })));
  expect(message).toContain('note');
});

test('a total that is computed from its parts proves nothing, and is caught', async () => {
  const lenient = (given: NativeRecord): Order => {
    const order = literalOrder(given);
    const { tax } = given.body as typeof body;
    const charges = order.charges.map(charge => ({ ...charge, tax: '1', net: '10' }));
    return {
      ...order,
      charges,
      totals: { ...order.totals, tax: '1', grand: '11', platformTotal: tax === '1' ? '11' : '12' },
    };
  };
  const [message] = await failures(connectorWith(lenient));
  expect(message).toContain('tax + 0.01 changes an amount, and every proof still holds');
  expect(await failures(connectorWith(lenient), { unchecked: { tax: 'stands for itself' } })).toEqual([]);
});

test('a fixture that does not add up is caught, unless it is meant not to', async () => {
  const wrong = (given: NativeRecord): Order => ({
    ...literalOrder(given),
    adjustments: [{ reason: 'unexplained', amount: '1', tax: '0', note: null }],
  });
  expect(await failures(connectorWith(wrong))).toHaveLength(2);
  expect(await failures(connectorWith(wrong), { unproven: { 'orders/paid': 'shows a residue' } })).toHaveLength(1);
});

test('an exception that nothing needs is caught', async () => {
  const right = connectorWith(literalOrder);
  const messages = [
    ...(await failures(right, { unchecked: { total: 'stands for itself' } })),
    ...(await failures(right, { unproven: { 'orders/paid': 'shows a residue' } })),
    ...(await failures(right, { unproven: { 'orders/gone': 'was renamed' } })),
  ];
  expect(messages).toEqual([
    expect.stringContaining('total is noticed everywhere: it needs no exception'),
    expect.stringContaining('orders/paid is proven: it needs no exception'),
    expect.stringContaining('there is no such fixture'),
  ]);
});
