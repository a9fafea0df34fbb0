import type {
  Change,
  Connection,
  Instant,
  ModelRecord,
  NormalizedRecord,
  ProductCategory,
  Storage,
  StreamRun,
} from '@cartograph/core';
import { createMemoryStorage } from '@cartograph/storage';

/** A store with things happening in it, each in a transaction of its own. */
export interface Store {
  readonly storage: Storage;
  connect(id: string): Promise<void>;
  /** Categories, by id, with the name that each gets; null takes it away. */
  commit(connectionId: string, names: Readonly<Record<string, string | null>>): Promise<void>;
  finishRun(connectionId: string, id: string, outcome?: 'complete' | 'incomplete'): Promise<void>;
  changes(): Promise<readonly Change[]>;
}

const streamRun: StreamRun = {
  ...{ since: null, until: null, requests: 1, seen: 1, stored: 1, unchanged: 0, setAside: 0 },
  ...{ kind: 'incremental', deleted: 0, restored: 0, pages: 1, outcome: 'complete', reason: null },
};

export function createStore(now: () => Date, storage = createMemoryStorage()): Store {
  const at = (): Instant => now().toISOString();
  return {
    storage,
    async connect(id) {
      const shop = { name: `Shop ${id}`, currency: 'AUD', timeZone: null };
      const connection: Connection = {
        id,
        platform: 'example',
        settings: 'sealed',
        shop,
        createdAt: at(),
        pausedBecause: null,
      };
      await storage.saveConnection(connection, at());
    },
    async commit(connectionId, names) {
      const page = {
        connectionId,
        platform: 'example',
        stream: 'categories',
        runId: 'run',
        mapperVersion: 1,
        at: at(),
      };
      const natives = Object.entries(names).map(([id, name]) => nativeOf(id, name));
      await storage.commit({ ...page, natives, setAside: [], checkpoint: { mark: null, window: null } });
    },
    async finishRun(connectionId, id, outcome = 'complete') {
      const streams = { categories: { ...streamRun, outcome } };
      const times = { startedAt: at(), finishedAt: at() };
      await storage.saveRun({ id, connectionId, full: false, requests: 1, limited: 0, streams, ...times });
    },
    async changes() {
      const found: Change[] = [];
      for await (const change of storage.changes({ since: 0 })) found.push(change);
      return found;
    },
  };
}

function nativeOf(id: string, name: string | null): NormalizedRecord {
  const record: ProductCategory = {
    ...{ id, createdAt: null, sourceModifiedAt: null, derived: false, name: name ?? '', ancestors: [] },
    ...{ hasChildren: false, status: 'published' },
  };
  const records: ModelRecord[] = name === null ? [] : [{ resource: 'productCategories', record }];
  return { native: { stream: 'categories', id, modifiedAt: null, body: { id, name } }, records };
}
