import { json, type Route } from '../../../http.js';
import { isoZulu } from '../../dates.js';
import {
  anything,
  choice,
  type Doc,
  type Fields,
  fixed,
  flag,
  list,
  needed,
  object,
  text,
} from '../../records/fields.js';
import type { Verb } from '../../records/resource.js';
import { v3Batch } from '../../records/v3-batch.js';
import { conflict, refuseStock } from '../../refusal.js';
import { toSecond } from '../../shop/clock.js';
import { pickupMethod } from '../../shop/locations.js';
import type { Api } from '../api.js';
import { locationFilters } from './inventory.js';

const closed = { open: false, opening: '00:00', closing: '00:00' };
const week = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

const fields: Fields = {
  id: fixed(),
  created_at: fixed(),
  updated_at: fixed(),
  code: needed(text(50)),
  label: needed(text(255)),
  description: text(),
  managed_by_external_source: flag(),
  type_id: choice('PHYSICAL', 'VIRTUAL'),
  enabled: flag(true),
  operating_hours: object(Object.fromEntries(week.map(day => [day, closed]))),
  time_zone: { ...text(), fallback: 'Etc/UTC' },
  address: needed(object()),
  storefront_visibility: flag(true),
  special_hours: list(),
};

const mostActive = 100;

export function locationWriteRoutes(base: string, api: Api): Route[] {
  const { locations } = api.records;
  const { news, clock, orders, catalog } = api.shop;
  const now = () => isoZulu(toSecond(clock.now()));
  let transactions = 0;
  const done = () => json({ transaction_id: `loc-${String(++transactions).padStart(8, '0')}` });

  const refuseUsed = ({ id, label }: Doc) => {
    if (id === 1)
      throw refuseStock(
        `Location canʼt be deleted. ${label} is set as a shipping origin for this store and canʼt be deleted.`,
      );
    const used =
      id === pickupMethod.locationId
        ? orders.entries.filter(entry => orders.record(entry).order.pickup && ![4, 5, 10].includes(entry.statusId))
            .length
        : 0;
    if (used > 0)
      throw refuseStock(
        `Location with associated orders canʼt be deleted. ${label} is associated with ${used} order(s) and canʼt be deleted by now.`,
      );
  };

  const happened = (verb: Verb, { id }: Doc) => {
    if (verb !== 'deleted') news.tell(`inventory/location/${verb}`, { location_id: id });
    else for (const { variants } of catalog.listed) for (const { stock } of variants) stock.delete(Number(id));
  };

  return v3Batch(
    {
      path: `${base}/v3/inventory/locations`,
      collection: 'locations',
      fields,
      rows: () => ({
        ...locations,
        all: locations.all,
        remove: row => {
          refuseUsed(row);
          locations.remove(row);
        },
      }),
      filters: locationFilters,
      only: [],
      derive: (values, before) => {
        const twin = locations.all.find(row => row !== before && row.code === values.code);
        if (twin) throw conflict('v3', 'code', `The code '${values.code}' is taken.`);
        const active = locations.all.filter(row => row !== before && row.enabled === true).length;
        if ((values.enabled ?? before?.enabled) === true && active >= mostActive)
          throw conflict('v3', 'enabled', `No more than ${mostActive} locations can be active.`);
        const address = { ...(before?.address as Doc), ...(values.address as Doc) };
        return { ...(before ? {} : { created_at: now() }), ...values, address, updated_at: now() };
      },
      happened,
    },
    api,
    {
      created: 100,
      answer: done,
      deleted: done,
      refusal: faults => refuseStock('Payload contains invalid fields', faults),
    },
  );
}

const pickupMethodFields: Fields = {
  id: fixed(),
  date_created: fixed(),
  date_modified: fixed(),
  location_id: needed(anything()),
  display_name: needed(text(250)),
  collection_instructions: text(250),
  collection_time_description: text(250),
};

export function pickupMethodRoutes(base: string, api: Api): Route[] {
  const { pickupMethods, locations } = api.records;
  const now = () => isoZulu(toSecond(api.shop.clock.now()));
  return v3Batch(
    {
      path: `${base}/v3/pickup/methods`,
      collection: 'pickupMethods',
      fields: pickupMethodFields,
      rows: () => pickupMethods,
      filters: { id: 'number', location_id: 'number' },
      sortable: ['date_modified', 'id'],
      derive: (values, before) => {
        if (values.location_id !== undefined && !locations.find(values.location_id))
          throw conflict('v3', 'location_id', `The location ${values.location_id} does not exist.`);
        return { ...(before ? {} : { date_created: now() }), ...values, date_modified: now() };
      },
    },
    api,
    { created: 100, changed: 10 },
  );
}
