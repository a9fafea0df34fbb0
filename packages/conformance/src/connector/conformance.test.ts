import { type Coverage, type Customer, ResponseError, resourceNames, resourceSchemas } from '@cartograph/core';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { connectorConformance, connectorRules } from './conformance.js';
import { proveShop } from './shops.js';
import { createBench, type SubjectFactory } from './subject.js';
import {
  type LiteralBehavior,
  type LiteralRecord,
  literalConnector,
  literalDecode,
  literalFailure,
  literalOrder,
} from './testing/literal.js';

const coverage = Object.fromEntries(
  resourceNames.map(name => [
    name,
    name === 'orders'
      ? Object.fromEntries(Object.keys(resourceSchemas.orders.shape).map(field => [field, { kind: 'provided' }]))
      : { absent: 'the literal shop has orders only' },
  ]),
) as unknown as Coverage;

const right: LiteralBehavior = {
  pageSize: 3,
  isDue: ({ modifiedAt }, { since, until }) => {
    const time = Date.parse(modifiedAt);
    return (since === null || time >= Date.parse(since)) && (until === null || time <= Date.parse(until));
  },
  next: (offset, count) => (offset + 3 < count ? offset + 3 : null),
  from: resume => Number(resume ?? 0),
  failure: literalFailure,
  decode: literalDecode,
  refusesStreams: true,
  config: z.strictObject({ apiToken: z.string() }),
  normalize: literalOrder,
  extra: () => [],
  coverage,
};

const subjectOf =
  (behavior: Partial<LiteralBehavior>): SubjectFactory =>
  clock => {
    const start = clock.now().getTime() - 3_600_000;
    const at = (minute: number) => new Date(start + minute * 60_000).toISOString();
    let records: LiteralRecord[] = Array.from({ length: 8 }, (_, index) => ({
      id: `o${index}`,
      modifiedAt: at(Math.floor(index / 2) * 10),
      total: '11',
      tax: '1',
    }));
    const changes = new Map<string, (body: unknown) => unknown>();
    return {
      connector: literalConnector({ ...right, ...behavior }),
      config: { apiToken: 'top-secret-token' },
      truth: { orders: records.map(({ id }) => id) },
      fetch: async () => Response.json(records.map(record => changes.get(record.id)?.(record) ?? record)),
      tamper: (_stream, id, change) => void changes.set(id, change),
      advance: () => {
        const modifiedAt = at(61);
        records = [
          ...records.map(record => (record.id === 'o1' ? { ...record, modifiedAt, total: '11' } : record)),
          { id: 'o9', modifiedAt, total: '11', tax: '1' },
        ];
      },
    };
  };

connectorConformance(test, subjectOf({}));

const guest = { id: '0', derived: false } as unknown as Customer;
let drift = 0;

/** For each rule a connector that breaks it. */
const broken: Readonly<Record<string, Partial<LiteralBehavior>>> = {
  'every record is read once and the end is found': { next: () => null },
  'since is inclusive': {
    isDue: ({ modifiedAt }, { since }) => since === null || Date.parse(modifiedAt) > Date.parse(since),
  },
  'until closes the window': {
    isDue: ({ modifiedAt }, { since }) => since === null || Date.parse(modifiedAt) >= Date.parse(since),
  },
  'reading resumes from any page with the same rest': { from: () => 0 },
  'what changes after a reading comes with the next one': { isDue: (_record, { since }) => since === null },
  'a stream that the connector does not list is refused': { refusesStreams: false },
  'a failure of the platform becomes the class that tells what to do': {
    failure: () => new ResponseError('something went wrong'),
  },
  'no secret stands in a message, a log line or the shop': {
    failure: (status, token, cause) =>
      Object.assign(literalFailure(status, token, cause), { message: `refused with ${token}` }),
  },
  'a setting that does not exist is refused by name': { config: z.object({ apiToken: z.string() }) },
  'a corrupt record is set aside and its neighbors arrive': {
    normalize: native => {
      if ((native.body as LiteralRecord).total !== '11') throw new TypeError('cannot read properties of undefined');
      return literalOrder(native);
    },
  },
  'normalize is pure': { normalize: native => ({ ...literalOrder(native), note: `made at ${drift++}` }) },
  'normalize gives records of the model and nothing else': {
    normalize: native => ({ ...literalOrder(native), currency: 'A$' }),
  },
  'a record belongs to one native record': { normalize: native => ({ ...literalOrder(native), id: '1' }) },
  'all money adds up': {
    normalize: native => ({ ...literalOrder(native), totals: { ...literalOrder(native).totals, grand: '12' } }),
  },
  'coverage speaks of every resource and every field': {
    coverage: { ...coverage, orders: { id: { kind: 'provided' } } },
  },
};

for (const [name, rule] of Object.entries(connectorRules)) {
  test(`a connector that breaks it is caught: ${name}`, async () => {
    const behavior = broken[name];
    expect(behavior, 'every rule has a connector that breaks it').toBeDefined();
    await expect(rule(createBench(subjectOf(behavior ?? {})))).rejects.toThrow();
  });
}

test('a connector that yields what it does not list is caught', async () => {
  const rule = connectorRules['normalize gives records of the model and nothing else'];
  await expect(rule?.(createBench(subjectOf({ extra: () => [guest] })))).rejects.toThrow('does not list it');
});

test('a rule is left out only by its name and with a reason', () => {
  expect(() => connectorConformance(test, subjectOf({}), { skip: { 'no such rule': 'why' } })).toThrow('no rule');
  expect(() => connectorConformance(test, subjectOf({}), { skip: { 'normalize is pure': ' ' } })).toThrow('reason');
});

test('a whole shop is proven', async () => {
  expect(await proveShop(subjectOf({}))).toHaveLength(8);
});

test.each([
  'all money adds up',
  'a record belongs to one native record',
  'every record is read once and the end is found',
])('a shop in which it does not hold is caught: %s', async name => {
  await expect(proveShop(subjectOf(broken[name] ?? {}))).rejects.toThrow();
});
