export interface Channel {
  readonly id: number;
  readonly name: string;
  readonly type: 'storefront' | 'pos' | 'marketplace';
  readonly platform: string;
  readonly status: 'active' | 'inactive';
  readonly currencies: readonly string[];
  readonly defaultCurrency: string;
}

/** Channel 1 is the original storefront. */
export const channels: readonly Channel[] = [
  {
    id: 1,
    name: 'Lantern & Loom',
    type: 'storefront',
    platform: 'bigcommerce',
    status: 'active',
    currencies: ['AUD', 'USD', 'NZD', 'GBP', 'EUR', 'JPY'],
    defaultCurrency: 'AUD',
  },
  {
    id: 2,
    name: 'Lantern & Loom Wholesale',
    type: 'storefront',
    platform: 'next',
    status: 'active',
    currencies: ['AUD', 'USD'],
    defaultCurrency: 'AUD',
  },
  {
    id: 664177,
    name: 'Square POS',
    type: 'pos',
    platform: 'square',
    status: 'active',
    currencies: ['AUD'],
    defaultCurrency: 'AUD',
  },
  {
    id: 664802,
    name: 'Amazon',
    type: 'marketplace',
    platform: 'amazon',
    status: 'inactive',
    currencies: ['AUD'],
    defaultCurrency: 'AUD',
  },
];
