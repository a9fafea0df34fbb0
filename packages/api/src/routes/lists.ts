import { type ResourceName, resourceNames } from '@cartograph/core';
import { completeThrough, notProvided } from '../completeness.js';
import { around, jsonBytes } from '../http/json.js';
import { listAnswer } from '../openapi/answers.js';
import { encodeCursor } from '../query/cursor.js';
import { filterParameters } from '../query/list-parameters.js';
import { listParameters, readListQuery } from '../query/list-query.js';
import type { Route, Services } from '../route.js';
import { chooseConnections, connectionParameter } from '../visible.js';

/** `GET /v1/orders` and its like: one list a resource, over all connections or some. */
export const listRoutes = (services: Services): readonly Route[] =>
  resourceNames.map(name => listRoute(services, name));

function listRoute(services: Services, resource: ResourceName): Route {
  return {
    method: 'get',
    path: `/v1/${resource}`,
    tag: resource,
    summary: `List ${resource}`,
    description:
      'Over all connections, or some. A page may hold fewer records than its limit: `next` alone tells whether there are more.',
    scope: 'read',
    query: { connection: connectionParameter, ...listParameters(resource), ...filterParameters(resource) },
    answer: listAnswer(resource),
    async handle(call) {
      const query = new URLSearchParams(call.query);
      const wanted = connectionParameter.read(takeOne(query, 'connection'), 'connection');
      const connections = chooseConnections(call, wanted);
      const ids = connections.map(({ id }) => id);
      const asked = readListQuery(resource, query, ids);
      const known = {
        completeThrough: await completeThrough(services, connections, resource),
        notProvided: notProvided(services.connectors, connections, resource),
      };
      const { records } = await services.storage.query({
        ...asked,
        around: next => around('data', { next: next && encodeCursor(next, asked), ...known }),
      });
      return jsonBytes(records);
    },
  };
}

/** Takes a parameter out; one that stands there twice stays, to be refused with the others. */
function takeOne(query: URLSearchParams, name: string): string | null {
  const [value = null, ...more] = query.getAll(name);
  if (more.length === 0) query.delete(name);
  return value;
}
