import type { Body } from '../bodies/body.js';
import type { Collection } from '../protocol/collection.js';
import { noSuchEntity, Refused } from '../protocol/errors.js';
import { type Data, demand, type Fields } from '../protocol/input.js';
import type { Scope } from '../shop/stores.js';
import type { Table } from '../shop/table.js';
import type { Desk, Endpoint } from './endpoint.js';

/** A small record that is listed, read, made, changed and deleted in the same way as all others of its sort. */
export interface Crud<F extends Fields> {
  /** `/V1/taxRates`; single records are below it. */
  readonly path: string;
  /** Below the path, where lists are not at the path itself. */
  readonly list: string;
  readonly right: string;
  readonly table: Table;
  readonly collection: Collection<Body>;
  /** The parameter that the record comes in. */
  readonly parameter: string;
  readonly fields: F;
  readonly required: readonly (keyof F & string)[];
  /** Whether a change names its record in the path; if not, the record itself does. */
  readonly isPutByPath: boolean;
  /** Completes a record, or refuses it; `known` is what it was before. */
  readonly complete: (told: Body, known: Body | null, at: number) => Body;
  /** Refuses what cannot be deleted, and cleans up behind what can. */
  readonly release?: (row: Body) => void;
  /** What creating and changing answer with; the record itself unless told. */
  readonly answer?: (row: Body) => unknown;
}

export function crudEndpoints<F extends Fields>(desk: Desk, crud: Crud<F>): Endpoint[] {
  const { path, right, table, collection, parameter } = crud;
  const known = (id: unknown): Body => {
    const row = table.get(id);
    if (!row) throw new Refused(noSuchEntity(table.key, id));
    return row;
  };
  const save = (told: Body, former: Body | null, at: number, scope: Scope): unknown => {
    demand(crud.required.filter(name => told[name] === undefined || told[name] === null || told[name] === ''));
    const id = former ? former[table.key] : table.nextId();
    const row = table.put({ [table.key]: id, ...crud.complete({ ...told, [table.key]: id }, former, at) });
    return crud.answer ? crud.answer(row) : desk.serve(collection, row, scope);
  };
  const told = (input: unknown): Body => (input as Record<string, Data<F>>)[parameter] as Body;
  return [
    [`GET ${path}${crud.list}`, right, desk.list(collection)],
    [
      `GET ${path}/:id`,
      right,
      ({ params }, scope) => desk.one(collection, params.id ?? '', scope, () => noSuchEntity(table.key, params.id)),
    ],
    [
      `POST ${path}`,
      right,
      desk.write({ [parameter]: crud.fields }, ({ input, at, scope }) => save(told(input), null, at, scope)),
    ],
    [
      crud.isPutByPath ? `PUT ${path}/:id` : `PUT ${path}`,
      right,
      desk.write({ [parameter]: crud.fields }, ({ input, params, at, scope }) => {
        const former = known(crud.isPutByPath ? params.id : told(input)[table.key]);
        return save({ ...former, ...told(input) }, former, at, scope);
      }),
    ],
    [
      `DELETE ${path}/:id`,
      right,
      desk.write({}, ({ params }) => {
        crud.release?.(known(params.id));
        table.remove(params.id);
        return true;
      }),
    ],
  ];
}
