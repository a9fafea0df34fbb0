import { json, type Route } from '../../../http.js';
import { isoOffset } from '../../dates.js';
import { eachOf } from '../../records/batch.js';
import { jsonOf, objectOf } from '../../records/body.js';
import {
  choice,
  type Doc,
  type Fields,
  fixed,
  flag,
  isDoc,
  list,
  needed,
  number,
  object,
  or,
  text,
  whole,
} from '../../records/fields.js';
import { acceptedValues } from '../../records/resource.js';
import { v2Resource } from '../../records/v2-resource.js';
import { v3Batch } from '../../records/v3-batch.js';
import { conflict, invalid, problem, Refusal, refuse } from '../../refusal.js';
import { toSecond } from '../../shop/clock.js';
import type { Api } from '../api.js';

const zoneFields: Fields = {
  id: fixed(),
  name: needed(text()),
  enabled: flag(true),
  price_display_settings: or(object(), {
    show_inclusive: false,
    show_both_on_detail_view: false,
    show_both_on_list_view: false,
  }),
  shopper_target_settings: or(object(), { locations: [], customer_groups: [] }),
};

const rateFields: Fields = {
  id: fixed(),
  name: needed(text()),
  enabled: flag(true),
  priority: or(whole(1), 1),
  tax_zone_id: needed(whole(1)),
  class_rates: needed(list()),
};

const strategy = choice('ZONE', 'INCLUSIVE', 'EXCLUSIVE');

const settingFields: Fields = {
  tax_entered_with_prices: flag(),
  price_display_settings: {
    fault: value =>
      isDoc(value) && Object.values(value).every(word => strategy.fault(word) === null) ? null : 'names no strategy',
  },
  fallback_strategy: choice('FIXED', 'BASIC', 'DISABLE'),
  should_subtract_store_tax: flag(),
  should_use_geolocation_to_determine_guest_shopper_tax_zone: flag(),
  guest_shopper_tax_zone_id: number(1),
  store_tax_zone_id: number(1),
  document_submission_strategy: choice('ON_PAYMENT_CAPTURE', 'ON_ORDER_CREATION'),
  rounding_strategy: choice('NO_ROUNDING', 'RATE_ROUNDING'),
};

/** The zone of an address: the nearest that names it, or the default one. */
function zoneAt(zones: readonly Doc[], address: Doc): Doc | undefined {
  const fits = (zone: Doc) =>
    ((zone.shopper_target_settings as { locations: Doc[] }).locations ?? []).some(
      place =>
        place.country_code === address.country_code &&
        [place.subdivision_codes, place.postal_codes].every((codes, kind) => {
          const wanted = kind === 0 ? address.subdivision_codes : address.postal_code;
          return !Array.isArray(codes) || codes.length === 0 || codes.includes(wanted);
        }),
    );
  return zones.find(zone => zone.enabled === true && zone.id !== 1 && fits(zone)) ?? zones.find(({ id }) => id === 1);
}

/** Classes complain in a list of their own. */
const refuseClasses = (status: number, title: string): Refusal =>
  new Refusal(
    status,
    { errors: [{ ...problem(status, title), detail: title, code: status }], meta: {} },
    'application/problem+json',
  );

const classesAtOnce = 50;

