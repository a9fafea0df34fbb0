import { checkInput, type RequestOptions } from '@cartograph/connector-kit';
import { z } from 'zod';
import { locationChanges, locationFilter, locationInput } from '../input/inventory.js';
import { ids } from '../input/kinds.js';
import { pickupMethodChanges, pickupMethodFilter, pickupMethodInput } from '../input/pickup.js';
import { type Accepted, acceptedSchema, locationSchema } from '../records/inventory.js';
import { pickupMethodSchema } from '../records/pickup.js';
import type { Api, Method } from './api.js';
import { allMetafields, metafieldsOf } from './metafields.js';
import { byPage, inventoryPageLimit } from './pages.js';
import { at, type Id } from './path.js';
import { createsMany, deletesMany, updatesMany } from './resource/batches.js';
import { finds, lists } from './resource/reading.js';
import { source } from './resource/source.js';

export type LocationFilter = z.input<typeof locationFilter.all>;
export type LocationQuery = z.input<typeof locationFilter.page>;

/** Writes are taken at once and done later, all or none of a list. */
export function createLocations(api: Api) {
  const path = '/v3/inventory/locations';
  const locations = source(api, 'locations', () => path, locationSchema);
  const accepted = api.records('locations', acceptedSchema);
  const { list, iterate } = lists(locations, locationFilter);
  const inputs = z.array(locationInput).min(1);
  const changes = z.array(locationChanges).min(1);
  const send = async (method: Method, json: unknown, call?: RequestOptions): Promise<Accepted> =>
    accepted.one(await api.record(method, path, { json }, call));
  return {
    list,
    iterate,
    pages: (query: LocationFilter = {}, resume: string | null = null, call?: RequestOptions) =>
      byPage(page => list({ ...query, page, limit: inventoryPageLimit }, call), resume),
    ...finds(locations, 'location_id:in'),
    create: async (input: z.input<typeof locationInput>, call?: RequestOptions) =>
      send('POST', checkInput('locations.create', inputs, [input]), call),
    createAll: async (given: readonly z.input<typeof locationInput>[], call?: RequestOptions) =>
      send('POST', checkInput('locations.createAll', inputs, given), call),
    update: async (id: number, given: Omit<z.input<typeof locationChanges>, 'id'>, call?: RequestOptions) =>
      send('PUT', checkInput('locations.update', changes, [{ ...given, id }]), call),
    updateAll: async (given: readonly z.input<typeof locationChanges>[], call?: RequestOptions) =>
      send('PUT', checkInput('locations.updateAll', changes, given), call),
    /** One that has orders, or from which goods are sent, cannot be deleted: set `enabled` to false. */
    async delete(given: number | readonly number[], call?: RequestOptions): Promise<Accepted> {
      const query = { 'location_id:in': checkInput('locations.delete', ids, [given].flat()) };
      return accepted.one(await api.record('DELETE', path, { query }, call));
    },
    pickupMethods: createPickupMethods(api),
    metafields: metafieldsOf(
      api,
      'locations',
      (locationId: Id) => at`/v3/inventory/locations/${locationId}/metafields`,
    ),
    allMetafields: allMetafields(api, 'locations', '/v3/inventory/locations/metafields'),
  };
}

/** How shoppers fetch their orders. */
function createPickupMethods(api: Api) {
  const methods = source(api, 'locations.pickupMethods', () => '/v3/pickup/methods', pickupMethodSchema);
  return {
    ...lists(methods, pickupMethodFilter),
    ...finds(methods),
    ...createsMany(methods, pickupMethodInput, 100),
    ...updatesMany(methods, pickupMethodChanges, 10),
    ...deletesMany(methods),
  };
}
