import type { NativeLocation } from '../native/location.js';
import { type Api, onlyItem } from './api.js';
import { byPage, inventoryPageLimit, itemsOfPages } from './pages.js';

export interface LocationFilter {
  readonly 'location_id:in'?: readonly number[];
  readonly 'location_code:in'?: readonly string[];
  readonly is_default?: boolean;
  readonly is_active?: boolean;
}

export interface LocationQuery extends LocationFilter {
  readonly page?: number;
  readonly limit?: number;
}

export function createLocations(api: Api) {
  const list = (query: LocationQuery = {}) => api.page<NativeLocation>('/v3/inventory/locations', { ...query });
  const pages = (query: LocationFilter = {}, resume: string | null = null) =>
    byPage(page => list({ ...query, page, limit: inventoryPageLimit }), resume);
  return {
    list,
    pages,
    iterate: (query: LocationFilter = {}) => itemsOfPages(pages(query)),
    get: (id: number) => onlyItem(list({ 'location_id:in': [id] }), `location ${id}`),
  };
}
