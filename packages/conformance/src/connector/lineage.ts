import assert from 'node:assert/strict';
import type { Connector, ExplainedField } from '@cartograph/core';
import type { Test } from './conformance.js';
import { readFixtures } from './fixtures.js';

/**
 * Registers, for every fixture: each value of each record that it becomes is explained, by the native fields that it was read
 * from, by a rule, or by the reason why it is absent.
 */
export function lineageConformance(test: Test, connector: Connector, root: URL): void {
  for (const { name, native, shop } of readFixtures(connector, root)) {
    test(`fixture ${name}: every value of its model is explained`, async () => {
      const made = connector.normalize(native, shop);
      const explained = connector.explain(native, shop);
      assert.deepEqual(
        explained.map(({ resource, id, fields }) => ({ resource, id, values: valuesOf(fields) })),
        made.map(({ resource, record }) => ({ resource, id: record.id, values: leavesOf(record) })),
        'what is explained is not what the record becomes',
      );
      const open = explained.flatMap(({ resource, fields }) =>
        fields.filter(isOpen).map(({ path }) => `${resource} ${path.replace(/\[\d+\]/g, '[]')}`),
      );
      assert.deepEqual(
        [...new Set(open)],
        [],
        'read from no native field: the row needs a rule (`derived`, `always`) or a reason (`absent`)',
      );
    });
  }
}

const isOpen = ({ sources, provision }: ExplainedField): boolean =>
  sources.length === 0 && provision.kind === 'provided';

const valuesOf = (fields: readonly ExplainedField[]) =>
  Object.fromEntries(fields.map(({ path, value }) => [path, value]));

/** The values of a record that have none below them, by their path. */
function leavesOf(value: unknown, path = ''): Readonly<Record<string, unknown>> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (entries.length === 0) return { [path]: value };
  const below = (key: string) => (Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`);
  return Object.assign({}, ...entries.map(([key, inner]) => leavesOf(inner, below(key))));
}
