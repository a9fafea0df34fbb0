import type { Connector } from '@cartograph/core';
import { z } from 'zod';
import { json } from '../http/json.js';
import { readQuery } from '../http/parameters.js';
import { list, object, text } from '../openapi/answers.js';
import type { Route, Services } from '../route.js';

const any = { type: 'object' } as const;

export const connectorRoutes = ({ connectors }: Services): readonly Route[] => [
  {
    method: 'get',
    path: '/v1/connectors',
    tag: 'connectors',
    summary: 'The platforms, the settings they take, and what they provide',
    scope: 'read',
    query: {},
    answer: {
      status: 200,
      description: '`config` is the JSON Schema of the settings of a connection.',
      schema: object({ data: list(object({ id: text, title: text, config: any, streams: any, coverage: any })) }),
    },
    async handle({ query }) {
      readQuery({}, query);
      return json({ data: connectors.map(shown) });
    },
  },
];

const shown = ({ id, title, mapperVersion, config, streams, coverage }: Connector) => ({
  id,
  title,
  mapperVersion,
  config: z.toJSONSchema(config, { io: 'input', unrepresentable: 'any' }),
  streams: Object.fromEntries(Object.entries(streams).map(([name, { records: _, ...stream }]) => [name, stream])),
  coverage,
});
