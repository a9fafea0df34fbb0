import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { connectors } from '@cartograph/connectors';
import { type Connector, type Coverage, resourceNames } from '@cartograph/core';
import { expect, test } from 'vitest';
import { generatedDocuments, withSection } from './documents.js';
import { connectorTable, coveragePage } from './tables.js';

test.each(generatedDocuments(connectors))('$path tells what it is generated from as it is', ({ path, render }) => {
  const file = fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
  const current = existsSync(file) ? readFileSync(file, 'utf8') : '';
  expect(current === render(current), `${path} is stale: run "npm run coverage:write" and commit what it writes`).toBe(
    true,
  );
});

const one = (title: string, orders: Coverage['orders']): Connector => {
  const coverage = Object.fromEntries(resourceNames.map(name => [name, { absent: 'has none' }]));
  return { title, coverage: { ...coverage, orders } } as unknown as Connector;
};

const north = one('North', {
  id: { kind: 'provided' },
  lines: { kind: 'provided' },
  'lines[].sku': { kind: 'derived', rule: 'text | code' },
  note: { kind: 'absent', reason: 'no notes' },
});
const south = one('South', {
  id: { kind: 'provided' },
  lines: { kind: 'provided' },
  'lines[].tax': { kind: 'provided' },
});

test('the page shows every resource, and every field below its own', () => {
  const lines = coveragePage([north, south]).split('\n');
  expect(lines).toContain('| [orders](#orders) | 2 provided, 1 derived, 1 absent | 3 provided, 0 derived, 0 absent |');
  expect(lines).toContain('| payouts | none: has none | none: has none |');
  expect(lines.slice(lines.indexOf('## orders') + 2, -1)).toEqual([
    '| field | North | South |',
    '| --- | --- | --- |',
    '| `id` | provided | provided |',
    '| `lines` | provided | provided |',
    '| `lines[].sku` | derived: text \\| code | with `lines` |',
    '| `lines[].tax` | with `lines` | provided |',
    '| `note` | absent: no notes |  |',
  ]);
});

test('the table of a connector counts its fields, or says why there are none', () => {
  const lines = connectorTable(north).split('\n');
  expect(lines).toContain('| orders | 2 | 1 | 1 |  |');
  expect(lines).toContain('| payouts | – | – | – | has none |');
});

test('what stands around the section is kept', () => {
  const [begin, end] = ['<!-- coverage: begin, written by npm run coverage:write -->', '<!-- coverage: end -->'];
  expect(withSection(`before\n${begin}\nold\n${end}\nafter`, 'coverage', 'new')).toBe(
    `before\n${begin}\n\nnew\n\n${end}\nafter`,
  );
  expect(() => withSection('no markers', 'coverage', 'new')).toThrow('has no');
});
