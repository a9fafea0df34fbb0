import { stream } from '@cartograph/connector-kit';
import type { MagentoClient } from '../client.js';
import { toCustomer } from '../mapping/customer.js';
import { nativeCustomerSchema } from '../native/customer.js';
import type { MagentoShop } from '../shop.js';
import { whereAllowed } from './allowed.js';
import { identityOf, lagMs } from './identity.js';
import { readPages } from './pages.js';

export const customers = stream({
  yields: ['customers'],
  incremental: 'modified',
  lagMs,
  native: nativeCustomerSchema,
  identify: customer => identityOf(customer, 'id'),
  read: whereAllowed((client: MagentoClient, query) => readPages(client.customers.list, query)),
  normalize: (customer, shop: MagentoShop) => [{ resource: 'customers', record: toCustomer(customer, shop) }],
});
