import { checkInput, type RequestOptions } from '@cartograph/connector-kit';
import type { z } from 'zod';
import {
  credentialsInput,
  customerAddressChanges,
  customerAddressFilter,
  customerAddressInput,
  customerChanges,
  type customerCondition,
  customerFilter,
  customerInput,
} from '../input/customer.js';
import { customerAddressSchema, customerSchema, validCredentialsSchema } from '../records/customer.js';
import type { Api } from './api.js';
import { readByIds } from './by-ids.js';
import { createCustomerAttributes } from './customer-attributes.js';
import { createCustomerGroups } from './customer-groups.js';
import { customerPages } from './customer-pages.js';
import { createCustomerPrivacy } from './customer-privacy.js';
import { createLegacyCustomers } from './legacy-customers.js';
import { allMetafields, metafieldsOf } from './metafields.js';
import { itemsOfPages, pageLimit } from './pages.js';
import { at, type Id } from './path.js';
import { createsMany, deletesMany, updatesMany } from './resource/batches.js';
import { finds, lists } from './resource/reading.js';
import { source } from './resource/source.js';

export type CustomerFilter = z.input<typeof customerCondition.all>;
export type CustomerQuery = z.input<typeof customerFilter.page>;

/** How many the platform takes at a time. */
const batch = 10;

export function createCustomers(api: Api) {
  const customers = source(api, 'customers', () => '/v3/customers', customerSchema);
  const { list } = lists(customers, customerFilter);
  const pages = (query: CustomerFilter = {}, resume: string | null = null, call?: RequestOptions) =>
    customerPages(part => list(part, call), query, resume);
  const credentials = api.records('customers.validateCredentials', validCredentialsSchema);

  return {
    list,
    /** By cursor. Whatever the sort: sorted otherwise than by id, customers who change meanwhile shift. */
    pages,
    iterate: (query: CustomerFilter = {}, call?: RequestOptions) => itemsOfPages(pages(query, null, call)),
    ...finds(customers),
    byIds: (ids: readonly number[], shape: Pick<CustomerFilter, 'include'> = {}, call?: RequestOptions) =>
      readByIds(ids, (part, page) => list({ ...shape, 'id:in': part, page, limit: pageLimit }, call)),
    ...createsMany(customers, customerInput, batch),
    ...updatesMany(customers, customerChanges, batch),
    ...deletesMany(customers),
    async validateCredentials(input: z.input<typeof credentialsInput>, call?: RequestOptions) {
      const json = checkInput('customers.validateCredentials', credentialsInput, input);
      const path = '/v3/customers/validate-credentials';
      return credentials.one(await api.record('POST', path, { json }, { idempotent: true, ...call }));
    },
    addresses: createAddresses(api),
    ...createCustomerAttributes(api),
    ...createCustomerPrivacy(api),
    groups: createCustomerGroups(api),
    metafields: metafieldsOf(api, 'customers', (customerId: Id) => at`/v3/customers/${customerId}/metafields`),
    allMetafields: allMetafields(api, 'customers', '/v3/customers/metafields'),
    legacy: createLegacyCustomers(api),
  };
}

function createAddresses(api: Api) {
  const addresses = source(api, 'customers.addresses', () => '/v3/customers/addresses', customerAddressSchema);
  const { list, iterate } = lists(addresses, customerAddressFilter);
  return {
    list,
    iterate,
    ...finds(addresses),
    /** Of these customers; customers of whom one cannot be served stand in `failed`. */
    ofCustomers: (ids: readonly number[], call?: RequestOptions) =>
      readByIds(ids, (part, page) => list({ 'customer_id:in': part, page, limit: pageLimit }, call)),
    ...createsMany(addresses, customerAddressInput, batch),
    ...updatesMany(addresses, customerAddressChanges, batch),
    ...deletesMany(addresses),
  };
}
