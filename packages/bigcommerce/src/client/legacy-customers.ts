import { checkInput, type RequestOptions } from '@cartograph/connector-kit';
import { z } from 'zod';
import { unfiltered } from '../input/kinds.js';
import {
  legacyAddressChanges,
  legacyAddressInput,
  legacyCustomerChanges,
  legacyCustomerFilter,
  legacyCustomerInput,
  passwordInput,
} from '../input/legacy-customer.js';
import { legacyAddressSchema, legacyCustomerSchema } from '../records/customer.js';
import type { Api } from './api.js';
import { at, type Id } from './path.js';
import { counts, gets, lists, listsById } from './resource/reading.js';
import { source } from './resource/source.js';
import { creates, deletes, deletesEverything, updates } from './resource/writing.js';

/** Customers of V2: for basic auth, for counts, and to check a password. */
export function createLegacyCustomers(api: Api) {
  const customers = source(api, 'customers.legacy', () => '/v2/customers', legacyCustomerSchema);
  const addresses = source(
    api,
    'customers.legacy.addresses',
    (customerId: Id) => at`/v2/customers/${customerId}/addresses`,
    legacyAddressSchema,
  );
  const verdict = api.records('customers.legacy.validatePassword', z.object({ success: z.boolean() }));
  return {
    ...listsById(customers, legacyCustomerFilter),
    ...gets(customers),
    ...counts(customers, legacyCustomerFilter),
    ...creates(customers, legacyCustomerInput),
    ...updates(customers, legacyCustomerChanges),
    ...deletes(customers),
    /** A hundred at a time by the platform's own words. */
    ...deletesEverything(customers),
    /** Whether it is the customer's password. */
    async validatePassword(customerId: Id, password: string, call?: RequestOptions): Promise<boolean> {
      const json = checkInput('customers.legacy.validatePassword', passwordInput, { password });
      const path = at`/v2/customers/${customerId}/validate`;
      return verdict.one(await api.record('POST', path, { json }, { idempotent: true, ...call })).success;
    },
    addresses: {
      ...lists(addresses, unfiltered),
      ...gets(addresses),
      ...counts(addresses, unfiltered),
      ...creates(addresses, legacyAddressInput),
      ...updates(addresses, legacyAddressChanges),
      ...deletes(addresses),
      ...deletesEverything(addresses),
    },
  };
}
