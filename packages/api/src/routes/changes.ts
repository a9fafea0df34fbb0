import type { Change } from '@cartograph/core';
import { resourceNames } from '@cartograph/core';
import { waitForChanges } from '../changes/read.js';
import { streamChanges } from '../changes/stream.js';
import { completeThrough } from '../completeness.js';
import { json } from '../http/json.js';
import { readQuery, whole, words } from '../http/parameters.js';
import { invalid } from '../http/problem.js';
import { whole as count, instant, list, object, text } from '../openapi/answers.js';
import type { Route, Services } from '../route.js';
import { chooseConnections, connectionParameter } from '../visible.js';

const parameters = {
  since: whole('The sequence that was processed last; 0 begins with the first change.', {
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    otherwise: 0,
  }),
  connection: connectionParameter,
  resource: words('Only these resources, with commas between them.', resourceNames),
  limit: whole('At most so many changes.', { min: 1, max: 10_000, otherwise: 1000 }),
  wait: whole('Seconds to wait for a change where there is none yet.', { min: 0, max: 60, otherwise: 0 }),
};

export const changeRoutes = (services: Services): readonly Route[] => [
  {
    method: 'get',
    path: '/v1/changes',
    tag: 'changes',
    summary: 'What became another, in the order in which it did',
    description: [
      'Every change of every record counts up one sequence without gaps. Keep `next`, and give it as `since` the next time.',
      'With `Accept: text/event-stream` the changes come as events as they happen; `Last-Event-ID` takes the place of `since`.',
    ].join('\n'),
    scope: 'read',
    query: parameters,
    answer: {
      status: 200,
      description: 'A page. A change tells which record; its content is that of the record now.',
      schema: object({
        data: list(object({ sequence: count, connectionId: text, resource: text, id: text, kind: text, at: instant })),
        next: { ...count, description: 'All up to here were looked at.' },
        lastSequence: { ...count, description: 'Of the whole store.' },
      }),
    },
    async handle(call) {
      const asked = readQuery(parameters, call.query);
      const connections = chooseConnections(call, asked.connection);
      const ids = new Set(connections.map(({ id }) => id));
      // Of a connection that was deleted nobody knows any more who may see it: only who may see all.
      const seesAll = asked.connection === null && call.key.connections === null;
      const wish = {
        accepts: ({ connectionId, resource }: Change) =>
          (seesAll || ids.has(connectionId)) && (asked.resource?.includes(resource) ?? true),
        limit: asked.limit,
      };
      const since = readEventId(call.request) ?? asked.since;
      const { signal } = call.request;
      if (call.request.headers.get('accept')?.includes('text/event-stream'))
        return streamChanges(services, wish, since, signal);
      const page = await waitForChanges(services, wish, since, asked.wait, signal);
      const complete = await completeThrough(services, connections, null);
      return json({ ...page, lastSequence: await services.storage.lastSequence(), completeThrough: complete });
    },
  },
];

function readEventId(request: Request): number | null {
  const text = request.headers.get('last-event-id');
  if (text === null) return null;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw invalid('Last-Event-ID', 'is the sequence of an earlier event');
}
