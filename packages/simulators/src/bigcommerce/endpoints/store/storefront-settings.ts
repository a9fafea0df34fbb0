import { empty, json, type Route } from '../../../http.js';
import { jsonOf, objectOf } from '../../records/body.js';
import { type Doc, type Fields, fixed, flag, isDoc, number, text } from '../../records/fields.js';
import { acceptedValues } from '../../records/resource.js';
import { createRows } from '../../records/rows.js';
import { invalid, notFound } from '../../refusal.js';
import { v3Whole } from '../../v3.js';
import type { Api } from '../api.js';

const analyticsFields: Fields = {
  id: fixed(),
  channel_id: fixed(),
  api_secret: fixed(),
  name: text(),
  code: text(),
  enabled: flag(),
  data_tag_enabled: flag(),
  is_oauth_connected: { fault: () => null },
  version: number(),
};

const filter = (id: string, type: string, name: string, more: Doc = {}): Doc => ({
  id,
  type,
  display_name: name,
  is_enabled: true,
  collapsed_by_default: false,
  ...more,
});

const counted = { display_product_count: true, items_to_show: 10 };

const searchFilters = (): Doc[] => [
  filter('category', 'category', 'Category', counted),
  filter('brand', 'brand', 'Brand', { ...counted, sort_by: 'alpha' }),
  filter('price', 'price', 'Price'),
  filter('rating', 'rating', 'Rating'),
];

/** Settings that are lists, or files: web analytics, the filters of the search, the pictures of the shop. */
export function storefrontSettingRoutes(base: string, { records, shop }: Api): Route[] {
  const path = `${base}/v3/settings`;
  const analytics = createRows({
    seed: () => [
      { id: 1, channel_id: 1, name: 'Google Analytics', code: '', enabled: false, data_tag_enabled: false, version: 4 },
    ],
  });
  let filters = searchFilters();
  const contexts: Doc[] = [];

  const filtersOf = (sent: unknown): Doc[] => {
    const known = new Set(searchFilters().map(({ id }) => id));
    const rows = (Array.isArray(sent) ? sent : []).filter(isDoc);
    if (rows.length === 0 || rows.some(({ id }) => !known.has(id)))
      throw invalid('v3', { id: 'The filter is not available.' });
    return rows.map(row => ({ ...searchFilters().find(({ id }) => id === row.id), ...row }));
  };

  const upload =
    (field: string): Route[1] =>
    async ({ request }) => {
      const isForm = request.headers.get('content-type')?.includes('multipart/form-data') ?? false;
      const file = isForm ? (await request.formData()).get(field) : null;
      if (!(file instanceof File)) throw invalid('v3', { [field]: `The file '${field}' was not supplied.` });
      return empty();
    };

  return [
    [`GET ${path}/analytics`, () => v3Whole(analytics.all)],
    [
      `GET ${path}/analytics/:record`,
      ({ params }) => {
        const row = analytics.find(params.record);
        if (!row) throw notFound('v3');
        return json({ data: row, meta: {} });
      },
    ],
    [
      `PUT ${path}/analytics/:record`,
      async ({ params, request }) => {
        const row = analytics.find(params.record);
        if (!row) throw notFound('v3');
        const values = acceptedValues('v3', analyticsFields, await objectOf('v3', request), false);
        return json({ data: analytics.change(row, values), meta: {} });
      },
    ],
    [`GET ${path}/search/filters`, () => v3Whole(filters)],
    [
      `PUT ${path}/search/filters`,
      async ({ request }) => {
        filters = filtersOf(await jsonOf('v3', request));
        return v3Whole(filters);
      },
    ],
    [
      `GET ${path}/search/filters/available`,
      () =>
        v3Whole(
          searchFilters().map(({ id, type, display_name: name }) =>
            type === 'price'
              ? { id, name, type, price_range_min: 0, price_range_max: 300 }
              : { id, name, type, product_count: shop.catalog.listed.length },
          ),
        ),
    ],
    [`GET ${path}/search/filters/contexts`, () => v3Whole(contexts)],
    [
      `PUT ${path}/search/filters/contexts`,
      async ({ request }) => {
        const sent = await jsonOf('v3', request);
        for (const { context, data } of (Array.isArray(sent) ? sent : []).filter(isDoc)) {
          const place = isDoc(context) ? context : {};
          if (!records.channels.find(place.channel_id)) throw invalid('v3', { context: 'The channel does not exist.' });
          const same = contexts.find(row => JSON.stringify(row.context) === JSON.stringify(place));
          if (same) Object.assign(same, { data: filtersOf(data) });
          else contexts.push({ context: place, data: filtersOf(data) });
        }
        return v3Whole(contexts);
      },
    ],
    [`POST ${path}/logo/image`, upload('LogoFile')],
    [`POST ${path}/favicon/image`, upload('FaviconFile')],
  ];
}
