import type { Storage } from '@cartograph/core';

/** One value of a kind that is kept for all clients together. */
export function kept<Value>(storage: Storage, kind: string, initial: Value) {
  const id = 'all';
  return {
    async read(): Promise<Value> {
      const entry = await storage.entry(kind, id);
      return entry === null ? initial : JSON.parse(entry.body);
    },
    save: (value: Value): Promise<void> => storage.saveEntry({ kind, id, body: JSON.stringify(value) }),
  };
}
