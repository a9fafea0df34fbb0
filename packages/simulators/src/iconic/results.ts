import { createLedger } from './shop/ledger.js';
import type { Shop } from './shop/shop.js';
import { createStatements, type Statement } from './shop/statements.js';
import type { Transaction } from './shop/transaction.js';

const kept = 8;

/** What is worked out from the shop once and kept until the shop changes. */
export interface Results {
  /** Keeps the latest few lists, so that the pages of one listing are cut from one. */
  list<T>(url: URL, build: () => readonly T[]): readonly T[];
  ledger(): readonly Transaction[];
  statements(): readonly Statement[];
  /** The statement that a row falls into. */
  statementOf(row: Transaction): Statement;
}

function keyOf(url: URL): string {
  const query = new URLSearchParams(url.searchParams);
  query.delete('limit');
  query.delete('offset');
  return `${url.pathname}?${query}`;
}

export function createResults(shop: Shop): Results {
  let version = -1;
  const lists = new Map<string, readonly unknown[]>();
  let finance: {
    ledger: readonly Transaction[];
    statements: readonly Statement[];
    byPeriod: Map<string, Statement>;
  } | null = null;
  const refresh = () => {
    if (version === shop.version) return;
    version = shop.version;
    lists.clear();
    finance = null;
  };
  const books = () => {
    refresh();
    if (finance) return finance;
    const ledger = createLedger(shop);
    const statements = createStatements(shop, ledger);
    const byPeriod = new Map(
      statements.map(statement => [`${statement.type}${statement.country}${statement.start}`, statement]),
    );
    finance = { ledger, statements, byPeriod };
    return finance;
  };
  return {
    list: <T>(url: URL, build: () => readonly T[]) => {
      refresh();
      const key = keyOf(url);
      // A key names path and query, and one path always builds the same kind of rows.
      const known = lists.get(key) as readonly T[] | undefined;
      if (known) return known;
      const built = build();
      lists.set(key, built);
      for (const oldest of lists.keys()) if (lists.size > kept) lists.delete(oldest);
      return built;
    },
    ledger: () => books().ledger,
    statements: () => books().statements,
    statementOf: row => {
      const statement = books().byPeriod.get(`${row.statementType}${row.country}${row.period}`);
      if (!statement) throw new Error(`transaction ${row.id} falls into no statement`);
      return statement;
    },
  };
}
