type Undo = () => void;

/** Undoes what the tables that share it did inside `transaction`, when that throws. */
export class Journal {
  #undos: Undo[] | null = null;

  transaction<Result>(work: () => Result): Result {
    const undos: Undo[] = [];
    this.#undos = undos;
    try {
      return work();
    } catch (error) {
      for (const undo of undos.reverse()) undo();
      throw error;
    } finally {
      this.#undos = null;
    }
  }

  note(undo: Undo): void {
    this.#undos?.push(undo);
  }
}

/** Rows by key. Rows are replaced, never changed, so that who holds one is not disturbed. */
export class Table<Row> {
  readonly #rows = new Map<string, Row>();
  readonly #journal: Journal;

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  get(key: string): Row | undefined {
    return this.#rows.get(key);
  }

  get size(): number {
    return this.#rows.size;
  }

  rows(): readonly Row[] {
    return [...this.#rows.values()];
  }

  /** Those that are added while they are read come too. */
  live(): Iterable<Row> {
    return this.#rows.values();
  }

  set(key: string, row: Row): void {
    const before = this.#rows.get(key);
    this.#journal.note(() => (before === undefined ? this.#rows.delete(key) : this.#rows.set(key, before)));
    this.#rows.set(key, row);
  }

  delete(key: string): void {
    const before = this.#rows.get(key);
    if (before === undefined) return;
    this.#journal.note(() => this.#rows.set(key, before));
    this.#rows.delete(key);
  }

  deleteWhere(matches: (row: Row) => boolean): void {
    for (const [key, row] of [...this.#rows]) if (matches(row)) this.delete(key);
  }
}

/** One text of several, told apart whatever they contain. */
export const keyOf = (...parts: readonly string[]): string => JSON.stringify(parts);