export function taxRoutes(base: string, api: Api): Route[] {
  const { taxClasses, taxZones, taxRates, taxSettings } = api.records;
  const now = () => isoOffset(toSecond(api.shop.clock.now()));

  const classesIn = async (request: Request): Promise<Doc[]> => {
    const body = await jsonOf('v3', request);
    if (!Array.isArray(body) || body.length === 0 || !body.every(isDoc))
      throw refuseClasses(422, 'The body must be a list of tax classes.');
    if (body.length > classesAtOnce) throw refuseClasses(413, `No more than ${classesAtOnce} tax classes at once.`);
    return body;
  };
  const nameOf = (body: Doc, self: Doc | null): string => {
    const name = String(body.name ?? '');
    if (name === '' || name.length > 100) throw refuseClasses(400, 'The name of a tax class has 1 to 100 characters.');
    if (taxClasses.all.some(row => row !== self && row.name === name))
      throw refuseClasses(409, `The tax class '${name}' exists.`);
    return name;
  };
  // The id is text where classes are read, and a number where they are written.
  const asNumbers = (rows: readonly Doc[]) =>
    json({ data: rows.map(row => ({ ...row, id: Number(row.id) })), meta: {} });
  const every = (bodies: readonly Doc[], write: (body: Doc) => Doc): Response => {
    const { done, refused } = eachOf(bodies, write);
    const [first] = refused;
    if (first) throw first.refusal;
    return asNumbers(done);
  };

  return [
    ...v2Resource(
      {
        path: `${base}/v2/tax_classes`,
        collection: 'taxClasses',
        fields: {},
        rows: () => taxClasses,
        only: ['list', 'get'],
      },
      api,
    ),
    [
      `POST ${base}/v3/tax/classes`,
      async ({ request }) =>
        every(await classesIn(request), body => {
          const name = nameOf(body, null);
          const id = String(taxClasses.all.reduce((most, row) => Math.max(most, Number(row.id)), 0) + 1);
          return taxClasses.insert({ id, name, created_at: now(), updated_at: now() });
        }),
    ],
    [
      `PUT ${base}/v3/tax/classes`,
      async ({ request }) =>
        every(await classesIn(request), body => {
          const row = taxClasses.find(body.id);
          if (!row) throw refuseClasses(422, `There is no tax class ${body.id}.`);
          return taxClasses.change(row, { name: nameOf(body, row), updated_at: now() });
        }),
    ],
    [
      `DELETE ${base}/v3/tax/classes`,
      ({ query }) => {
        const ids = (query.get('id:in') ?? '').split(',').filter(id => id !== '');
        if (ids.length === 0) throw refuseClasses(422, 'id:in is required.');
        for (const row of taxClasses.all.filter(({ id }) => ids.includes(String(id)))) taxClasses.remove(row);
        return new Response(null, { status: 204 });
      },
    ],
    ...v3Batch(
      {
        path: `${base}/v3/tax/rates`,
        collection: 'taxRates',
        fields: rateFields,
        rows: () => taxRates,
        filters: { id: 'number', tax_zone_id: 'number' },
        derive: values => {
          if (values.tax_zone_id !== undefined && !taxZones.find(values.tax_zone_id))
            throw invalid('v3', { tax_zone_id: `The tax zone ${values.tax_zone_id} does not exist.` });
          const rates = ((values.class_rates ?? []) as unknown[]).filter(isDoc);
          const stranger = rates.find(({ tax_class_id: id }) => Number(id) !== 0 && !taxClasses.find(id));
          if (stranger) throw invalid('v3', { class_rates: `The tax class ${stranger.tax_class_id} does not exist.` });
          return values;
        },
      },
      api,
      { created: 100 },
    ),
    // Zones come whole, without paging. The default one stays.
    ...v3Batch(
      {
        path: `${base}/v3/tax/zones`,
        collection: 'taxZones',
        fields: zoneFields,
        rows: () => ({
          ...taxZones,
          all: taxZones.all,
          remove: row => {
            if (row.id === 1) throw refuse('v3', 422, 'The default tax zone cannot be deleted.');
            for (const rate of taxRates.all.filter(({ tax_zone_id: id }) => id === row.id)) taxRates.remove(rate);
            taxZones.remove(row);
          },
        }),
        filters: { id: 'number' },
        paging: 'none',
        derive: (values, before) => {
          if (taxZones.all.some(row => row !== before && row.name === values.name))
            throw conflict('v3', 'name', `The tax zone '${values.name}' exists already.`);
          return values;
        },
      },
      api,
      { created: 100 },
    ),
    [`GET ${base}/v3/tax/settings`, () => json({ data: taxSettings, meta: {} })],
    [
      `PUT ${base}/v3/tax/settings`,
      async ({ request }) => {
        Object.assign(taxSettings, acceptedValues('v3', settingFields, await objectOf('v3', request), false));
        return json({ data: taxSettings, meta: {} });
      },
    ],
    [
      `POST ${base}/v3/tax/zonecheck`,
      async ({ request }) => {
        const body = await jsonOf('v3', request);
        const addresses = (Array.isArray(body) ? body : [body]).filter(isDoc);
        if (addresses.length === 0 || addresses.some(({ country_code: code }) => !code))
          throw invalid('v3', { country_code: "The required field 'country_code' was not supplied." });
        return json({ data: addresses.map(address => zoneAt(taxZones.all, address)) });
      },
    ],
  ];
}
