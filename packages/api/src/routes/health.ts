import { completeThrough } from '../completeness.js';
import { readQuery } from '../http/parameters.js';
import type { Observer } from '../observe.js';
import { text } from '../openapi/answers.js';
import type { Route, Services } from '../route.js';

/** What Prometheus asks for. */
export const metricsRoute = (services: Services, observer: Observer): Route => ({
  method: 'get',
  path: '/metrics',
  tag: 'operations',
  summary: 'Figures about the server itself, for Prometheus',
  scope: 'read',
  query: {},
  answer: { status: 200, description: 'In the text format of Prometheus.', schema: text },
  async handle({ query, connections }) {
    readQuery({}, query);
    const complete = await completeThrough(services, connections, null);
    const behind = Object.entries(complete).flatMap(([connection, at]) =>
      at === null ? [] : [{ labels: { connection }, value: (services.host.now().getTime() - Date.parse(at)) / 1000 }],
    );
    const sequence = await services.storage.lastSequence();
    const body = observer.text([
      {
        name: 'cartograph_behind_seconds',
        help: 'How long ago the data of a connection was complete.',
        values: behind,
      },
      { name: 'cartograph_last_sequence', help: 'Of the change feed.', values: [{ labels: {}, value: sequence }] },
    ]);
    return new Response(body, { headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' } });
  },
});
