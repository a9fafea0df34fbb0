import { stream } from '@cartograph/connector-kit';
import { toCustomer } from '../mapping/customer.js';
import { nativeCustomerSchema } from '../native/customer.js';
import type { MagentoShop } from '../shop.js';
import { feed } from './feed.js';
import { identityOf, lagMs, quarterHourMs } from './identity.js';

export const customers = stream({
  yields: ['customers'],
  incremental: 'modified',
  lagMs,
  native: nativeCustomerSchema,
  identify: customer => identityOf(customer, 'id'),
  everyMs: quarterHourMs,
  ...feed({ list: client => client.customers }),
  normalize: (customer, shop: MagentoShop) => [{ resource: 'customers', record: toCustomer(customer, shop) }],
});
