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
  const groups = settingsChanges;
  const analytics = source(api, 'settings.analytics', () => '/v3/settings/analytics', analyticsSchema);
  const upload = (path: string, field: string) => async (file: Upload, given?: Scope, call?: RequestOptions) => {
    const query = checkInput('settings.upload', scope.all, given ?? {}) as NativeQuery;
    await api.send('POST', path, { query, form: formOf(field, file) }, call);
  };
  return {
    profile: group(api, 'store/profile', groups['store/profile']),
    locale: group(api, 'store/locale', groups['store/locale']),
    units: group(api, 'store/units-of-measurement', groups['store/units-of-measurement']),
    catalog: group(api, 'catalog', groups.catalog),
    inventory: group(api, 'inventory', groups.inventory),
    inventoryNotifications: group(api, 'inventory/notifications', groups['inventory/notifications']),
    emails: group(api, 'email-statuses', groups['email-statuses']),
    logo: { ...group(api, 'logo', groups.logo), upload: upload('/v3/settings/logo/image', 'LogoFile') },
    favicon: { upload: upload('/v3/settings/favicon/image', 'FaviconFile') },
    storefront: {
      category: group(api, 'storefront/category', groups['storefront/category']),
      product: group(api, 'storefront/product', groups['storefront/product']),
      robots: group(api, 'storefront/robotstxt', groups['storefront/robotstxt']),
      search: group(api, 'storefront/search', groups['storefront/search']),
      security: group(api, 'storefront/security', groups['storefront/security']),
      seo: group(api, 'storefront/seo', groups['storefront/seo']),
      status: group(api, 'storefront/status', groups['storefront/status']),
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
