import { checkInput } from '@cartograph/connector-kit';
import { type CustomerGroupInput, customerGroupInput } from '../input/customer.js';
import { customerGroupSchema } from '../native/customer.js';
import { type Api, act, at, type MagentoCall, made, one, written } from './api.js';
import type { ItemOf, Lists } from './lists.js';

type Id = string | number;
type Group = ItemOf<'customerGroups'>;

/** 0 is who has not signed in. */
export interface CustomerGroupActions {
  create(group: CustomerGroupInput, call?: MagentoCall): Promise<Group>;
  /** The tax class is needed each time. */
  update(id: Id, group: CustomerGroupInput, call?: MagentoCall): Promise<Group>;
  delete(id: Id, call?: MagentoCall): Promise<boolean>;
  /** Of new customers: of a store view, by its id, or of the scope. */
  default(storeId?: Id, call?: MagentoCall): Promise<Group>;
  isReadOnly(id: Id, call?: MagentoCall): Promise<boolean>;
  setDefault(id: Id, call?: MagentoCall): Promise<Id>;
}

export function createCustomerGroups(api: Api, lists: Lists): Lists['customerGroups'] & CustomerGroupActions {
  const check = api.checks('customerGroups', customerGroupSchema);
  return {
    ...lists.customerGroups,
    create: async (given, call) => {
      const group = checkInput('customerGroups.create', customerGroupInput, given);
      return written(api, check, 'POST', 'V1/customerGroups', { group }, call);
    },
    update: async (id, given, call) => {
      const group = { id: Number(id), ...checkInput('customerGroups.update', customerGroupInput, given) };
      return written(api, check, 'PUT', at`V1/customerGroups/${id}`, { group }, call);
    },
    delete: (id, call) => act(api, 'DELETE', at`V1/customerGroups/${id}`, undefined, call),
    default: (storeId, call) =>
      one(api, check, `V1/customerGroups/default${storeId === undefined ? '' : at`/${storeId}`}`, call),
    isReadOnly: (id, call) => act(api, 'GET', at`V1/customerGroups/${id}/permissions`, undefined, call),
    setDefault: (id, call) => made(api, 'PUT', at`V1/customerGroups/default/${id}`, undefined, call),
  };
}
