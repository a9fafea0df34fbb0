import {
  type Connection,
  type ProvenResource,
  provenResources,
  type ResourceName,
  resourceNames,
} from '@cartograph/core';
import { completeThrough } from '../completeness.js';
import { jsonOf } from '../http/json.js';
import { readQuery, words } from '../http/parameters.js';
import { Problem } from '../http/problem.js';
import { recordAnswer } from '../openapi/answers.js';
import { explainRecord } from '../records/lineage.js';
import { proveRecord } from '../records/prove.js';
import { readOne } from '../records/read.js';
import type { Route, Services } from '../route.js';
import { pathConnection } from '../visible.js';

const ofAnOrder = ['payments', 'refunds', 'fulfillments', 'disputes'] as const;
const includes = ['native', 'lineage', 'proof', ...ofAnOrder] as const;
type Include = (typeof includes)[number];

/** What a record can be shown with. */
export const includesOf = (resource: ResourceName): readonly Include[] =>
  includes.filter(name => {
    if (name === 'native' || name === 'lineage') return true;
    return name === 'proof' ? isProven(resource) : resource === 'orders';
  });

const isProven = (resource: ResourceName): resource is ProvenResource =>
  (provenResources as readonly string[]).includes(resource);

export const recordRoutes = (services: Services): readonly Route[] =>
  resourceNames.map(name => recordRoute(services, name));

function recordRoute(services: Services, resource: ResourceName): Route {
  const parameters = { include: words('What to show beside the record.', includesOf(resource)) };
  return {
    method: 'get',
    path: `/v1/${resource}/{connection}/{id}`,
    tag: resource,
    summary: `One of ${resource}`,
    description: 'Also one that is gone at the source: its `deletedAt` tells since when.',
    scope: 'read',
    query: parameters,
    answer: recordAnswer(resource),
    async handle(call) {
      const { include } = readQuery(parameters, call.query);
      const connection = pathConnection(call, 'connection');
      const id = call.path.id ?? '';
      const data = await readOne(services.storage, connection, resource, id);
      if (data === null)
        throw new Problem('not-found', `${connection.id} has no ${resource} "${id.slice(0, 100)}"`, {
          parameter: 'id',
        });
      const shown: Record<string, unknown> = {};
      for (const name of include ?? []) shown[name] = await included(services, { connection, resource, id }, name);
      const complete = await completeThrough(services, [connection], resource);
      return jsonOf({ data, ...shown, completeThrough: complete });
    },
  };
}

interface Subject {
  readonly connection: Connection;
  readonly resource: ResourceName;
  readonly id: string;
}

/** What a page of payments or fulfillments of one order may hold at most. */
const mostOfAnOrder = 1000;

async function included({ storage, connectors }: Services, subject: Subject, name: Include): Promise<unknown> {
  const { connection, resource, id } = subject;
  const readNative = () => storage.nativeOf(connection.id, resource, id);
  if (name === 'native') return readNative();
  if (name === 'lineage') return explainRecord(connectors, connection, await readNative(), resource, id);
  if (name === 'proof') return isProven(resource) ? proveRecord(storage, connection, resource, id) : null;
  const filters = [{ field: 'orderId', operator: 'in', values: [id] }] as const;
  return (await storage.query({ resource: name, connections: [connection.id], filters, limit: mostOfAnOrder })).records;
}
