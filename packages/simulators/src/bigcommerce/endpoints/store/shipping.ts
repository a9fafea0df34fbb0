import { type Call, empty, json, type Route } from '../../../http.js';
import { objectOf } from '../../records/body.js';
import { choice, type Doc, type Fields, fixed, flag, list, needed, object, or, text } from '../../records/fields.js';
import { createRows, type Rows } from '../../records/rows.js';
import { v2Resource } from '../../records/v2-resource.js';
import { invalid, notFound } from '../../refusal.js';
import type { Api } from '../api.js';

const zoneFields: Fields = {
  id: fixed(),
  name: needed(text()),
  type: needed(choice('zip', 'country', 'state', 'global')),
  locations: list(),
  free_shipping: or(object(), { enabled: false, minimum_sub_total: '0.0000', exclude_fixed_shipping_products: false }),
  handling_fees: or(object(), { fixed_surcharge: '0.0000', display_separately: true }),
  enabled: flag(true),
};

const methodFields: Fields = {
  id: fixed(),
  name: needed(text()),
  type: needed(
    choice(
      'perorder',
      'peritem',
      'weight',
      'total',
      'auspost',
      'canadapost',
      'endicia',
      'usps',
      'fedex',
      'royalmail',
      'upsready',
      'freeshipping',
    ),
  ),
  settings: needed(object()),
  enabled: flag(true),
  handling_fees: or(object(), { fixed_surcharge: 0 }),
  is_fallback: flag(),
  channel_ids: list(),
};

/** What every zone ships with before somebody changes it. */
const usualMethods = (): Doc[] => [
  {
    id: 1,
    name: 'Flat rate',
    type: 'perorder',
    settings: { rate: 9.95 },
    enabled: true,
    handling_fees: { fixed_surcharge: 0 },
    is_fallback: false,
    channel_ids: [],
  },
];

export function shippingRoutes(base: string, api: Api): Route[] {
  const { shippingZones, shippingMethods, carrierConnections } = api.records;
  const zones = `${base}/v2/shipping/zones`;

  const methodsIn = ({ params }: Call): Rows => {
    const zone = shippingZones.find(params.zone);
    if (!zone) throw notFound('v2');
    const id = Number(zone.id);
    const known = shippingMethods.get(id) ?? createRows({ seed: usualMethods });
    shippingMethods.set(id, known);
    return known;
  };

  const connection = `${base}/v2/shipping/carrier/connection`;
  const carrierIn = async ({ request }: Call): Promise<Doc> => {
    const body = await objectOf('v2', request);
    if (!body.carrier_id) throw invalid('v2', { carrier_id: "The required field 'carrier_id' was not supplied." });
    return body;
  };

  return [
    ...v2Resource(
      {
        path: `${zones}/:zone/methods`,
        collection: 'shippingMethods',
        fields: methodFields,
        rows: methodsIn,
        createdStatus: 200,
        only: ['list', 'get', 'create', 'update', 'delete'],
      },
      api,
    ),
    ...v2Resource(
      {
        path: zones,
        collection: 'shippingZones',
        fields: zoneFields,
        rows: () => shippingZones,
        derive: (values, before) => {
          const type = values.type ?? before?.type;
          const places = (values.locations ?? before?.locations ?? []) as unknown[];
          if (type !== 'global' && places.length === 0)
            throw invalid('v2', { locations: `A zone of type ${type} needs locations.` });
          return values;
        },
        only: ['list', 'get', 'create', 'update', 'delete'],
      },
      api,
    ),
    [
      `POST ${connection}`,
      async call => {
        const body = await carrierIn(call);
        carrierConnections.set(String(body.carrier_id), body);
        return json({}, 200);
      },
    ],
    [
      `PUT ${connection}`,
      async call => {
        const body = await carrierIn(call);
        if (!carrierConnections.has(String(body.carrier_id))) throw notFound('v2');
        carrierConnections.set(String(body.carrier_id), body);
        return json({});
      },
    ],
    [
      `DELETE ${connection}`,
      async call => {
        if (!carrierConnections.delete(String((await carrierIn(call)).carrier_id))) throw notFound('v2');
        return empty();
      },
    ],
  ];
}
