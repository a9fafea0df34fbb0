import type { z } from 'zod';
import { type Api, at, type MagentoCall, one, type Raw } from './api.js';
import type { ColumnOf, Columns } from './columns.js';
import { createListing, type Listing } from './listing.js';
import { createSearch, type Search } from './search.js';

/** Records of one kind, as far as they can be read. */
export interface Records<Item, Field extends string = string> extends Listing<Item, Field> {
  get(id: string | number, call?: MagentoCall): Promise<Item>;
  /** Begins a search: `search().where('status', 'eq', 'pending').sort('created_at', 'DESC')`. */
  search(): Search<Item, Field>;
}

export interface RecordsOptions<Schema extends z.ZodType, Own extends Columns> {
  /** How messages call them. */
  readonly name: string;
  /** Of the list. */
  readonly path: string;
  /** Of one record without its id, where that is another. */
  readonly single?: string;
  readonly key: string;
  readonly idField?: string;
  /** Where some records share the key, the column that is unique among those. */
  readonly within?: string;
  readonly schema: Schema;
  readonly columns: Own;
}

/** A kind of record that has a list and, by its id, each one of it. */
export function createRecords<Schema extends z.ZodType, Own extends Columns>(
  api: Api,
  { name, path, single = path, schema, ...options }: RecordsOptions<Schema, Own>,
): Records<Raw<z.output<Schema>>, ColumnOf<Own>> {
  type Item = Raw<z.output<Schema>>;
  const check = api.checks(name, schema);
  const listing = createListing<Item>(api, path, { ...options, all: records => check.all(records) as Item[] });
  return {
    ...listing,
    get: (id, call) => one<z.output<Schema>>(api, check, `${single}/${at`${id}`}`, call),
    search: () => createSearch<Item, ColumnOf<Own>>(listing),
  };
}
