import {
  adminStoreView,
  adminWebsite,
  countryBodies,
  currencyBody,
  storeConfigBodies,
  storeGroupBodies,
} from '../bodies/store.js';
import type { Collection } from '../protocol/collection.js';
import { noSuchEntity } from '../protocol/errors.js';
import type { Scope } from '../shop/stores.js';
import type { Desk, Endpoint } from './endpoint.js';
import type { ShopCollections } from './shop-collections.js';

const store = 'Magento_Backend::store';

const coreModules = [
  'Magento_Store',
  'Magento_Directory',
  'Magento_Eav',
  'Magento_Customer',
  'Magento_Catalog',
  'Magento_Sales',
  'Magento_Tax',
  'Magento_Weee',
  'Magento_GiftCardAccount',
  'Magento_CustomerBalance',
];
const inventoryModules = ['Magento_Inventory', 'Magento_InventoryApi', 'Magento_InventorySalesApi'];

/** Stores, directory and modules. `basePath` stands in the views' links. */
export function shopEndpoints(desk: Desk, all: ShopCollections, basePath: string, hasInventory: boolean): Endpoint[] {
  const whole = <Row>(collection: Collection<Row>, scope: Scope) =>
    collection.rows(scope).map(row => desk.serve(collection, row, scope));
  return [
    ['GET /V1/store/websites', store, (_, scope) => [adminWebsite, ...whole(all.websites, scope)]],
    ['GET /V1/store/storeGroups', store, () => storeGroupBodies()],
    ['GET /V1/store/storeViews', store, (_, scope) => [adminStoreView, ...whole(all.storeViews, scope)]],
    [
      'GET /V1/store/storeConfigs',
      store,
      ({ url, query }) => storeConfigBodies(storeCodes(query), url.origin + basePath),
    ],
    ['GET /V1/directory/currency', null, (_, scope) => currencyBody(scope)],
    ['GET /V1/directory/countries', null, () => countryBodies()],
    [
      'GET /V1/directory/countries/:id',
      null,
      ({ params }) => countryBodies().find(country => country.id === params.id) ?? noSuchEntity('countryId', params.id),
    ],
    ['GET /V1/modules', 'Magento_Backend::admin', () => [...coreModules, ...(hasInventory ? inventoryModules : [])]],
  ];
}

const storeCodes = (query: URLSearchParams): string[] =>
  [...query].filter(([name]) => /^storeCodes(\[|$)/.test(name)).map(([, value]) => value);
