import { checkInput } from '@cartograph/connector-kit';
import { z } from 'zod';
import { type CustomerInput, customerInput } from '../input/customer.js';
import { words } from '../input/values.js';
import { customerRecordSchema } from '../native/customer.js';
import { type Api, act, at, type MagentoCall, written } from './api.js';
import type { ItemOf } from './lists.js';

type Id = string | number;

export interface OfWebsite extends MagentoCall {
  /** That of the scope unless told. */
  readonly websiteId?: number | undefined;
}

const validitySchema = z.object({ valid: z.boolean(), messages: z.array(z.string()).nullish() });

/** How customers get into their accounts. */
export interface CustomerAccount {
  readonly account: {
    /** Whether no account of the website has it. */
    isEmailAvailable(email: string, call?: OfWebsite): Promise<boolean>;
    /** Sends the e-mail by which a password is chosen anew. */
    resetPassword(email: string, call?: OfWebsite): Promise<boolean>;
    /** Sends the e-mail by which an address is confirmed. */
    sendConfirmation(email: string, websiteId: number, call?: MagentoCall): Promise<boolean>;
    /** `account_confirmed`, `account_confirmation_required` or `account_confirmation_not_required`. */
    confirmation(id: Id, call?: MagentoCall): Promise<string>;
    activate(email: string, confirmationKey: string, call?: MagentoCall): Promise<ItemOf<'customers'>>;
    /** What the shop would say to such a customer, none being made. */
    validate(customer: CustomerInput, call?: MagentoCall): Promise<z.output<typeof validitySchema>>;
    isReadOnly(id: Id, call?: MagentoCall): Promise<boolean>;
  };
}

export function createCustomerAccount(api: Api): CustomerAccount {
  const check = api.checks('customers', customerRecordSchema);
  const email = (given: string): string => checkInput('customers.account', words, given);
  return {
    account: {
      isEmailAvailable: async (address, { websiteId, ...call } = {}) => {
        const json = { customerEmail: email(address), websiteId };
        return act(api, 'POST', 'V1/customers/isEmailAvailable', json, { idempotent: true, ...call });
      },
      resetPassword: async (address, { websiteId, ...call } = {}) =>
        act(api, 'PUT', 'V1/customers/password', { email: email(address), template: 'email_reset', websiteId }, call),
      sendConfirmation: async (address, websiteId, call) =>
        act(api, 'POST', 'V1/customers/confirm', { email: email(address), websiteId }, call),
      confirmation: (id, call) => api.request('GET', at`V1/customers/${id}/confirm`, { schema: z.string() }, call),
      activate: async (address, confirmationKey, call) =>
        written(api, check, 'PUT', at`V1/customers/${email(address)}/activate`, { confirmationKey }, call),
      validate: async (given, call) => {
        const { password: _, ...customer } = checkInput('customers.account.validate', customerInput, given);
        return api.request('PUT', 'V1/customers/validate', { json: { customer }, schema: validitySchema }, call);
      },
      isReadOnly: (id, call) => act(api, 'GET', at`V1/customers/${id}/permissions/readonly`, undefined, call),
    },
  };
}
