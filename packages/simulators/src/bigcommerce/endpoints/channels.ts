import { json, type Route } from '../../http.js';
import { includesOf, listOf } from '../query.js';
import { notFound, refuse } from '../refusal.js';
import { type Channel, channels } from '../shop/channels.js';
import { v3List, v3Whole } from '../v3.js';
import { channelBody, channelCurrencies } from '../views/store.js';
import type { Api } from './api.js';

const filters = /^(include|available|status:in|type:in|platform:in|date_(created|modified)(:min|:max)?|limit|page)$/;

export function channelRoutes(base: string, { serve }: Api): Route[] {
  const render = (query: URLSearchParams) => (channel: Channel) =>
    serve('channels', channel.id, {
      ...channelBody(channel),
      ...(includesOf(query).has('currencies') ? { currencies: channelCurrencies(channel) } : {}),
    });
  return [
    [
      `GET ${base}/v3/channels`,
      ({ query }) => {
        // Unlike the catalog, channels refuse what they do not know.
        for (const name of query.keys()) if (!filters.test(name)) throw refuse('v3', 422, `Unknown filter ${name}`);
        const fits = (name: string, value: string) => listOf(query, name)?.includes(value) ?? true;
        const rows = channels.filter(
          row => fits('status:in', row.status) && fits('type:in', row.type) && fits('platform:in', row.platform),
        );
        return v3List(rows, query, render(query));
      },
    ],
    [`GET ${base}/v3/channels/currency-assignments`, () => v3Whole(channels.map(channelCurrencies))],
    [
      `GET ${base}/v3/channels/:id`,
      ({ params, query }) => {
        const found = channels.find(({ id }) => id === Number(params.id));
        if (!found) throw notFound('v3');
        return json({ data: render(query)(found), meta: {} });
      },
    ],
    // This shop keeps no price lists.
    [`GET ${base}/v3/pricelists`, ({ query }) => v3List([], query, row => row)],
    [`GET ${base}/v3/pricelists/assignments`, ({ query }) => v3List([], query, row => row)],
  ];
}
