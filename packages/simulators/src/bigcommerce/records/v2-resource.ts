import { type Call, empty, json, type Route } from '../../http.js';
import type { Api } from '../endpoints/api.js';
import { passing } from '../query.js';
import { notFound } from '../refusal.js';
import { allowOnly, v2List } from '../v2.js';
import { objectOf } from './body.js';
import type { Doc } from './fields.js';
import type { V2Filter } from './filters.js';
import { createWriter, type Resource } from './resource.js';

export interface V2Resource extends Resource {
  /** By the name of the parameter; any other is refused. Without it parameters are not looked at. */
  readonly filters?: Readonly<Record<string, V2Filter>>;
  /** Of the ways of a record those that there are. */
  readonly only?: readonly ('list' | 'count' | 'get' | 'create' | 'update' | 'delete' | 'deleteAll')[];
  /** The status of a successful creation. */
  readonly createdStatus?: number;
  /** What a DELETE of everything leaves. */
  readonly survives?: (row: Doc) => boolean;
}

const every = ['list', 'count', 'get', 'create', 'update', 'delete', 'deleteAll'] as const;
const paging = ['page', 'limit', 'sort', 'direction'];

/** Rows that pass every filter of the query. */
function matching({ rows, filters }: V2Resource, call: Call): readonly Doc[] {
  const { all } = rows(call);
  if (!filters) return all;
  allowOnly(call.query, new Set([...Object.keys(filters), ...paging]));
  const tests = Object.entries(filters).flatMap(([name, filter]) => {
    const wanted = call.query.get(name);
    return wanted === null || wanted === '' ? [] : [filter(wanted)];
  });
  const found = passing(all, tests);
  return call.query.get('direction') === 'desc' ? found.toReversed() : found;
}

/** The routes of a V2 resource: bare bodies, 204 where there is nothing to say. */
export function v2Resource(resource: V2Resource, api: Api): Route[] {
  const writer = createWriter('v2', resource);
  const { path, collection, key = 'id', render = row => row, only = every, createdStatus = 201 } = resource;
  const show = (call: Call) => (row: Doc) => api.serve(collection, Number(row[key]), { ...render(row, call) });
  const rowIn = (call: Call): Doc => {
    const row = resource.rows(call).find(call.params.record);
    if (!row) throw notFound('v2');
    return row;
  };
  const ways: Record<(typeof every)[number], Route> = {
    count: [`GET ${path}/count`, call => json({ count: matching(resource, call).length })],
    list: [`GET ${path}`, call => v2List(matching(resource, call), call.query, show(call))],
    get: [`GET ${path}/:record`, call => json(show(call)(rowIn(call)))],
    create: [
      `POST ${path}`,
      async call => {
        resource.rows(call);
        return json(show(call)(writer.create(call, await objectOf('v2', call.request))), createdStatus);
      },
    ],
    update: [
      `PUT ${path}/:record`,
      async call => {
        const row = rowIn(call);
        return json(show(call)(writer.update(call, row, await objectOf('v2', call.request))));
      },
    ],
    delete: [
      `DELETE ${path}/:record`,
      call => {
        writer.remove(call, rowIn(call));
        return empty();
      },
    ],
    deleteAll: [
      `DELETE ${path}`,
      call => {
        const { survives = () => false } = resource;
        for (const row of resource.rows(call).all.filter(row => !survives(row))) writer.remove(call, row);
        return empty();
      },
    ],
  };
  // The count comes before a single record: it would be taken for an id.
  return (['count', 'list', 'get', 'create', 'update', 'delete', 'deleteAll'] as const)
    .filter(way => only.includes(way))
    .map(way => ways[way]);
}
