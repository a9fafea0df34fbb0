import type { SetAsideRecord } from '@cartograph/core';
import { completeThrough } from '../completeness.js';
import { json } from '../http/json.js';
import { readQuery, whole } from '../http/parameters.js';
import { completeSchema, instant, list, nullable, object, text } from '../openapi/answers.js';
import { createReconciler } from '../reconciler.js';
import type { Route, Services } from '../route.js';
import { chooseConnections, connectionParameter } from '../visible.js';

const one = { connection: connectionParameter };
const some = (what: string) => ({
  ...one,
  limit: whole(`At most so many ${what}.`, { min: 1, max: 1000, otherwise: 100 }),
});
const any = { type: 'object' } as const;

/** How the data came, and what is to be known of it: runs, proofs, drift, what was set aside. */
export function stateRoutes(services: Services): readonly Route[] {
  const { storage } = services;
  const reconcile = createReconciler(storage);
  const route = (name: string, summary: string, rest: Pick<Route, 'query' | 'handle' | 'answer'>): Route => ({
    method: 'get',
    path: `/v1/${name}`,
    tag: name,
    summary,
    scope: 'read',
    ...rest,
  });
  const answer = (description: string, data: Record<string, unknown> = list(any)): Route['answer'] => ({
    status: 200,
    description,
    schema: object({ data, completeThrough: completeSchema }),
  });
  const runs = some('runs of each connection');
  const setAside = some('records');
  return [
    route('runs', 'What was read when, and whether it met the end', {
      query: runs,
      answer: answer('Newest first; a stream of a run is its certificate.'),
      async handle(call) {
        const { connection, limit } = readQuery(runs, call.query);
        const connections = chooseConnections(call, connection);
        const found = await Promise.all(connections.map(({ id }) => storage.runs(id, limit)));
        const data = found.flat().toSorted((left, right) => Date.parse(right.startedAt) - Date.parse(left.startedAt));
        return json({ data, completeThrough: await completeThrough(services, connections, null) });
      },
    }),
    route('reconciliation', 'Whether all money adds up to the platforms’ own figures', {
      query: one,
      answer: answer(
        'A connection each, with its tallies by currency and resource, and the records that do not add up.',
      ),
      async handle(call) {
        const connections = chooseConnections(call, readQuery(one, call.query).connection);
        const data = [];
        for (const connection of connections) data.push(await reconcile(connection));
        return json({ data, completeThrough: await completeThrough(services, connections, null) });
      },
    }),
    route('drift', 'How what the shops send differs from what they sent first', {
      query: one,
      answer: answer('New fields, types and values, and fields that vanished: never content.'),
      async handle(call) {
        const connections = chooseConnections(call, readQuery(one, call.query).connection);
        const data = (await Promise.all(connections.map(({ id }) => storage.drifts(id)))).flat();
        return json({ data, completeThrough: await completeThrough(services, connections, null) });
      },
    }),
    route('set-aside', 'Records that could not be translated, with the reason', {
      query: setAside,
      answer: answer(
        'Their reasons, without their content; `total` counts all.',
        list(object({ connectionId: text, stream: text, id: text, reason: text, path: nullable(text), at: instant })),
      ),
      async handle(call) {
        const { connection, limit } = readQuery(setAside, call.query);
        const connections = chooseConnections(call, connection);
        const found = (await Promise.all(connections.map(({ id }) => storage.setAside(id)))).flat();
        const data = found.slice(0, limit).map(shown);
        return json({ data, total: found.length, completeThrough: await completeThrough(services, connections, null) });
      },
    }),
  ];
}

const shown = ({ connectionId, native, reason, path, at }: SetAsideRecord) => ({
  connectionId,
  stream: native.stream,
  id: native.id,
  reason,
  path,
  at,
});
