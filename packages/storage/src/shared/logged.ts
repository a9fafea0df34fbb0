import type { ModelRecord, RecordChange } from '@cartograph/core';
import type { RowKey, Tables } from './tables.js';

/** The same tables, and what is changed of the records in them. */
export function logged(tables: Tables): { readonly tables: Tables; readonly changes: readonly RecordChange[] } {
  const changes: RecordChange[] = [];
  const note = (key: RowKey, after: Buffer | null) => {
    const { resource, id, body, deleted } = tables.readRecord(key);
    changes.push({ resource, id, before: deleted ? null : decoded(body), after: after && decoded(after) });
  };
  return {
    changes,
    tables: {
      ...tables,
      addRecord(name, content) {
        const key = tables.addRecord(name, content);
        if (key !== null) {
          changes.push({ resource: name.resource, id: name.id, before: null, after: decoded(content.body) });
        }
        return key;
      },
      changeRecord(key, content) {
        note(key, content.body);
        tables.changeRecord(key, content);
      },
      deleteRecord(key, at, evidence) {
        note(key, null);
        return tables.deleteRecord(key, at, evidence);
      },
    },
  };
}

const decoded = (body: Buffer | string): ModelRecord['record'] => JSON.parse(body.toString());
