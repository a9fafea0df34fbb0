import { z } from 'zod';
import {
  type StoreGroup,
  type StoreViewRecord,
  storeConfigRecordSchema,
  storeGroupSchema,
  storeViewRecordSchema,
  websiteRecordSchema,
} from '../native/store.js';
import { type Api, type MagentoCall, queryOf, type Raw, whole } from './api.js';

type Website = Raw<z.output<typeof websiteRecordSchema>>;
type StoreConfig = Raw<z.output<typeof storeConfigRecordSchema>>;

/** How the shop is divided. Id 0 everywhere is the administration. */
export interface Stores {
  /** Addresses, locale, currencies and zone of each store view; of some alone by their codes. */
  configs(storeCodes?: readonly string[], call?: MagentoCall): Promise<StoreConfig[]>;
  websites(call?: MagentoCall): Promise<Website[]>;
  groups(call?: MagentoCall): Promise<Raw<StoreGroup>[]>;
  views(call?: MagentoCall): Promise<Raw<StoreViewRecord>[]>;
  /** Names of what is installed and on, such as Magento_Inventory. Needs the rights of an administrator. */
  modules(call?: MagentoCall): Promise<string[]>;
}

export function createStores(api: Api): Stores {
  const configs = api.checks('store.configs', storeConfigRecordSchema);
  const websites = api.checks('store.websites', websiteRecordSchema);
  const groups = api.checks('store.groups', storeGroupSchema);
  const views = api.checks('store.views', storeViewRecordSchema);
  return {
    configs: (storeCodes = [], call) => {
      const query = queryOf(Object.fromEntries(storeCodes.map((code, index) => [`storeCodes[${index}]`, code])));
      return whole(api, configs, 'V1/store/storeConfigs', call, query);
    },
    websites: call => whole(api, websites, 'V1/store/websites', call),
    groups: call => whole(api, groups, 'V1/store/storeGroups', call),
    views: call => whole(api, views, 'V1/store/storeViews', call),
    modules: call => api.request('GET', 'V1/modules', { schema: z.array(z.string()) }, call),
  };
}
