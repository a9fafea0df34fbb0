/** A website fixes the base currency, and whether catalog prices include tax. */
export interface Website {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly defaultGroupId: number;
  readonly baseCurrency: string;
  readonly pricesIncludeTax: boolean;
  /** Multiplier from the website's base currency to the installation's. */
  readonly baseToGlobalRate: number;
}

export interface StoreGroup {
  readonly id: number;
  readonly websiteId: number;
  readonly rootCategoryId: number;
  readonly defaultStoreId: number;
  readonly name: string;
  readonly code: string;
}

/** A view fixes the currency that shoppers are charged in. */
export interface StoreView {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly websiteId: number;
  readonly groupId: number;
  readonly locale: string;
  readonly timezone: string;
  readonly currency: string;
  /** Decimals that prices are rounded to in the view's currency. */
  readonly decimals: number;
  /** Multiplier from the website's base currency to the view's. */
  readonly rate: number;
}

/** What a view charges in. */
export type Charging = Pick<StoreView, 'currency' | 'decimals' | 'rate'>;

export const globalCurrency = 'AUD';

export const websites: readonly Website[] = [
  {
    id: 1,
    code: 'base',
    name: 'Harbour & Pine',
    defaultGroupId: 1,
    baseCurrency: 'AUD',
    pricesIncludeTax: true,
    baseToGlobalRate: 1,
  },
  {
    id: 2,
    code: 'world',
    name: 'Harbour & Pine World',
    defaultGroupId: 2,
    baseCurrency: 'USD',
    pricesIncludeTax: false,
    baseToGlobalRate: 1.5247,
  },
];

export const storeGroups: readonly StoreGroup[] = [
  {
    id: 1,
    websiteId: 1,
    rootCategoryId: 2,
    defaultStoreId: 1,
    name: 'Harbour & Pine Store',
    code: 'main_website_store',
  },
  { id: 2, websiteId: 2, rootCategoryId: 3, defaultStoreId: 3, name: 'World Store', code: 'world_store' },
];

export const storeViews: readonly StoreView[] = [
  {
    id: 1,
    code: 'default',
    name: 'Australia',
    websiteId: 1,
    groupId: 1,
    locale: 'en_AU',
    timezone: 'Australia/Sydney',
    currency: 'AUD',
    decimals: 2,
    rate: 1,
  },
  {
    id: 2,
    code: 'nz',
    name: 'New Zealand',
    websiteId: 1,
    groupId: 1,
    locale: 'en_NZ',
    timezone: 'Pacific/Auckland',
    currency: 'NZD',
    decimals: 2,
    rate: 1.0912,
  },
  {
    id: 3,
    code: 'us',
    name: 'United States',
    websiteId: 2,
    groupId: 2,
    locale: 'en_US',
    timezone: 'America/Chicago',
    currency: 'USD',
    decimals: 2,
    rate: 1,
  },
  {
    id: 4,
    code: 'eu',
    name: 'Europe',
    websiteId: 2,
    groupId: 2,
    locale: 'de_DE',
    timezone: 'Europe/Berlin',
    currency: 'EUR',
    decimals: 2,
    rate: 0.9235,
  },
  {
    id: 5,
    code: 'jp',
    name: '日本',
    websiteId: 2,
    groupId: 2,
    locale: 'ja_JP',
    timezone: 'Asia/Tokyo',
    currency: 'JPY',
    decimals: 0,
    rate: 151.37,
  },
];

const found = <T>(rows: readonly T[], fits: (row: T) => boolean): T => rows.find(fits) ?? (rows[0] as T);

export const websiteById = (id: number): Website => found(websites, website => website.id === id);
export const groupById = (id: number): StoreGroup => found(storeGroups, group => group.id === id);
export const viewById = (id: number): StoreView => found(storeViews, view => view.id === id);

/** What the path's store code selects: `null` is the admin scope (`all`). */
export type Scope = StoreView | null;
