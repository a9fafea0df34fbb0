import type { Route } from '../../../http.js';
import { type Fields, fixed, list, needed, object, text } from '../../records/fields.js';
import { type V3Resource, v3Resource } from '../../records/v3-resource.js';
import { newBrand } from '../../views/taxonomy.js';
import type { Api } from '../api.js';

const brandFields: Fields = {
  id: fixed(),
  name: needed(text(255)),
  page_title: text(255),
  meta_keywords: list(),
  meta_description: text(),
  search_keywords: text(255),
  image_url: text(),
  custom_url: object(),
};

export const brandResource = (base: string, api: Api): V3Resource => ({
  path: `${base}/v3/catalog/brands`,
  collection: 'brands',
  fields: brandFields,
  rows: () => api.records.brands,
  filters: { id: 'number', name: 'text', page_title: 'text' },
  sortable: ['name'],
  unique: ['name'],
  most: 30_000,
  deletesByFilter: true,
  derive: (values, before) => (before ? values : { ...newBrand(String(values.name)), ...values }),
});

export const brandRoutes = (base: string, api: Api): Route[] => v3Resource(brandResource(base, api), api).routes;
