import { queryFields, resourceNames } from '@cartograph/core';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { createSyncedWorld, type World } from './testing/world.js';

let world: World;
beforeAll(async () => {
  world = await createSyncedWorld(10);
});

const words = ['eq', 'in', 'gte', 'gt', 'lte', 'lt', 'exists', 'like', '', '$where', '__proto__'];
const plain = [
  'connection',
  'sort',
  'limit',
  'cursor',
  'fields',
  'includeDeleted',
  'include',
  'since',
  'wait',
  'by',
  'from',
  'to',
  'resource',
];
const fields = [...new Set(resourceNames.flatMap(name => Object.keys(queryFields[name])))];
const name = fc.oneof(
  fc.constantFrom(...plain, ...fields),
  fc.tuple(fc.constantFrom(...fields, ...plain), fc.constantFrom(...words)).map(([field, word]) => `${field}[${word}]`),
  fc.string({ unit: 'binary' }),
);
const value = fc.oneof(
  fc.constantFrom(
    '',
    '0',
    '1',
    '-1',
    'true',
    'completed',
    'magento',
    'iconic,magento',
    '2026-01-31',
    '2026-01-31T09:30:00Z',
  ),
  fc.constantFrom(
    "' OR 1=1 --",
    '%',
    '\0',
    '\u{10ffff}',
    '99999999999999999999',
    '1e400',
    '-0',
    'NaN',
    '["a"]',
    '{}',
    ',',
    ',,',
  ),
  fc.integer().map(String),
  fc.date({ noInvalidDate: true }).map(date => date.toISOString()),
  fc.string({ unit: 'binary', maxLength: 600 }),
);
const places = [
  ...resourceNames,
  ...resourceNames.map(one => `${one}/magento/1`),
  'changes',
  'connections',
  'connectors',
  'runs',
  'reconciliation',
  'drift',
  'set-aside',
  'metrics/sales',
];
const path = fc.oneof(
  fc.constantFrom(...places),
  fc
    .string({ unit: 'binary' })
    .map(encodeURIComponent)
    .filter(text => text !== '..' && text !== '.'),
);

test('whatever is asked, the answer is data or a problem that says what is wrong', async () => {
  await fc.assert(
    fc.asyncProperty(path, fc.array(fc.tuple(name, value), { maxLength: 5 }), async (place, pairs) => {
      const { status, body } = await world.get(`/v1/${place}?${new URLSearchParams(pairs)}`);
      expect([200, 400, 404]).toContain(status);
      if (status === 200) expect(body.data).toBeDefined();
      else expect(body).toMatchObject({ status, detail: expect.stringMatching(/./), requestId: expect.any(String) });
    }),
    { numRuns: 600 },
  );
}, 120_000);

test('whatever is sent, a body is taken or refused', async () => {
  const body = fc.oneof(
    fc.json(),
    fc.string({ unit: 'binary' }),
    fc
      .record({ id: fc.string(), platform: fc.constantFrom('magento', 'x'), settings: fc.object() })
      .map(one => JSON.stringify(one)),
    fc
      .record(
        { url: fc.webUrl(), eventTypes: fc.array(fc.string()), connections: fc.constantFrom(null, ['x']) },
        { requiredKeys: [] },
      )
      .map(one => JSON.stringify(one)),
    fc
      .record({ sequence: fc.integer(), time: fc.string(), message: fc.string() }, { requiredKeys: [] })
      .map(one => JSON.stringify(one)),
  );
  const webhook = (await world.send('POST', '/v1/webhooks', { url: 'https://one.hook/' })).body.data.id;
  const target = fc.constantFrom(
    ['POST', '/v1/connections'],
    ['PATCH', '/v1/connections/magento'],
    ['POST', '/v1/connections/magento/sync'],
    ['POST', '/v1/webhooks'],
    ['PATCH', `/v1/webhooks/${webhook}`],
    ['POST', `/v1/webhooks/${webhook}/replay`],
    ['POST', `/v1/webhooks/${webhook}/secret`],
  );
  await fc.assert(
    fc.asyncProperty(target, body, async ([method = '', place = ''], text) => {
      const { status } = await world.send(method, place, text);
      expect([200, 201, 202, 400, 404, 409, 422]).toContain(status);
    }),
    { numRuns: 200 },
  );
  await world.runner.ended();
}, 120_000);
