import { type BatchResult, checkInput, inBatches, type RequestOptions } from '@cartograph/connector-kit';
import { z } from 'zod';
import { id, several } from '../../input/kinds.js';
import type { Method } from '../api.js';
import { outcomeOf, outcomeOfRefusal } from './outcome.js';
import type { Parents, Source } from './source.js';

type Row = Readonly<Record<string, unknown>>;

/** Sends rows as arrays of at most `size`, and tells what became of each. */
export function sendRows<Item>(
  { api, check }: Source<Parents, Item>,
  method: Method,
  path: string,
  rows: readonly Row[],
  {
    size,
    key,
    call,
  }: { readonly size: number; readonly key: string | null; readonly call?: RequestOptions | undefined },
): Promise<BatchResult<Item>> {
  return inBatches(rows, size, async batch => {
    try {
      return outcomeOf(batch, await api.send(method, path, { json: batch }, call), key, check.one);
    } catch (error) {
      return outcomeOfRefusal(batch, error, key, check.one);
    }
  });
}

/** Of a batch of one row. */
export const first = <Item>({ done, failed }: BatchResult<Item>): Item => {
  if (failed[0] !== undefined) throw failed[0].error;
  return done[0]?.item as Item;
};

/** Records that the platform takes in arrays: one is sent as an array of one. */
export const createsMany = <Above extends Parents, Item, Input extends z.ZodType>(
  source: Source<Above, Item>,
  input: Input,
  size: number,
) => {
  const schema = z.array(input);
  const send = (path: string, rows: unknown, call?: RequestOptions) =>
    sendRows(source, 'POST', path, checkInput(`${source.name}.create`, schema, rows) as Row[], {
      size,
      key: null,
      call,
    });
  return {
    async create(...args: [...above: Above, input: z.input<Input>, call?: RequestOptions]): Promise<Item> {
      const { path, rest } = source.read<[z.input<Input>, RequestOptions?]>(args);
      return first(await send(path, [rest[0]], rest[1]));
    },
    /** In the largest arrays that the platform takes. A row that is not fit to be sent keeps all from being sent. */
    async createMany(
      ...args: [...above: Above, inputs: readonly z.input<Input>[], call?: RequestOptions]
    ): Promise<BatchResult<Item>> {
      const { path, rest } = source.read<[readonly z.input<Input>[], RequestOptions?]>(args);
      return send(path, ...rest);
    },
  };
};

/** Changes of one row, with the id of its record. */
export type WithKey<Changes, Key extends string> = Omit<Changes, Key> & { readonly [Name in Key]: number };

export const updatesMany = <Above extends Parents, Item, Changes extends z.ZodObject, const Key extends string = 'id'>(
  source: Source<Above, Item>,
  changes: Changes,
  size: number,
  key: Key = 'id' as Key,
) => {
  const schema = z.array(changes.extend({ [key]: z.number().int().min(0) }));
  const send = (path: string, rows: unknown, call?: RequestOptions) =>
    sendRows(source, 'PUT', path, checkInput(`${source.name}.update`, schema, rows) as Row[], { size, key, call });
  type Change = z.input<Changes>;
  return {
    async update(...args: [...above: Above, id: number, changes: Change, call?: RequestOptions]): Promise<Item> {
      const { path, rest } = source.read<[number, Change, RequestOptions?]>(args);
      return first(await send(path, [{ ...rest[1], [key]: rest[0] }], rest[2]));
    },
    /** In the largest arrays that the platform takes. A row that is not fit to be sent keeps all from being sent. */
    async updateMany(
      ...args: [...above: Above, rows: readonly WithKey<Change, Key>[], call?: RequestOptions]
    ): Promise<BatchResult<Item>> {
      const { path, rest } = source.read<[readonly WithKey<Change, Key>[], RequestOptions?]>(args);
      return send(path, ...rest);
    },
  };
};

/** By a filter of ids. `size`: how many of them go into one request. */
export const deletesMany = <Above extends Parents, Item>(
  source: Source<Above, Item>,
  { by = 'id:in', size = 250 }: { readonly by?: string; readonly size?: number } = {},
) => {
  const idsSchema = several(id);
  const send = (path: string, ids: unknown, call?: RequestOptions) =>
    inBatches(checkInput(`${source.name}.delete`, idsSchema, ids), size, async batch => {
      await source.api.send('DELETE', path, { query: { [by]: batch } }, call);
      return batch;
    });
  return {
    async delete(...args: [...above: Above, id: number, call?: RequestOptions]): Promise<void> {
      const { path, rest } = source.read<[number, RequestOptions?]>(args);
      first(await send(path, [rest[0]], rest[1]));
    },
    /** What is done are the ids. The platform does not tell which of them it had. */
    async deleteMany(
      ...args: [...above: Above, ids: readonly number[], call?: RequestOptions]
    ): Promise<BatchResult<number>> {
      const { path, rest } = source.read<[readonly number[], RequestOptions?]>(args);
      return send(path, ...rest);
    },
  };
};
