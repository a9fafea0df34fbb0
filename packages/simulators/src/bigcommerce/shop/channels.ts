export interface Channel {
  readonly id: number;
  readonly name: string;
  readonly type: 'storefront' | 'pos' | 'marketplace';
  readonly platform: string;
  readonly status: 'active' | 'inactive';
  readonly currencies: readonly string[];
  readonly defaultCurrency: string;
}

/** Sales over the counter. */
export const posChannel = 664177;
export const amazonChannel = 664802;

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
    id: posChannel,
    name: 'Square POS',
    type: 'pos',
    platform: 'square',
    status: 'active',
    currencies: ['AUD'],
    defaultCurrency: 'AUD',
  },
  {
    id: amazonChannel,
    name: 'Amazon',
    type: 'marketplace',
    platform: 'amazon',
    status: 'inactive',
    currencies: ['AUD'],
    defaultCurrency: 'AUD',
  },
];
