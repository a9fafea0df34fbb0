import { type Call, empty, json, type Route } from '../../http.js';
import { v3CursorList } from '../cursor.js';
import type { Api } from '../endpoints/api.js';
import { pickFields } from '../endpoints/fields.js';
import { passing } from '../query.js';
import { notFound, refuse } from '../refusal.js';
import { usualLimits, v3List, v3Whole } from '../v3.js';
import { objectOf } from './body.js';
import type { Doc } from './fields.js';
import { type Filters, testsOf } from './filters.js';
import { createWriter, type Resource, type Writer } from './resource.js';

export interface V3Resource extends Resource {
  readonly filters?: Filters;
  readonly sortable?: readonly string[];
  /** Lists have cursors beside pages, or come whole. */
  readonly paging?: 'cursor' | 'none';
  readonly limits?: typeof usualLimits;
  /** The status of a successful creation. */
  readonly createdStatus?: number;
  /** Of the five ways of a record those that there are. */
  readonly only?: readonly ('list' | 'get' | 'create' | 'update' | 'delete')[];
  /** Whether a DELETE of the whole path removes what its filters name; without filters it is refused. */
  readonly deletesByFilter?: boolean;
}

const every = ['list', 'get', 'create', 'update', 'delete'] as const;

const sorted = (rows: readonly Doc[], query: URLSearchParams, sortable: readonly string[]): readonly Doc[] => {
  const [name = '', suffix] = (query.get('sort') ?? '').split(':');
  if (name === '') return rows;
  if (!sortable.includes(name)) throw refuse('v3', 422, `The sort '${name}' is not supported.`);
  const sign = (suffix ?? query.get('direction')) === 'desc' ? -1 : 1;
  const value = (row: Doc) => row[name] as string | number;
  return [...rows].sort((left, right) => (value(left) < value(right) ? -sign : value(left) > value(right) ? sign : 0));
};

/** What a call names by the last part of its path. */
export function rowIn(resource: Resource, call: Call): Doc {
  const row = resource.rows(call).find(call.params.record);
  if (!row) throw notFound('v3');
  return row;
}

/** A row as it is answered, with the fields that were asked for. */
export const shown = (resource: Resource, { serve }: Api, call: Call): ((row: Doc) => unknown) => {
  const { render = row => row, key = 'id', collection } = resource;
  const pick = pickFields(call.query);
  return row => serve(collection, Number(row[key]), pick({ ...render(row, call) }));
};

const envelope = (data: unknown, status = 200): Response => json({ data, meta: {} }, status);

/** The rows that a call's filters name, for a DELETE: without any filter nothing may happen. */
export function named(resource: V3Resource, call: Call): readonly Doc[] {
  const tests = testsOf(resource.filters ?? {}, call.query);
  if (tests.length === 0) throw refuse('v3', 422, 'A filter is required to delete.');
  return passing(resource.rows(call).all, tests);
}

/** The routes of a V3 resource and what writes it, for the ways that it has beside them. */
export function v3Resource(resource: V3Resource, api: Api): { readonly routes: Route[]; readonly writer: Writer } {
  const writer = createWriter('v3', resource);
  const { path, filters = {}, sortable = [], only = every, limits = usualLimits } = resource;
  const ways: Record<(typeof every)[number], Route> = {
    list: [
      `GET ${path}`,
      call => {
        const rows = sorted(passing(resource.rows(call).all, testsOf(filters, call.query)), call.query, sortable);
        const show = shown(resource, api, call);
        if (resource.paging === 'none') return v3Whole(rows.map(show));
        if (resource.paging === 'cursor')
          return v3CursorList(rows as readonly (Doc & { id: number })[], call.query, show);
        return v3List(rows, call.query, show, limits);
      },
    ],
    get: [`GET ${path}/:record`, call => envelope(shown(resource, api, call)(rowIn(resource, call)))],
    create: [
      `POST ${path}`,
      async call => {
        resource.rows(call);
        const row = writer.create(call, await objectOf('v3', call.request));
        return envelope(shown(resource, api, call)(row), resource.createdStatus);
      },
    ],
    update: [
      `PUT ${path}/:record`,
      async call => {
        const row = rowIn(resource, call);
        writer.update(call, row, await objectOf('v3', call.request));
        return envelope(shown(resource, api, call)(row));
      },
    ],
    delete: [
      `DELETE ${path}/:record`,
      call => {
        writer.remove(call, rowIn(resource, call));
        return empty();
      },
    ],
  };
  const routes = every.filter(way => only.includes(way)).map(way => ways[way]);
  if (resource.deletesByFilter)
    routes.push([
      `DELETE ${path}`,
      call => {
        for (const row of [...named(resource, call)]) writer.remove(call, row);
        return empty();
      },
    ]);
  return { routes, writer };
}
