import { checkInput, type RequestOptions } from '@cartograph/connector-kit';
import { InputError } from '@cartograph/core';
import type { z } from 'zod';
import type { Filter } from '../../input/kinds.js';
import { at, type Id } from '../path.js';
import type { NativeQuery } from '../query.js';
import type { Parents, Source } from './source.js';

/** One record a request. */
export const creates = <Above extends Parents, Item, Input extends z.ZodType>(
  source: Source<Above, Item>,
  input: Input,
) => ({
  async create(...args: [...above: Above, input: z.input<Input>, call?: RequestOptions]): Promise<Item> {
    const { path, rest } = source.read<[z.input<Input>, RequestOptions?]>(args);
    const json = checkInput(`${source.name}.create`, input, rest[0]);
    return source.check.one(await source.api.record('POST', path, { json }, rest[1]));
  },
});

/** Only the fields that are given change. */
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
