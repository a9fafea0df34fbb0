import { type Call, empty, json, type Route } from '../../../http.js';
import { isoOffset, parseDate, rfc2822 } from '../../dates.js';
import { listOf } from '../../query.js';
import { eachOf } from '../../records/batch.js';
import { jsonOf } from '../../records/body.js';
import {
  anything,
  choice,
  type Doc,
  type Fields,
  fixed,
  flag,
  isDoc,
  list,
  needed,
  object,
  orNull,
  text,
  whole,
} from '../../records/fields.js';
import { same, type V2Filter } from '../../records/filters.js';
import { createWriter, type Resource } from '../../records/resource.js';
import { v2Resource } from '../../records/v2-resource.js';
import { v3Resource } from '../../records/v3-resource.js';
import { conflict, invalid, notFound, type Version } from '../../refusal.js';
import { toSecond } from '../../shop/clock.js';
import { v2List } from '../../v2.js';
import type { Api } from '../api.js';

const postFields: Fields = {
  id: fixed(),
  preview_url: fixed(),
  published_date_iso8601: fixed(),
  title: needed(text(255)),
  body: needed(text()),
  url: text(),
  tags: list(),
  summary: fixed(),
  is_published: flag(),
  published_date: orNull(anything()),
  meta_description: text(),
  meta_keywords: text(),
  author: text(),
  thumbnail_path: orNull(text()),
};

const pageTypes = ['page', 'link', 'blog', 'contact_form', 'raw', 'rss_feed'] as const;

const pageFields: Fields = {
  id: fixed(),
  channel_id: { ...whole(1), fallback: 1 },
  name: needed(text(100)),
  type: needed(choice(...pageTypes)),
  url: text(),
  body: text(),
  email: text(),
  link: text(),
  feed: text(),
  is_visible: flag(),
  is_homepage: flag(),
  is_customers_only: flag(),
  parent_id: whole(0),
  sort_order: whole(),
  meta_title: orNull(text()),
  meta_keywords: orNull(text()),
  meta_description: orNull(text()),
  search_keywords: text(),
  layout_file: text(),
  contact_fields: text(),
  content_type: text(),
  settings: object(),
};

const slug = (title: unknown): string =>
  `/${String(title)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}/`;

const hasTag: V2Filter = wanted => row => (row.tags as unknown[]).includes(wanted);

/** The instant of a publication: a date's text, or an object with one, as the platform itself writes it. */
function publishedAt(value: unknown): number {
  const instant = parseDate(String(isDoc(value) ? value.date : value));
  if (instant === undefined) throw invalid('v2', { published_date: `'${value}' is not a date.` });
  return instant;
}

