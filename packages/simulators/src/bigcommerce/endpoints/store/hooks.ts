import { empty, json, type Route } from '../../../http.js';
import { objectOf } from '../../records/body.js';
import { type Doc, type Field, type Fields, fixed, flag, isDoc, needed, orNull, text } from '../../records/fields.js';
import { same } from '../../records/filters.js';
import type { Resource } from '../../records/resource.js';
import { v2Resource } from '../../records/v2-resource.js';
import { v3Resource } from '../../records/v3-resource.js';
import { conflict, invalid, notFound, type Version } from '../../refusal.js';
import { toSecond } from '../../shop/clock.js';
import type { Api } from '../api.js';

/** A secure address on the usual port. */
const destination: Field = {
  ...text(),
  fault: value => {
    const url = URL.canParse(String(value)) ? new URL(String(value)) : null;
    return url?.protocol === 'https:' && url.port === '' ? null : 'must be an https address on port 443';
  },
};

const scope: Field = {
  ...text(),
  fault: value => (/^store\/[\w/*]+$/.test(String(value)) ? null : 'is no event of a store'),
};

const headers: Field = {
  ...text(),
  fault: value =>
    isDoc(value) && Object.values(value).every(header => typeof header === 'string') ? null : 'must be texts by name',
};

const fields: Fields = {
  id: fixed(),
  client_id: fixed(),
  store_hash: fixed(),
  created_at: fixed(),
  updated_at: fixed(),
  scope: needed(scope),
  destination: needed(destination),
  is_active: flag(true),
  headers: orNull(headers),
};

const mostOfScope = 10;

/** Hooks in both versions; a deleted one is shown once more. */
export function hookRoutes(base: string, api: Api): Route[] {
  const { hooks, hookEmails } = api.records;
  const { storeHash, clock } = api.shop;
  const now = () => toSecond(clock.now()) / 1000;

  const resource = (version: Version): Resource => ({
    path: `${base}/${version}/hooks`,
    collection: 'hooks',
    fields,
    rows: () => hooks,
    strict: false,
    derive: (values, before) => {
      const row = { ...before, ...values };
      const others = hooks.all.filter(other => other !== before && other.scope === row.scope);
      if (others.some(other => other.destination === row.destination))
        throw conflict(version, 'destination', 'A hook with this scope and destination exists already.');
      if (others.length >= mostOfScope)
        throw invalid(version, { scope: `There are ${mostOfScope} hooks of this scope already.` });
      return {
        ...(before ? {} : { client_id: api.clientId, store_hash: storeHash, created_at: now() }),
        ...values,
        updated_at: now(),
      };
    },
  });

  const isDelete = ([pattern]: Route) => pattern.startsWith('DELETE');
  const removed = (version: Version, answer: (row: Doc) => Response): Route => [
    `DELETE ${base}/${version}/hooks/:record`,
    ({ params }) => {
      const row = hooks.find(params.record);
      if (!row) throw notFound(version);
      hooks.remove(row);
      return answer(row);
    },
  ];

  return [
    [
      `GET ${base}/v3/hooks/admin`,
      () =>
        json({
          data: {
            emails: hookEmails.all.map(({ email }) => email),
            hooks_list: hooks.all.map(row => ({ ...row, status: row.is_active === true ? 'active' : 'inactive' })),
            blocked_domains: [],
          },
          meta: {},
        }),
    ],
    [
      `PUT ${base}/v3/hooks/admin`,
      async ({ request }) => {
        const { emails } = await objectOf('v3', request);
        if (!Array.isArray(emails)) throw invalid('v3', { emails: 'error.path.missing' });
        for (const row of [...hookEmails.all]) hookEmails.remove(row);
        for (const email of emails) hookEmails.insert({ email });
        return empty();
      },
    ],
    ...v3Resource(
      { ...resource('v3'), filters: { is_active: 'flag', scope: 'text', destination: 'text' } },
      api,
    ).routes.filter(route => !isDelete(route)),
    removed('v3', row => json({ data: row, meta: {} })),
    ...v2Resource(
      { ...resource('v2'), filters: { scope: same('scope'), is_active: same('is_active') }, createdStatus: 201 },
      api,
    ).filter(route => !isDelete(route) && !route[0].endsWith('/count')),
    removed('v2', row => json(row)),
  ];
}
