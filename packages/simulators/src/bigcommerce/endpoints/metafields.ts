import { type Call, json, type Route } from '../../http.js';
import { isoOffset } from '../dates.js';
import { eachOf, tallyOf } from '../records/batch.js';
import { jsonOf, listOfObjects } from '../records/body.js';
import { choice, type Doc, type Fields, fixed, needed, text, whole } from '../records/fields.js';
import { createWriter, type Resource } from '../records/resource.js';
import { rowsOver } from '../records/rows.js';
import { shown, v3Resource } from '../records/v3-resource.js';
import { conflict, invalid, notFound } from '../refusal.js';
import { toSecond } from '../shop/clock.js';
import type { Api } from './api.js';

const fields: Fields = {
  id: fixed(),
  resource_type: fixed(),
  date_created: fixed(),
  date_modified: fixed(),
  owner_client_id: fixed(),
  resource_id: whole(1),
  namespace: needed(text(64)),
  key: needed(text(64)),
  value: needed(text()),
  description: text(255),
  permission_set: needed(choice('app_only', 'read', 'write', 'read_and_sf_access', 'write_and_sf_access')),
};

const filters = {
  id: 'number',
  key: 'text',
  namespace: 'text',
  resource_id: 'number',
  date_created: 'date',
  date_modified: 'date',
} as const;

const most = 250;
const writtenAtOnce = 50;

/** Notes that applications keep beside records of every kind; one client's `app_only` ones are nobody else's. */
export function metafieldRoutes(base: string, api: Api): Route[] {
  const { shop, records, clientId } = api;
  const { metafields } = records;
  const now = () => isoOffset(toSecond(shop.clock.now()));

  const kind = (
    path: string,
    type: string,
    exists: (id: number) => boolean,
    { item = type, under = path }: { readonly item?: string; readonly under?: string } = {},
  ): Route[] => {
    const isOurs = (row: Doc) => row.resource_type === type;
    const rows = () => {
      const all = metafields.all.filter(isOurs);
      return {
        ...rowsOver(() => all),
        all,
        insert: metafields.insert,
        change: metafields.change,
        remove: metafields.remove,
      };
    };
    const resource: Resource = {
      path: `${base}/v3/${path}/metafields`,
      collection: 'metafields',
      fields,
      rows,
      derive: (values, before) => {
        const owner = Number(before?.resource_id ?? values.resource_id);
        if (!exists(owner)) throw invalid('v3', { resource_id: `The ${type} ${owner} does not exist.` });
        const row = { ...before, ...values };
        const brothers = metafields.all.filter(
          other => other !== before && isOurs(other) && other.resource_id === owner,
        );
        if (brothers.some(({ namespace, key }) => namespace === row.namespace && key === row.key))
          throw conflict('v3', 'key', `The metafield ${row.namespace}.${row.key} exists already.`);
        if (!before && brothers.length >= most)
          throw invalid('v3', { key: `A ${type} has at most ${most} metafields.` });
        return {
          ...(before ? {} : { resource_type: type, date_created: now(), owner_client_id: clientId, description: '' }),
          ...values,
          resource_id: owner,
          date_modified: now(),
        };
      },
      happened: (verb, row) =>
        shop.news.tell(`${item}/metafield/${verb}`, {
          type: 'metafield',
          metafield_id: row.id,
          resource_id: String(row.resource_id),
        }),
    };
    const writer = createWriter('v3', resource);

    /** Rows that fail stand beside those that were done; the status is that of a failure all the same. */
    const many = (bodies: readonly Doc[], write: (body: Doc) => unknown): Response => {
      const outcome = eachOf(bodies, write);
      const errors = outcome.refused.map(({ refusal }) => refusal.body);
      return json({ data: outcome.done, errors, meta: tallyOf(outcome) }, errors.length > 0 ? 422 : 200);
    };
    const known = (id: unknown): Doc => {
      const row = rows().all.find(other => other.id === Number(id));
      if (!row) throw notFound('v3');
      return row;
    };

    const ofOne = (call: Call): ReturnType<typeof rows> => {
      if (!exists(Number(call.params.id))) throw notFound('v3');
      const own = rows().all.filter(row => row.resource_id === Number(call.params.id));
      return { ...rows(), all: own, find: id => own.find(row => row.id === Number(id)) };
    };
    const single: Resource = {
      ...resource,
      path: `${base}/v3/${under}/:id/metafields`,
      rows: ofOne,
      derive: (values, before, call) =>
        resource.derive?.({ ...values, resource_id: Number(call.params.id) }, before, call) ?? values,
    };
    return [
      ...v3Resource({ ...resource, filters, paging: 'cursor', only: ['list'] }, api).routes,
      [
        `POST ${resource.path}`,
        async call => {
          const show = shown(resource, api, call);
          return many(await listOfObjects('v3', call.request, writtenAtOnce), body => show(writer.create(call, body)));
        },
      ],
      [
        `PUT ${resource.path}`,
        async call => {
          const show = shown(resource, api, call);
          return many(await listOfObjects('v3', call.request, writtenAtOnce), ({ id, ...body }) =>
            show(writer.update(call, known(id), body)),
          );
        },
      ],
      [
        `DELETE ${resource.path}`,
        async call => {
          const ids = await jsonOf('v3', call.request);
          if (!Array.isArray(ids)) throw invalid('v3', { id: 'A list of ids is required.' });
          return many(
            ids.map(id => ({ id })),
            ({ id }) => {
              writer.remove(call, known(id));
              return id;
            },
          );
        },
      ],
      ...v3Resource({ ...single, filters, paging: 'cursor' }, api).routes,
    ];
  };

  const { catalog, orders, customers } = shop;
  const hasVariant = (id: number) => catalog.listed.some(({ variants }) => variants.some(variant => variant.id === id));
  return [
    ...kind('orders', 'order', id => orders.entry(id) !== undefined),
    ...kind('customers', 'customer', id => customers.entry(id) !== undefined),
    ...kind('catalog/products', 'product', id => catalog.find(id) !== undefined),
    ...kind('catalog/variants', 'variant', hasVariant, {
      item: 'product/variant',
      under: 'catalog/products/:product/variants',
    }),
    ...kind('catalog/categories', 'category', id => records.categories.find(id) !== undefined),
    ...kind('catalog/brands', 'brand', id => records.brands.find(id) !== undefined),
    ...kind('channels', 'channel', id => records.channels.find(id) !== undefined),
    ...kind('inventory/locations', 'location', id => records.locations.find(id) !== undefined, {
      item: 'inventory/location',
    }),
  ];
}
