import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Connector, ExplainedField } from '@cartograph/core';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { lineageConformance } from './lineage.js';
import { type LiteralBehavior, literalConnector, literalOrder, literalStream } from './testing/literal.js';

const folder = mkdtempSync(join(tmpdir(), 'lineage-'));
afterAll(() => rmSync(folder, { recursive: true }));

const body = { id: '1', modifiedAt: '2026-01-01T00:00:00Z', total: '11', tax: '1' };
const native = { stream: 'orders', id: '1', modifiedAt: body.modifiedAt, body };

mkdirSync(join(folder, 'orders', 'paid'), { recursive: true });
writeFileSync(join(folder, 'shop.json'), '{"name":null,"currency":"AUD","timeZone":null}');
writeFileSync(join(folder, 'orders', 'paid', 'native.json'), JSON.stringify(body));
writeFileSync(join(folder, 'orders', 'paid', 'model.json'), '[]');

/** Every value of the order, each with a rule. */
function fieldsOf(value: unknown, path = ''): ExplainedField[] {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (entries.length === 0) return [{ path, value, sources: [], provision: { kind: 'derived', rule: 'as ever' } }];
  return entries.flatMap(([key, inner]) =>
    fieldsOf(inner, Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`),
  );
}

/** The failure of a connector that explains its order so; null where there is none. */
async function failureOf(change: (fields: ExplainedField[]) => ExplainedField[]): Promise<string | null> {
  const behavior = { normalize: literalOrder, extra: () => [], config: z.unknown(), coverage: {} };
  const connector: Connector = {
    ...literalConnector(behavior as unknown as LiteralBehavior),
    streams: { orders: { ...literalStream, records: () => [native] } },
    explain: given => [{ resource: 'orders', id: '1', fields: change(fieldsOf(literalOrder(given))) }],
  };
  const tests: (() => Promise<void>)[] = [];
  lineageConformance((_name, run) => tests.push(run), connector, pathToFileURL(`${folder}/`));
  expect(tests).toHaveLength(1);
  return Promise.all(tests.map(run => run())).then(
    () => null,
    error => String(error),
  );
}

const changing = (path: string, change: Partial<ExplainedField>) => (fields: ExplainedField[]) =>
  fields.map(field => (field.path === path ? { ...field, ...change } : field));

test('values with a rule, a reason or a native field pass', async () => {
  expect(await failureOf(fields => fields)).toBeNull();
  const sources = [{ path: 'total', value: '11' }];
  expect(await failureOf(changing('totals.grand', { sources, provision: { kind: 'provided' } }))).toBeNull();
  expect(await failureOf(changing('note', { provision: { kind: 'absent', reason: 'no notes' } }))).toBeNull();
});

test('a value that comes from nowhere is caught', async () => {
  expect(await failureOf(changing('charges[0].net', { provision: { kind: 'provided' } }))).toContain(
    'orders charges[].net',
  );
});

test('a value that is explained as another, or not at all, is caught', async () => {
  const message = 'what is explained is not what the record becomes';
  expect(await failureOf(changing('totals.grand', { value: '12' }))).toContain(message);
  expect(await failureOf(fields => fields.filter(({ path }) => path !== 'totals.tax'))).toContain(message);
});
