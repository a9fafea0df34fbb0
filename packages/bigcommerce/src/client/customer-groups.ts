import { customerGroupChanges, customerGroupFilter, customerGroupInput } from '../input/customer-group.js';
import { unfiltered } from '../input/kinds.js';
import { customerGroupSchema } from '../records/customer.js';
import type { Api } from './api.js';
import { counts, gets, lists } from './resource/reading.js';
import { source } from './resource/source.js';
import { creates, deletes, updates } from './resource/writing.js';

export function createCustomerGroups(api: Api) {
  const groups = source(api, 'customers.groups', () => '/v2/customer_groups', customerGroupSchema);
  return {
    ...lists(groups, customerGroupFilter),
    ...gets(groups),
    ...counts(groups, unfiltered),
    ...creates(groups, customerGroupInput),
    ...updates(groups, customerGroupChanges),
    ...deletes(groups),
  };
}
