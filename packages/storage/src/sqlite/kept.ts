import type { Database } from 'better-sqlite3';

/**
 * Reads that are asked for again and again, such as who a key belongs to: made once, and anew after anything was written,
 * by this process or another. Inside a transaction nothing is kept, nor is what is not there.
 */
export function keeper(database: Database): <Value>(read: (id: string) => Value) => (id: string) => Value {
  /** Moves when another process commits: https://www.sqlite.org/pragma.html#pragma_data_version */
  const others = database.prepare<[], number>('PRAGMA data_version').pluck();
  const own = database.prepare<[], number>('SELECT total_changes()').pluck();
  const caches: Map<string, unknown>[] = [];
  let seen: readonly (number | undefined)[] = [];

  function forgetOld(): void {
    const now = [others.get(), own.get()];
    if (now[0] === seen[0] && now[1] === seen[1]) return;
    seen = now;
    for (const cache of caches) cache.clear();
  }

  return <Value>(read: (id: string) => Value) => {
    const cache = new Map<string, Value>();
    caches.push(cache);
    return id => {
      if (database.inTransaction) return read(id);
      forgetOld();
      const known = cache.get(id);
      if (known !== undefined) return known;
      const found = read(id);
      if (found !== null) cache.set(id, found);
      return found;
    };
  };
}
