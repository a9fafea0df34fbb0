import { type Call, empty, json, type Route } from '../../../http.js';
import { v3CursorList } from '../../cursor.js';
import { isoZulu } from '../../dates.js';
import { passing } from '../../query.js';
import { eachOf } from '../../records/batch.js';
import { listOfObjects, objectOf } from '../../records/body.js';
import { type Doc, type Fields, fixed, flag, list, needed, number, text } from '../../records/fields.js';
import { type Filters, testsOf } from '../../records/filters.js';
import { acceptedValues } from '../../records/resource.js';
import { v3Resource } from '../../records/v3-resource.js';
import { invalid, notFound, Refusal, refuse } from '../../refusal.js';
import { toSecond } from '../../shop/clock.js';
import { currencies } from '../../shop/currencies.js';
import type { Api } from '../api.js';

const listFields: Fields = {
  id: fixed(),
  date_created: fixed(),
  date_modified: fixed(),
  name: needed(text(255)),
  active: flag(true),
};

const recordFields: Fields = {
  price_list_id: number(),
  variant_id: number(),
  sku: text(),
  currency: text(3),
  price: number(0),
  sale_price: number(0),
  retail_price: number(0),
  map_price: number(0),
  bulk_pricing_tiers: list(),
};

const bounds = (name: string): Filters => ({ [name]: 'number' });
const recordFilters: Filters = {
  variant_id: 'number',
  product_id: 'number',
  currency: 'text',
  sku: 'text',
  ...bounds('price'),
  ...bounds('sale_price'),
  ...bounds('retail_price'),
  ...bounds('map_price'),
  ...bounds('calculated_price'),
  date_created: 'date',
  date_modified: 'date',
};

const createdAtOnce = 100;
const upsertedAtOnce = 1000;

