import { checkInput } from '@cartograph/connector-kit';
import type { z } from 'zod';
import { type Api, act, at, type MagentoCall, type Raw, written } from './api.js';

type Id = string | number;

/** What is created, changed and deleted by itself. */
export interface Crud<Item, Input, Changes = Input> {
  create(input: Input, call?: MagentoCall): Promise<Item>;
  update(id: Id, changes: Changes, call?: MagentoCall): Promise<Item>;
  delete(id: Id, call?: MagentoCall): Promise<boolean>;
}

export interface CrudOptions<Schema extends z.ZodType, Input extends z.ZodType, Changes extends z.ZodType> {
  /** How messages call them. */
  readonly name: string;
  readonly path: string;
  /** The name under which a body holds the record. */
  readonly wrap: string;
  /** What the record calls its id. */
  readonly idField: string;
  readonly schema: Schema;
  readonly input: Input;
  readonly changes: Changes;
  /** Where the id of what is changed stands: in the address too, or in the body alone. */
  readonly idIn?: 'address' | 'body';
  /** Whether what is not named would be lost: then the record is read first, and written whole without these fields of it. */
  readonly whole?: readonly string[];
  readonly get?: (id: Id, call?: MagentoCall) => Promise<Raw<z.output<Schema>>>;
}

export function createCrud<Schema extends z.ZodType, Input extends z.ZodType, Changes extends z.ZodType>(
  api: Api,
  {
    name,
    path,
    wrap,
    idField,
    schema,
    input,
    changes,
    idIn = 'address',
    whole,
    get,
  }: CrudOptions<Schema, Input, Changes>,
): Crud<Raw<z.output<Schema>>, z.input<Input>, z.input<Changes>> {
  const check = api.checks(name, schema);
  const before = async (id: Id, call?: MagentoCall): Promise<object> => {
    if (whole === undefined || get === undefined) return {};
    return Object.fromEntries(Object.entries(await get(id, call)).filter(([field]) => !whole.includes(field)));
  };
  return {
    create: async (given, call) =>
      written(api, check, 'POST', path, { [wrap]: checkInput(`${name}.create`, input, given) }, call),
    update: async (id, given, call) => {
      const own = checkInput(`${name}.update`, changes, given) as object;
      const record = { ...(await before(id, call)), ...own, [idField]: /^\d+$/.test(String(id)) ? Number(id) : id };
      const address = idIn === 'body' ? path : `${path}/${at`${id}`}`;
      return written(api, check, 'PUT', address, { [wrap]: record }, call);
    },
    delete: (id, call) => act(api, 'DELETE', `${path}/${at`${id}`}`, undefined, call),
  };
}
