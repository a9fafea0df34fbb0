import { type BatchResult, checkInput, inBatches, type RequestOptions } from '@cartograph/connector-kit';
import { InputError } from '@cartograph/core';
import { z } from 'zod';
import type { Filter } from '../../input/kinds.js';
import { at, type Id } from '../path.js';
import type { NativeQuery } from '../query.js';
import type { Parents, Source } from './source.js';

/** For what the platform takes one by one: a request a row, in their order. */
const eachAlone = <Row, Item>(rows: readonly Row[], send: (row: Row) => Promise<Item>): Promise<BatchResult<Item>> =>
  inBatches(rows, 1, async ([row]) => [await send(row as Row)]);

/** New records, a request each. */
export const creates = <Above extends Parents, Item, Input extends z.ZodType>(
  source: Source<Above, Item>,
  input: Input,
) => {
  const { api, name, check } = source;
  const post = async (path: string, json: unknown, call?: RequestOptions): Promise<Item> =>
    check.one(await api.record('POST', path, { json }, call));
  return {
    async create(...args: [...above: Above, input: z.input<Input>, call?: RequestOptions]): Promise<Item> {
      const { path, rest } = source.read<[z.input<Input>, RequestOptions?]>(args);
      return post(path, checkInput(`${name}.create`, input, rest[0]), rest[1]);
    },
    /** One by one: the platform takes no arrays here. A row that is not fit to be sent keeps all from being sent. */
    async createMany(
      ...args: [...above: Above, inputs: readonly z.input<Input>[], call?: RequestOptions]
    ): Promise<BatchResult<Item>> {
      const { path, rest } = source.read<[readonly z.input<Input>[], RequestOptions?]>(args);
      return eachAlone(checkInput(`${name}.createMany`, z.array(input), rest[0]), row => post(path, row, rest[1]));
    },
  };
};

/** Changes of one record: only the fields that are given change. */
export const updates = <Above extends Parents, Item, Input extends z.ZodType>(
  source: Source<Above, Item>,
  input: Input,
) => ({
  async update(...args: [...above: Above, id: Id, changes: z.input<Input>, call?: RequestOptions]): Promise<Item> {
    const { path, rest } = source.read<[Id, z.input<Input>, RequestOptions?]>(args);
    const json = checkInput(`${source.name}.update`, input, rest[1]);
    return source.check.one(await source.api.record('PUT', `${path}${at`/${rest[0]}`}`, { json }, rest[2]));
  },
});

export const deletes = <Above extends Parents, Item>(source: Source<Above, Item>) => ({
  async delete(...args: [...above: Above, id: Id, call?: RequestOptions]): Promise<void> {
    const { path, rest } = source.read<[Id, RequestOptions?]>(args);
    await source.api.send('DELETE', `${path}${at`/${rest[0]}`}`, {}, rest[1]);
  },
  /** One by one: the platform takes one id here. What is done are the ids. */
  async deleteMany(...args: [...above: Above, ids: readonly Id[], call?: RequestOptions]): Promise<BatchResult<Id>> {
    const { path, rest } = source.read<[readonly Id[], RequestOptions?]>(args);
    return eachAlone(rest[0], async id => {
      await source.api.send('DELETE', `${path}${at`/${id}`}`, {}, rest[1]);
      return id;
    });
  },
});

/** All records that a filter names, in one request. Without a condition it is refused: some lists would be emptied. */
export const deletesAll = <Above extends Parents, Item, Of extends Filter>(
  source: Source<Above, Item>,
  { all }: Of,
) => ({
  async deleteAll(...args: [...above: Above, filter: z.input<Of['all']>, call?: RequestOptions]): Promise<void> {
    const { path, rest } = source.read<[z.input<Of['all']>, RequestOptions?]>(args);
    const query = checkInput(`${source.name}.deleteAll`, all, rest[0] ?? {}) as NativeQuery;
    if (Object.values(query).every(value => value === undefined))
      throw refusal(source.name, `give a filter with a condition: ${Object.keys(all.shape).slice(0, 3).join(', ')}…`);
    await source.api.send('DELETE', path, { query }, rest[1]);
  },
});

/** Every record of a list of V2, whose address knows no filter: it takes the word for it. */
export const deletesEverything = <Above extends Parents, Item>(source: Source<Above, Item>) => ({
  async deleteAll(...args: [...above: Above, which: 'everything', call?: RequestOptions]): Promise<void> {
    const { path, rest } = source.read<['everything', RequestOptions?]>(args);
    if (rest[0] !== 'everything') throw refusal(source.name, "say 'everything': the platform cannot choose here");
    await source.api.send('DELETE', path, {}, rest[1]);
  },
});

const refusal = (name: string, fix: string) =>
  new InputError(`${name}.deleteAll: ${fix}; nothing was sent`, { connector: 'bigcommerce', field: 'filter' });

/** A record there is one of: settings, a profile. */
export const singleton = <Above extends Parents, Item, Input extends z.ZodType>(
  source: Source<Above, Item>,
  input: Input,
) => ({
  async get(...args: [...above: Above, call?: RequestOptions]): Promise<Item> {
    const { path, rest } = source.read<[RequestOptions?]>(args);
    return source.check.one(await source.api.record('GET', path, {}, rest[0]));
  },
  /** Only the fields that are given change. */
  async update(...args: [...above: Above, changes: z.input<Input>, call?: RequestOptions]): Promise<Item> {
    const { path, rest } = source.read<[z.input<Input>, RequestOptions?]>(args);
    const json = checkInput(`${source.name}.update`, input, rest[0]);
    return source.check.one(await source.api.record('PUT', path, { json }, rest[1]));
  },
});