/** The blog and the pages of the storefront. */
export function contentRoutes(base: string, api: Api): Route[] {
  const { blogPosts, pages, channels } = api.records;
  const now = () => toSecond(api.shop.clock.now());

  const posts: Route[] = v2Resource(
    {
      path: `${base}/v2/blog/posts`,
      collection: 'blogPosts',
      fields: postFields,
      rows: () => blogPosts,
      createdStatus: 200,
      filters: { is_published: same('is_published'), url: same('url'), tag: hasTag },
      derive: (values, before) => {
        const at = values.published_date ? publishedAt(values.published_date) : null;
        const dates =
          at === null && before
            ? {}
            : {
                published_date: { timezone_type: 1, date: rfc2822(at ?? now()), timezone: '+00:00' },
                published_date_iso8601: isoOffset(at ?? now()),
              };
        const url = values.url || (before ? before.url : `/blog${slug(values.title)}`);
        if (blogPosts.all.some(row => row !== before && row.url === url))
          throw conflict('v2', 'url', `The address ${url} is taken.`);
        return {
          ...values,
          ...dates,
          url,
          preview_url: url,
          summary: `${String(values.body ?? before?.body)
            .replace(/<[^>]*>/g, '')
            .slice(0, 200)}…`,
        };
      },
      only: ['list', 'count', 'get', 'create', 'update', 'delete', 'deleteAll'],
    },
    api,
  );

  const tags = ({ query }: Call): Response => {
    const found = new Map<string, unknown[]>();
    for (const post of blogPosts.all)
      for (const tag of post.tags as string[]) found.set(tag, [...(found.get(tag) ?? []), post.id]);
    return v2List([...found], query, ([tag, post_ids]) => ({ tag, post_ids }));
  };

  const page = (version: Version, path: string): Resource => ({
    path: `${base}/${version}/${path}`,
    collection: 'pages',
    fields: pageFields,
    rows: () => pages,
    derive: (values, before) => {
      const row = { ...before, ...values };
      if (row.type === 'link' && !row.link) throw invalid(version, { link: 'A link needs its address.' });
      if (row.type === 'contact_form' && !row.email)
        throw invalid(version, { email: 'A contact form needs an e-mail address.' });
      if (!channels.find(row.channel_id))
        throw invalid(version, { channel_id: `The channel ${row.channel_id} does not exist.` });
      if (row.parent_id && !pages.find(row.parent_id))
        throw invalid(version, { parent_id: `The page ${row.parent_id} does not exist.` });
      return before ? values : { ...values, url: values.url || slug(values.name) };
    },
    happened: (verb, row) => {
      if (verb !== 'deleted') return;
      for (const child of pages.all.filter(({ parent_id }) => parent_id === row.id))
        pages.change(child, { parent_id: 0 });
    },
  });
  const v3Page: Resource = { ...page('v3', 'content/pages'), render: withoutBody };
  const writer = createWriter('v3', v3Page);

  /** Bodies come where they are asked for only. */
  function withoutBody(row: Doc, { query, request }: Call): Doc {
    const { body, ...rest } = row;
    return request.method !== 'GET' || listOf(query, 'include')?.includes('body') ? row : rest;
  }

  /** One page, or a list of them: the answer is of the same kind. */
  const write = (one: (call: Call, body: Doc) => Doc) => async (call: Call) => {
    const sent = await jsonOf('v3', call.request);
    const bodies = (Array.isArray(sent) ? sent : [sent]).filter(isDoc);
    if (bodies.length === 0) throw invalid('v3', { name: "The required field 'name' was not supplied." });
    const { done, refused } = eachOf(bodies, body => one(call, body));
    if (refused[0] && done.length === 0) throw refused[0].refusal;
    if (refused.length > 0) {
      const errors = refused.map(({ refusal }) => refusal.body);
      return json(
        { data: done, errors, meta: { total: bodies.length, success: done.length, failed: refused.length } },
        207,
      );
    }
    return json({ data: Array.isArray(sent) ? done : done[0], meta: {} }, call.request.method === 'POST' ? 201 : 200);
  };

  return [
    ...posts,
    [`GET ${base}/v2/blog/tags`, tags],
    ...v2Resource({ ...page('v2', 'pages'), createdStatus: 200, filters: { channel_id: same('channel_id') } }, api),
    [`POST ${v3Page.path}`, write((call, body) => writer.create(call, body))],
    [
      `PUT ${v3Page.path}`,
      write((call, { id, ...body }) => {
        const row = pages.find(id);
        if (!row) throw notFound('v3');
        return writer.update(call, row, body);
      }),
    ],
    [
      `DELETE ${v3Page.path}`,
      call => {
        const ids = listOf(call.query, 'id:in') ?? [];
        if (ids.length === 0) throw invalid('v3', { 'id:in': 'id:in is required.' });
        for (const row of pages.all.filter(({ id }) => ids.includes(String(id)))) writer.remove(call, row);
        return empty();
      },
    ],
    ...v3Resource(
      {
        ...v3Page,
        filters: { id: 'number', channel_id: 'number', name: 'text', type: 'text' },
        only: ['list', 'get', 'update', 'delete'],
      },
      api,
    ).routes,
  ];
}
