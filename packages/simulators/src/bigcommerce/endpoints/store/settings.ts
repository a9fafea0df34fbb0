import { json, type Route } from '../../../http.js';
import { objectOf } from '../../records/body.js';
import type { Doc } from '../../records/fields.js';
import { invalid } from '../../refusal.js';
import { settings } from '../../shop/settings.js';
import type { Api } from '../api.js';

/** A value is of the kind of the one it takes the place of. */
const isLike = (value: unknown, known: unknown): boolean =>
  known === null || (typeof value === typeof known && Array.isArray(value) === Array.isArray(known));

const settingsOf = (value: unknown): Doc => structuredClone(value) as Doc;

/**
 * Settings of the store, and of its channels: a channel that has none of its own takes the store's, says so with null,
 * and gives its own up when it is sent null.
 */
function group(path: string, initial: Doc, api: Api, perChannel: 'query' | 'path'): Route[] {
  const global = settingsOf(initial);
  const channels = new Map<string, Doc>();
  const answer = (data: Doc) => json({ data, meta: {} });
  const nothing = () => Object.fromEntries(Object.keys(global).map(name => [name, null]));

  const checked = async (request: Request, mayClear: boolean): Promise<Doc> => {
    const body = await objectOf('v3', request);
    const faults = Object.entries(body).flatMap(([name, value]) => {
      if (!(name in global)) return [];
      return isLike(value, global[name]) || (mayClear && value === null) ? [] : [[name, `${name} is not of its kind`]];
    });
    if (faults.length > 0) throw invalid('v3', Object.fromEntries(faults));
    return Object.fromEntries(Object.entries(body).filter(([name]) => name in global));
  };
  const channelIn = (id: string): string => {
    if (!api.records.channels.find(id)) throw invalid('v3', { channel_id: `The channel ${id} does not exist.` });
    return id;
  };
  const ofChannel = (id: string) => channels.get(channelIn(id)) ?? nothing();
  const put = async (request: Request, id: string | null): Promise<Response> => {
    const values = await checked(request, id !== null);
    if (id === null) return answer(Object.assign(global, values));
    const changed = { ...ofChannel(id), ...values };
    channels.set(id, changed);
    return answer(changed);
  };

  if (perChannel === 'path')
    return [
      [`GET ${path}`, () => answer(global)],
      [`PUT ${path}`, ({ request }) => put(request, null)],
      [`GET ${path}/channels/:channel`, ({ params }) => answer(ofChannel(String(params.channel)))],
      [`PUT ${path}/channels/:channel`, ({ params, request }) => put(request, channelIn(String(params.channel)))],
    ];
  return [
    [
      `GET ${path}`,
      ({ query }) => {
        const id = query.get('channel_id');
        return answer(id === null ? global : ofChannel(id));
      },
    ],
    [
      `PUT ${path}`,
      ({ query, request }) => {
        const id = query.get('channel_id');
        return put(request, id === null ? null : channelIn(id));
      },
    ],
  ];
}

const customerSettings: Doc = {
  privacy_settings: { ask_shopper_for_tracking_consent: false, policy_url: '' },
  customer_group_settings: { guest_customer_group_id: 0, default_customer_group_id: 0 },
};

const orderSettings: Doc = {
  notifications: {
    order_placed: { email_addresses: ['orders@lantern-loom.example'] },
    forward_invoice: { email_addresses: [] },
  },
};

const shippingSettings: Doc = {
  checkout: { country_list_strategy: 'DISPLAY_ALL_COUNTRIES', out_of_delivery_zone_message: '' },
};

export const settingRoutes = (base: string, api: Api): Route[] => [
  ...Object.entries(settings).flatMap(([path, initial]) => group(`${base}/v3/settings/${path}`, initial, api, 'query')),
  ...group(`${base}/v3/customers/settings`, customerSettings, api, 'path'),
  ...group(`${base}/v3/orders/settings`, orderSettings, api, 'path'),
  ...group(`${base}/v3/shipping/settings`, shippingSettings, api, 'path'),
];
