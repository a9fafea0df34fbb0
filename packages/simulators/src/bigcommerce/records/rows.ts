import type { Doc } from './fields.js';

/** Records of one kind as the API writes them, in the order in which they are listed. */
export interface Rows {
  readonly all: readonly Doc[];
  /** By its id, as a path or a body may give it. */
  find(id: unknown): Doc | undefined;
  /** Gives a new record the next id, unless the values bring one. */
  insert(values: Doc): Doc;
  change(row: Doc, values: Doc): Doc;
  remove(row: Doc): void;
}

interface Naming {
  /** The field that names a row. */
  readonly key?: string;
  /** The id of the next row that is written; unless told, the one after the largest that there ever was. */
  readonly nextId?: () => number;
}

/** Rows over a list that is asked for each time. */
export function rowsOver(listOf: () => Doc[], { key = 'id', nextId }: Naming = {}): Rows {
  let largest = 0;
  const following = (): number => {
    largest = listOf().reduce((most, row) => Math.max(most, Number(row[key]) || 0), largest) + 1;
    return largest;
  };
  return {
    get all() {
      return listOf();
    },
    find: id => listOf().find(row => String(row[key]) === String(id)),
    insert(values) {
      const row = values[key] === undefined ? { [key]: (nextId ?? following)(), ...values } : { ...values };
      listOf().push(row);
      return row;
    },
    change: (row, values) => Object.assign(row, values),
    remove(row) {
      const position = listOf().indexOf(row);
      if (position >= 0) listOf().splice(position, 1);
    },
  };
}

interface RowsOptions extends Naming {
  /** What the shop had before anything was written; asked for once, when the rows are first needed. */
  readonly seed?: () => readonly Readonly<Doc>[];
}

export function createRows({ seed = () => [], ...naming }: RowsOptions = {}): Rows {
  let rows: Doc[] | undefined;
  return rowsOver(() => {
    rows ??= seed().map(row => ({ ...row }));
    return rows;
  }, naming);
}
