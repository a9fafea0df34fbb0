import { empty, json, type Route } from '../../../http.js';
import { listOf, passing } from '../../query.js';
import { eachOf } from '../../records/batch.js';
import { listOfObjects } from '../../records/body.js';
import { choice, type Doc, type Fields, fixed, isDoc, needed, object, text, whole } from '../../records/fields.js';
import { type Filters, testsOf } from '../../records/filters.js';
import { acceptedValues } from '../../records/resource.js';
import { v2Resource } from '../../records/v2-resource.js';
import { invalid } from '../../refusal.js';
import { v3List } from '../../v3.js';
import type { Api } from '../api.js';

const fields: Fields = {
  id: fixed(),
  to_url: fixed(),
  from_path: needed(text(512)),
  site_id: needed(whole(1)),
  to: needed(object()),
};

const target = choice('product', 'brand', 'category', 'page', 'post', 'url');
const filters: Filters = { id: 'number', site_id: 'number', from_path: 'text' };

const legacyFields: Fields = {
  id: fixed(),
  url: fixed(),
  path: needed(text(512)),
  forward: needed(object()),
};

const home = 'https://lantern-loom.example';

/** Old addresses that lead to new ones. V3 upserts them by site and path; V2 knows those of the first site. */
export function redirectRoutes(base: string, api: Api): Route[] {
  const { redirects } = api.records;
  const { catalog } = api.shop;
  const path = `${base}/v3/storefront/redirects`;

  const exists: Readonly<Record<string, (id: unknown) => boolean>> = {
    product: id => catalog.find(Number(id)) !== undefined,
    brand: id => api.records.brands.find(id) !== undefined,
    category: id => api.records.categories.find(id) !== undefined,
    page: id => api.records.pages.find(id) !== undefined,
    post: id => api.records.blogPosts.find(id) !== undefined,
  };

  const checkedTarget = (to: Doc): Doc => {
    if (target.fault(to.type) !== null) throw invalid('v3', { to: `The type ${target.fault(to.type)}.` });
    if (to.type === 'url' && !to.url) throw invalid('v3', { to: 'A redirect to an address needs the address.' });
    if (to.type !== 'url' && !exists[String(to.type)]?.(to.entity_id))
      throw invalid('v3', { to: `The ${to.type} ${to.entity_id} does not exist.` });
    return to;
  };
  const urlOf = ({ type, url, entity_id }: Doc): string =>
    type === 'url' ? String(url) : `${home}/${type}/${entity_id}`;

  const upsert = (body: Doc): Doc => {
    const values = acceptedValues('v3', fields, body, true);
    const to = checkedTarget(values.to as Doc);
    const same = redirects.all.find(row => row.site_id === values.site_id && row.from_path === values.from_path);
    return same ? redirects.change(same, { to }) : redirects.insert({ ...values, to });
  };

  const legacy = (row: Doc): Doc => {
    const to = row.to as Doc;
    return {
      id: row.id,
      path: row.from_path,
      forward: to.type === 'url' ? { type: 'link', ref: to.url } : { type: to.type, ref: to.entity_id },
      url: urlOf(to),
    };
  };

  return [
    [
      `GET ${path}`,
      ({ query }) => {
        const withUrl = listOf(query, 'include')?.includes('to_url') ?? false;
        const keyword = query.get('keyword')?.toLowerCase();
        const rows = passing(redirects.all, testsOf(filters, query)).filter(
          row => keyword === undefined || String(row.from_path).toLowerCase().includes(keyword),
        );
        return v3List(rows, query, row => ({ ...row, ...(withUrl ? { to_url: urlOf(row.to as Doc) } : {}) }));
      },
    ],
    [
      `PUT ${path}`,
      async ({ request }) => {
        const { done, refused } = eachOf(await listOfObjects('v3', request, 1000), upsert);
        if (refused[0]) throw refused[0].refusal;
        return json({ data: done, meta: {} }, 201);
      },
    ],
    [
      `DELETE ${path}`,
      ({ query }) => {
        const tests = testsOf(filters, query);
        if (tests.length === 0) throw invalid('v3', { 'id:in': 'id:in or site_id is required.' });
        for (const row of [...passing(redirects.all, tests)]) redirects.remove(row);
        return empty();
      },
    ],
    ...v2Resource(
      {
        path: `${base}/v2/redirects`,
        collection: 'redirects',
        fields: legacyFields,
        rows: () => ({ ...redirects, all: redirects.all }),
        render: legacy,
        derive: ({ path: from, forward }, before) => {
          const { type, ref } = isDoc(forward) ? forward : { type: undefined, ref: undefined };
          const to =
            type === 'link' || type === 'manual' ? { type: 'url', url: ref } : { type, entity_id: Number(ref) };
          return {
            site_id: before?.site_id ?? 1000,
            ...(from === undefined ? {} : { from_path: from }),
            ...(forward === undefined ? {} : { to }),
          };
        },
      },
      api,
    ),
  ];
}
