import type { RecordCheck } from '@cartograph/connector-kit';
import type { z } from 'zod';
import type { Api } from '../api.js';
import type { Id } from '../path.js';

/** The ids that stand before what a method takes: those of the records above. */
export type Parents = readonly Id[];

/** A collection of the platform: where it is, and what its records are. */
export interface Source<Above extends Parents, Item> {
  readonly api: Api;
  /** How errors call it: `products.images`. */
  readonly name: string;
  readonly check: RecordCheck<Item>;
  /** The path that a method's arguments name, and what follows the ids of the records above. */
  read<Rest extends readonly unknown[]>(
    args: readonly [...Above, ...Rest],
  ): { readonly path: string; readonly rest: Rest };
}

export function source<Above extends Parents, Schema extends z.ZodType>(
  api: Api,
  name: string,
  pathOf: (...above: Above) => string,
  schema: Schema,
): Source<Above, z.input<Schema>> {
  const above = pathOf.length;
  return {
    api,
    name,
    check: api.records(name, schema),
    read: <Rest extends readonly unknown[]>(args: readonly [...Above, ...Rest]) => ({
      path: pathOf(...(args.slice(0, above) as unknown as Above)),
      rest: args.slice(above) as unknown as Rest,
    }),
  };
}
