import { type Call, empty, json, type Route } from '../../../http.js';
import { isoOffset } from '../../dates.js';
import { listOfObjects, objectOf } from '../../records/body.js';
import { choice, type Doc, type Fields, fixed, isDoc, list, needed, text, whole } from '../../records/fields.js';
import { acceptedValues } from '../../records/resource.js';
import { createRows, type Rows } from '../../records/rows.js';
import { v3Batch } from '../../records/v3-batch.js';
import { v3Resource } from '../../records/v3-resource.js';
import { invalid, notFound } from '../../refusal.js';
import { toSecond } from '../../shop/clock.js';
import { v3Whole } from '../../v3.js';
import type { Api } from '../api.js';

const assignmentFields: Fields = {
  channel_id: needed(whole(1)),
  enabled_currencies: needed(list()),
  default_currency: needed(text(3)),
};

const listingFields: Fields = {
  listing_id: fixed(),
  channel_id: fixed(),
  date_created: fixed(),
  date_modified: fixed(),
  product_id: needed(whole(1)),
  external_id: text(),
  state: needed(
    choice(
      'active',
      'disabled',
      'error',
      'pending',
      'pending_disable',
      'pending_delete',
      'partially_rejected',
      'queued',
      'rejected',
      'submitted',
      'deleted',
    ),
  ),
  name: text(),
  description: text(),
  variants: needed(list()),
};

