import { type Call, json, type Route } from '../../../http.js';
import { isoOffset } from '../../dates.js';
import { includesOf, listOf, passing } from '../../query.js';
import { objectOf } from '../../records/body.js';
import { choice, type Doc, type Fields, fixed, flag, needed, text } from '../../records/fields.js';
import { testsOf } from '../../records/filters.js';
import { createWriter, type Resource } from '../../records/resource.js';
import { notFound, refuse } from '../../refusal.js';
import { toSecond } from '../../shop/clock.js';
import { v3List } from '../../v3.js';
import type { Api } from '../api.js';

const filters = /^(include|available|status:in|type:in|platform:in|date_(created|modified)(:min|:max)?|limit|page)$/;

const fields: Fields = {
  id: fixed(),
  date_created: fixed(),
  date_modified: fixed(),
  is_enabled: fixed(),
  external_id: text(),
  is_listable_from_ui: flag(true),
  is_visible: flag(true),
  status: choice('active', 'prelaunch', 'inactive', 'connected', 'disconnected', 'archived', 'deleted', 'terminated'),
  name: needed(text(255)),
  type: needed(choice('pos', 'marketplace', 'storefront', 'marketing')),
  platform: needed(text()),
  icon_url: text(),
};

/** What a channel was made for it stays. */
const changeable: Fields = { ...fields, type: fixed(), platform: fixed() };

export function channelRoutes(base: string, api: Api): Route[] {
  const { records, serve, shop } = api;
  const { channels, channelCurrencies } = records;
  const path = `${base}/v3/channels`;
  const now = () => isoOffset(toSecond(shop.clock.now()));

  const render = (query: URLSearchParams) => (channel: Doc) =>
    serve('channels', Number(channel.id), {
      ...channel,
      ...(includesOf(query).has('currencies') ? { currencies: channelCurrencies.find(channel.id) ?? {} } : {}),
    });
  const channelIn = ({ params }: Call): Doc => {
    const found = channels.find(params.id);
    if (!found) throw notFound('v3');
    return found;
  };
  const resource: Resource = {
    path,
    collection: 'channels',
    fields,
    rows: () => channels,
    derive: (values, before) => ({
      ...(before ? {} : { date_created: now() }),
      ...values,
      is_enabled: (values.status ?? before?.status) === 'active',
      date_modified: now(),
    }),
    happened: (verb, { id }) => shop.news.tell(`channel/${verb}`, { type: 'channel', id }),
  };
  const answer = (call: Call, channel: Doc) => json({ data: render(call.query)(channel), meta: {} });

  return [
    [
      `GET ${path}`,
      ({ query }) => {
        // Unlike the catalog, channels refuse what they do not know.
        for (const name of query.keys()) if (!filters.test(name)) throw refuse('v3', 422, `Unknown filter ${name}`);
        const fits = (name: string, value: unknown) => listOf(query, name)?.includes(String(value)) ?? true;
        const rows = channels.all.filter(
          row => fits('status:in', row.status) && fits('type:in', row.type) && fits('platform:in', row.platform),
        );
        const dated = passing(rows, testsOf({ date_created: 'date', date_modified: 'date' }, query));
        return v3List(dated, query, render(query));
      },
    ],
    [
      `POST ${path}`,
      async call => answer(call, createWriter('v3', resource).create(call, await objectOf('v3', call.request))),
    ],
    [`GET ${path}/:id`, call => answer(call, channelIn(call))],
    [
      `PUT ${path}/:id`,
      async call => {
        const channel = channelIn(call);
        const writer = createWriter('v3', { ...resource, fields: changeable });
        return answer(call, writer.update(call, channel, await objectOf('v3', call.request)));
      },
    ],
  ];
}
