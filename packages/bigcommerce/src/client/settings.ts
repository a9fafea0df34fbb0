import { checkInput, type RequestOptions } from '@cartograph/connector-kit';
import { z } from 'zod';
import { filter, id } from '../input/kinds.js';
import { analyticsChanges, settingsChanges } from '../input/settings.js';
import { analyticsSchema, settingsSchema } from '../records/settings.js';
import type { Api } from './api.js';
import type { NativeQuery } from './query.js';
import { gets, lists } from './resource/reading.js';
import { source } from './resource/source.js';
import { updates } from './resource/writing.js';
import { formOf, type Upload } from './upload.js';

/** The store's own unless a channel is named. */
const scope = filter({ channel_id: id });
type Scope = z.input<typeof scope.all>;

/** Settings of one group, for the store or for one channel. */
const group = <Changes extends z.ZodType>(api: Api, place: string, changes: Changes) => {
  const name = `settings.${place}`;
  const path = `/v3/settings/${place}`;
  const check = api.records(name, settingsSchema);
  type Settings = Partial<z.input<Changes>>;
  const query = (given: Scope | undefined) => checkInput(name, scope.all, given ?? {}) as NativeQuery;
  return {
    get: async (given?: Scope, call?: RequestOptions): Promise<Settings> =>
      check.one(await api.record('GET', path, { query: query(given) }, call)) as Settings,
    /** Only the fields that are given change. */
    update: async (given: z.input<Changes>, of?: Scope, call?: RequestOptions): Promise<Settings> => {
      const json = checkInput(`${name}.update`, changes, given);
      return check.one(await api.record('PUT', path, { query: query(of), json }, call)) as Settings;
    },
  };
};

export function createSettings(api: Api) {
  const of = <Place extends keyof typeof settingsChanges>(place: Place) => group(api, place, settingsChanges[place]);
  const analytics = source(api, 'settings.analytics', () => '/v3/settings/analytics', analyticsSchema);
  const upload = (path: string, field: string) => async (file: Upload, given?: Scope, call?: RequestOptions) => {
    const query = checkInput('settings.upload', scope.all, given ?? {}) as NativeQuery;
    await api.send('POST', path, { query, form: formOf(field, file) }, call);
  };
  return {
    profile: of('store/profile'),
    locale: of('store/locale'),
    units: of('store/units-of-measurement'),
    catalog: of('catalog'),
    inventory: of('inventory'),
    inventoryNotifications: of('inventory/notifications'),
    emails: of('email-statuses'),
    logo: { ...of('logo'), upload: upload('/v3/settings/logo/image', 'LogoFile') },
    favicon: { upload: upload('/v3/settings/favicon/image', 'FaviconFile') },
    storefront: {
      category: of('storefront/category'),
      product: of('storefront/product'),
      robots: of('storefront/robotstxt'),
      search: of('storefront/search'),
      security: of('storefront/security'),
      seo: of('storefront/seo'),
      status: of('storefront/status'),
    },
    analytics: { ...lists(analytics, scope), ...gets(analytics), ...updates(analytics, analyticsChanges) },
    searchFilters: createSearchFilters(api),
  };
}

const searchFilter = z.looseObject({ type: z.enum(['product', 'price', 'category', 'brand', 'rating', 'other']) });
const context = filter({ channel_id: id, category_id: id });

/** By which facets a storefront's search narrows down. Their fields differ by type, and pass as they are. */
function createSearchFilters(api: Api) {
  const path = '/v3/settings/search/filters';
  const facets = source(api, 'settings.searchFilters', () => path, settingsSchema);
  const available = source(api, 'settings.searchFilters.available', () => `${path}/available`, settingsSchema);
  const contexts = source(api, 'settings.searchFilters.contexts', () => `${path}/contexts`, settingsSchema);
  return {
    list: lists(facets, filter({})).list,
    available: lists(available, context).list,
    contexts: lists(contexts, context).list,
    async update(given: readonly z.input<typeof searchFilter>[], call?: RequestOptions): Promise<void> {
      const json = checkInput('settings.searchFilters.update', z.array(searchFilter), given);
      await api.send('PUT', path, { json }, call);
    },
  };
}