export function priceListRoutes(base: string, api: Api): Route[] {
  const { records, shop } = api;
  const { priceLists, priceRecords, priceAssignments } = records;
  const { news, catalog, clock } = shop;
  const path = `${base}/v3/pricelists`;
  const now = () => isoZulu(toSecond(clock.now()));

  const listIn = ({ params }: Pick<Call, 'params'>): Doc => {
    const found = priceLists.find(params.record);
    if (!found) throw notFound('v3');
    return found;
  };
  const tell = (verb: string, row: Doc) =>
    news.tell(`priceList/record/${verb}`, {
      price_list_id: row.price_list_id,
      variant_id: row.variant_id,
      currency: row.currency,
    });

  /** The variant that a row means by its id or by its SKU. */
  const variantOf = ({ variant_id: id, sku }: Doc) => {
    for (const product of catalog.listed) {
      const variant = product.variants.find(row => (id === undefined ? row.sku === sku : row.id === Number(id)));
      if (variant) return { product, variant };
    }
    return undefined;
  };

  /** Currencies come lower case in here, however they were sent. */
  const upsert = (listId: number, body: Doc, mayReplace: boolean): Doc => {
    const values = acceptedValues('v3', recordFields, body, false);
    const code = String(values.currency ?? '').toLowerCase();
    if (!Object.values(currencies).some(row => row.code.toLowerCase() === code))
      throw invalid('v3', { currency: `The currency '${code}' is not one of this store.` });
    const found = values.variant_id === undefined && !values.sku ? undefined : variantOf(values);
    if (!found) throw invalid('v3', { variant_id: 'The variant does not exist.' });
    if (!priceLists.find(listId)) throw invalid('v3', { price_list_id: `The price list ${listId} does not exist.` });
    const same = priceRecords.all.find(
      row => row.price_list_id === listId && row.variant_id === found.variant.id && row.currency === code,
    );
    if (same && !mayReplace) throw invalid('v3', { variant_id: 'The record exists already.' });
    const { price_list_id, ...rest } = values;
    const sale = Number(values.sale_price ?? same?.sale_price ?? 0);
    const price = Number(values.price ?? same?.price ?? 0);
    const fields = { ...rest, currency: code, calculated_price: sale || price, date_modified: now() };
    if (same) {
      tell('updated', same);
      return priceRecords.change(same, fields);
    }
    const row = priceRecords.insert({
      price_list_id: listId,
      product_id: found.product.id,
      price: 0,
      sale_price: null,
      retail_price: null,
      map_price: null,
      bulk_pricing_tiers: [],
      ...fields,
      variant_id: found.variant.id,
      sku: found.variant.sku,
      date_created: now(),
    });
    tell('created', row);
    return row;
  };

  const batch = async (
    call: Call,
    most: number,
    listOf: (body: Doc) => number,
    mayReplace: boolean,
  ): Promise<Response> => {
    const bodies = await listOfObjects('v3', call.request, most);
    const { refused } = eachOf(bodies, body => upsert(listOf(body), body, mayReplace));
    if (refused.length === 0) return json({ data: {}, meta: {} });
    throw new Refusal(422, {
      batch_errors: refused.map(({ index, refusal }) => {
        const { variant_id = null, sku = null, currency = null } = bodies[index] ?? {};
        return {
          data: { price_list_id: listOf(bodies[index] ?? {}), variant_id, sku, currency },
          field_errors: (refusal.body as { errors: unknown }).errors,
        };
      }),
    });
  };

  const include = (query: URLSearchParams) => (row: Doc) => {
    const { id, bulk_pricing_tiers: tiers, sku, ...body } = row;
    const wanted = (query.get('include') ?? '').split(',');
    return {
      ...body,
      ...(wanted.includes('bulk_pricing_tiers') ? { bulk_pricing_tiers: tiers } : {}),
      ...(wanted.includes('sku') ? { sku } : {}),
    };
  };
  const recordsOf = (call: Call): readonly (Doc & { id: number })[] => {
    const { id } = listIn(call);
    const rows = priceRecords.all.filter(row => row.price_list_id === id);
    return passing(rows, testsOf(recordFilters, call.query)) as (Doc & { id: number })[];
  };
  const one = (call: Call): Doc => {
    const { variant, currency } = call.params;
    const row = recordsOf(call).find(
      row => row.variant_id === Number(variant) && row.currency === currency?.toLowerCase(),
    );
    if (!row) throw notFound('v3');
    return row;
  };

  const assignmentFilters = {
    id: 'number',
    price_list_id: 'number',
    customer_group_id: 'number',
    channel_id: 'number',
  } as const;
  const assign = (values: Doc): Doc => {
    const { price_list_id: listId, customer_group_id: group, channel_id: channel } = values;
    if (!priceLists.find(listId)) throw invalid('v3', { price_list_id: `The price list ${listId} does not exist.` });
    if (group !== undefined && group !== 0 && !records.customerGroups.find(group)) throw notFound('v3');
    if (channel !== undefined && !records.channels.find(channel)) throw notFound('v3');
    const same = priceAssignments.all.find(
      row => row.customer_group_id === (group ?? null) && row.channel_id === (channel ?? null),
    );
    news.tell('priceList/assignment/updated', { price_list_id: listId, channel_id: channel, customer_group_id: group });
    if (same) return priceAssignments.change(same, { price_list_id: listId });
    return priceAssignments.insert({
      price_list_id: listId,
      customer_group_id: group ?? null,
      channel_id: channel ?? null,
    });
  };

  const lists = v3Resource(
    {
      path,
      collection: 'priceLists',
      fields: listFields,
      rows: () => priceLists,
      filters: { id: 'number', name: 'text', date_created: 'date', date_modified: 'date' },
      paging: 'cursor',
      unique: ['name'],
      deletesByFilter: true,
      derive: (values, before) => ({ ...(before ? {} : { date_created: now() }), ...values, date_modified: now() }),
      happened: (verb, row) => {
        news.tell(`priceList/${verb}`, { price_list_id: row.id });
        if (verb !== 'deleted') return;
        for (const rows of [priceRecords, priceAssignments])
          for (const gone of rows.all.filter(other => other.price_list_id === row.id)) rows.remove(gone);
      },
    },
    api,
  ).routes;

  return [
    [`POST ${path}/records`, call => batch(call, createdAtOnce, body => Number(body.price_list_id), false)],
    [`PUT ${path}/records`, call => batch(call, createdAtOnce, body => Number(body.price_list_id), true)],
    [
      `GET ${path}/assignments`,
      ({ query }) =>
        v3CursorList(
          passing(priceAssignments.all, testsOf(assignmentFilters, query)) as (Doc & { id: number })[],
          query,
          row => row,
        ),
    ],
    [
      `POST ${path}/assignments`,
      async ({ request }) => {
        const { refused } = eachOf(await listOfObjects('v3', request, 25), assign);
        if (refused[0]) throw refused[0].refusal;
        return json({ data: {}, meta: {} });
      },
    ],
    [
      `DELETE ${path}/assignments`,
      ({ query }) => {
        const tests = testsOf(assignmentFilters, query);
        if (tests.length === 0) throw refuse('v3', 422, 'A filter is required to delete assignments.');
        for (const row of [...passing(priceAssignments.all, tests)]) priceAssignments.remove(row);
        return empty();
      },
    ],
    ...lists,
    [
      `PUT ${path}/:record/assignments`,
      async call => {
        const { id } = listIn(call);
        const body = await objectOf('v3', call.request);
        return json({ data: assign({ ...body, price_list_id: id }), meta: {} });
      },
    ],
    [`GET ${path}/:record/records`, call => v3CursorList(recordsOf(call), call.query, include(call.query))],
    [
      `POST ${path}/:record/records`,
      call => {
        const { id } = listIn(call);
        return batch(call, createdAtOnce, () => Number(id), false);
      },
    ],
    [
      `PUT ${path}/:record/records`,
      call => {
        const { id } = listIn(call);
        return batch(call, upsertedAtOnce, () => Number(id), true);
      },
    ],
    [
      `DELETE ${path}/:record/records`,
      call => {
        if (testsOf(recordFilters, call.query).length === 0)
          throw refuse('v3', 422, 'A filter is required to delete records.');
        for (const row of [...recordsOf(call)]) {
          tell('deleted', row);
          priceRecords.remove(row);
        }
        return empty();
      },
    ],
    [
      `GET ${path}/:record/records/:variant`,
      call => {
        const rows = recordsOf(call).filter(row => row.variant_id === Number(call.params.variant));
        return v3CursorList(rows, call.query, include(call.query));
      },
    ],
    [
      `GET ${path}/:record/records/:variant/:currency`,
      call => json({ data: include(call.query)(one(call)), meta: {} }),
    ],
    [
      `PUT ${path}/:record/records/:variant/:currency`,
      async call => {
        const { id } = listIn(call);
        const { variant, currency } = call.params;
        const body = await objectOf('v3', call.request);
        return json({
          data: include(call.query)(upsert(Number(id), { ...body, variant_id: Number(variant), currency }, true)),
          meta: {},
        });
      },
    ],
    [
      `DELETE ${path}/:record/records/:variant/:currency`,
      call => {
        const row = one(call);
        tell('deleted', row);
        priceRecords.remove(row);
        return empty();
      },
    ],
  ];
}