/** What hangs on a channel: its currencies, its listings, its site and its menus. */
export function channelPartRoutes(base: string, api: Api): Route[] {
  const { channels, channelCurrencies, currencies } = api.records;
  const { catalog, clock } = api.shop;
  const path = `${base}/v3/channels`;
  const now = () => isoOffset(toSecond(clock.now()));
  const channelIn = ({ params }: Call): number => {
    if (!channels.find(params.id)) throw notFound('v3');
    return Number(params.id);
  };

  const assign = (body: Doc): Doc => {
    const values = acceptedValues('v3', assignmentFields, body, true);
    if (!channels.find(values.channel_id)) throw invalid('v3', { channel_id: 'The channel does not exist.' });
    const enabled = values.enabled_currencies as unknown[];
    const stranger = enabled.find(
      code => !currencies.all.some(row => row.currency_code === code && row.enabled === true),
    );
    if (stranger !== undefined) throw invalid('v3', { enabled_currencies: `The currency ${stranger} is not enabled.` });
    if (!enabled.includes(values.default_currency))
      throw invalid('v3', { default_currency: 'The default currency is not among the enabled ones.' });
    const known = channelCurrencies.find(values.channel_id);
    return known ? channelCurrencies.change(known, values) : channelCurrencies.insert(values);
  };
  const assignMany = async ({ request }: Call): Promise<Response> =>
    json({ data: (await listOfObjects('v3', request, 50)).map(assign), meta: {} });
  const assignOne = async (call: Call): Promise<Response> => {
    const channel_id = channelIn(call);
    return json({ data: assign({ ...(await objectOf('v3', call.request)), channel_id }), meta: {} });
  };

  const listings = new Map<number, Rows>();
  let listingIds = 0;
  const listingsOf = (call: Call): Rows => {
    const id = channelIn(call);
    const rows = listings.get(id) ?? createRows({ key: 'listing_id', nextId: () => ++listingIds });
    listings.set(id, rows);
    return rows;
  };
  const listing = {
    path: `${path}/:id/listings`,
    collection: 'listings',
    key: 'listing_id',
    fields: listingFields,
    rows: listingsOf,
    filters: { product_id: 'number', date_created: 'date', date_modified: 'date' },
    derive: (values: Doc, before: Doc | null, call: Call): Doc => {
      const productId = Number(values.product_id ?? before?.product_id);
      if (!catalog.find(productId)) throw invalid('v3', { product_id: `The product ${productId} does not exist.` });
      const other = ((values.variants ?? []) as unknown[])
        .filter(isDoc)
        .find(row => Number(row.product_id) !== productId);
      if (other) throw invalid('v3', { variants: 'The variants of a listing are of its product.' });
      return {
        ...(before ? {} : { channel_id: channelIn(call), date_created: now() }),
        ...values,
        date_modified: now(),
      };
    },
  } as const;

  const sites = new Map<number, Doc>();

  const parts = (
    name: string,
    fields: Fields,
    defaults: (channel: number) => Doc,
    known = new Map<number, Doc>(),
  ): Route[] => {
    const one = (call: Call): Doc => {
      const found = known.get(channelIn(call));
      if (!found) throw notFound('v3');
      return found;
    };
    const put = (mustBe: boolean) => async (call: Call) => {
      const id = channelIn(call);
      if (mustBe) one(call);
      const values = acceptedValues('v3', fields, await objectOf('v3', call.request), !mustBe);
      known.set(id, { ...defaults(id), ...known.get(id), ...values });
      return json({ data: one(call), meta: {} });
    };
    return [
      [`GET ${path}/:id/${name}`, call => json({ data: one(call), meta: {} })],
      [`POST ${path}/:id/${name}`, put(false)],
      [`PUT ${path}/:id/${name}`, put(true)],
      [
        `DELETE ${path}/:id/${name}`,
        call => {
          one(call);
          known.delete(channelIn(call));
          return empty();
        },
      ],
    ];
  };

  const siteIn = (call: Call): Doc => {
    const site = sites.get(channelIn(call));
    if (!site) throw notFound('v3');
    return site;
  };
  const withCheckout = (site: Doc, url: string | null): Doc => {
    const others = (site.urls as Doc[]).filter(({ type }) => type !== 'checkout');
    const own = url === null ? [] : [{ url, type: 'checkout', created_at: now(), updated_at: now() }];
    return Object.assign(site, { urls: [...others, ...own], is_checkout_url_customized: url !== null });
  };
  const checkoutUrl: Route[] = [
    [
      `PUT ${path}/:id/site/checkout-url`,
      async call => {
        const { url } = await objectOf('v3', call.request);
        if (!url) throw invalid('v3', { url: "The required field 'url' was not supplied." });
        return json(withCheckout(siteIn(call), String(url)));
      },
    ],
    [
      `DELETE ${path}/:id/site/checkout-url`,
      call => {
        withCheckout(siteIn(call), null);
        return empty();
      },
    ],
  ];

  return [
    [`GET ${path}/currency-assignments`, () => v3Whole(channelCurrencies.all)],
    [`POST ${path}/currency-assignments`, assignMany],
    [`PUT ${path}/currency-assignments`, assignMany],
    [
      `GET ${path}/:id/currency-assignments`,
      call => {
        const found = channelCurrencies.find(channelIn(call));
        if (!found) throw notFound('v3');
        return json({ data: found, meta: {} });
      },
    ],
    [`POST ${path}/:id/currency-assignments`, assignOne],
    [`PUT ${path}/:id/currency-assignments`, assignOne],
    [
      `DELETE ${path}/:id/currency-assignments`,
      call => {
        const found = channelCurrencies.find(channelIn(call));
        if (found) channelCurrencies.remove(found);
        return empty();
      },
    ],
    ...v3Resource({ ...listing, only: ['get'] }, api).routes,
    ...v3Batch(listing, api, { created: 10 }).filter(([pattern]) => !pattern.startsWith('DELETE')),
    ...parts(
      'site',
      { url: needed(text()), channel_id: fixed() },
      channel_id => ({
        id: 1000 + channel_id,
        channel_id,
        created_at: now(),
        updated_at: now(),
        ssl_status: 'dedicated',
        urls: [],
        is_checkout_url_customized: false,
      }),
      sites,
    ),
    ...checkoutUrl,
    [
      `GET ${path}/:id/active-theme`,
      call => {
        const id = String(channelIn(call)).padStart(12, '0');
        const uuid = (kind: number) => `${String(kind).padStart(8, '0')}-0000-4000-8000-${id}`;
        return json({
          data: {
            active_theme_uuid: uuid(1),
            active_theme_configuration_uuid: uuid(2),
            active_theme_version_uuid: uuid(3),
            saved_theme_configuration_uuid: uuid(4),
          },
          meta: {},
        });
      },
    ],
    ...parts('channel-menus', { bigcommerce_protected_app_sections: list(), custom_app_sections: list() }, () => ({
      bigcommerce_protected_app_sections: [],
      custom_app_sections: [],
    })).filter(([pattern]) => !pattern.startsWith('PUT')),
  ];
}
