import type { NativeTaxClass, NativeTaxRate, NativeTaxZone } from '../native/tax-rate.js';
import { type Api, onlyItem } from './api.js';
import { byPage, byShortPage, itemsOfPages, pageLimit } from './pages.js';

export interface TaxRateFilter {
  readonly 'id:in'?: readonly number[];
  readonly 'tax_zone_id:in'?: readonly number[];
}

export interface TaxRateQuery extends TaxRateFilter {
  readonly page?: number;
  readonly limit?: number;
}

/** The merchant's own rates; a store with a tax provider has none worth reading. */
export function createTaxes(api: Api) {
  const rates = (query: TaxRateQuery = {}) => api.page<NativeTaxRate>('/v3/tax/rates', { ...query });
  const classes = (query: { readonly page?: number; readonly limit?: number } = {}) =>
    api.list<NativeTaxClass>('/v2/tax_classes', query);
  return {
    rates: {
      list: rates,
      iterate: (query: TaxRateFilter = {}) => itemsOfPages(byPage(page => rates({ ...query, page, limit: pageLimit }))),
      get: (id: number) => onlyItem(rates({ 'id:in': [id] }), `tax rate ${id}`),
    },
    /** They come whole, without pages. */
    zones: { list: async () => (await api.page<NativeTaxZone>('/v3/tax/zones')).items },
    classes: {
      list: classes,
      iterate: () => byShortPage(page => classes({ page, limit: pageLimit })),
      get: (id: number) => api.one<NativeTaxClass>(`/v2/tax_classes/${id}`),
    },
  };
}
