import { type BatchResult, checkInput, optionalId } from '@cartograph/connector-kit';
import type { z } from 'zod';
import { type CustomerChanges, type CustomerInput, customerChanges, customerInput } from '../input/customer.js';
import { words } from '../input/values.js';
import { type AttributeMetadata, attributeMetadataSchema } from '../native/attribute.js';
import {
  type CustomerAddress,
  type CustomerRecord,
  customerAddressSchema,
  customerRecordSchema,
} from '../native/customer.js';
import { among, collect } from './among.js';
import { type Api, act, at, type MagentoCall, one, type Raw, whole, written } from './api.js';
import type { Bulk, Patience } from './bulk.js';
import { type CustomerAccount, createCustomerAccount } from './customer-account.js';
import type { ItemOf, Lists } from './lists.js';

type Id = string | number;
type Customer = Raw<CustomerRecord>;

/** Accounts. Guests have none; their orders are found by e-mail. */
export interface CustomerActions extends CustomerAccount {
  create(customer: CustomerInput, call?: MagentoCall): Promise<Customer>;
  /** Reads the customer and writes it with the changes: the shop replaces it whole. Addresses stay unless they are given; then all are replaced. */
  update(id: Id, changes: CustomerChanges, call?: MagentoCall): Promise<Customer>;
  delete(id: Id, call?: MagentoCall): Promise<boolean>;
  createMany(customers: readonly CustomerInput[], call?: MagentoCall & Patience): Promise<BatchResult<Customer>>;
  deleteMany(ids: readonly Id[], call?: MagentoCall & Patience): Promise<BatchResult<boolean>>;
  /** By e-mail; shops whose websites share no accounts may have one in each. */
  byEmail(email: string, call?: MagentoCall & { readonly websiteId?: number }): Promise<Customer | null>;
  /** Newest last. */
  orders(id: Id, call?: MagentoCall): AsyncGenerator<ItemOf<'orders'>>;
  /** What was bought, as it is in the shop now: a page of orders, reduced to their products’ ids, and a page of products. */
  products(id: Id, call?: MagentoCall): Promise<ItemOf<'products'>[]>;
  /** What there is to fill in. */
  attributes(call?: MagentoCall): Promise<Raw<AttributeMetadata>[]>;
  readonly addresses: {
    get(addressId: Id, call?: MagentoCall): Promise<Raw<CustomerAddress>>;
    delete(addressId: Id, call?: MagentoCall): Promise<boolean>;
    /** The default of a customer. */
    billing(customerId: Id, call?: MagentoCall): Promise<Raw<CustomerAddress>>;
    shipping(customerId: Id, call?: MagentoCall): Promise<Raw<CustomerAddress>>;
    attributes(call?: MagentoCall): Promise<Raw<AttributeMetadata>[]>;
  };
}

const split = ({ password, ...customer }: z.output<typeof customerInput>) => ({
  customer,
  ...(password !== undefined && { password }),
});

/** What the shop sets, and addresses: left out they stay. */
const notSent = ['created_at', 'updated_at', 'created_in', 'confirmation', 'addresses'];

export function createCustomers(api: Api, lists: Lists, bulk: Bulk): Lists['customers'] & CustomerActions {
  const { customers, orders, products } = lists;
  const check = api.checks('customers', customerRecordSchema);
  const addresses = api.checks('customers.addresses', customerAddressSchema);
  const metadata = api.checks('customers.attributes', attributeMetadataSchema);
  const email = (given: string) => checkInput('customers', words, given);
  return {
    ...customers,
    create: async (customer, call) =>
      written(api, check, 'POST', 'V1/customers', split(checkInput('customers.create', customerInput, customer)), call),
    update: async (id, changes, call) => {
      const checked = checkInput('customers.update', customerChanges, changes);
      const before = await customers.get(id, call);
      const kept = Object.fromEntries(Object.entries(before).filter(([field]) => !notSent.includes(field)));
      const customer = { ...kept, ...checked, id: Number(id) };
      return written(api, check, 'PUT', at`V1/customers/${id}`, { customer }, call);
    },
    delete: (id, call) => act(api, 'DELETE', at`V1/customers/${id}`, undefined, call),
    createMany: async (inputs, call) => {
      const checked = inputs.map((customer, index) =>
        checkInput(`customers.createMany[${index}]`, customerInput, customer),
      );
      return bulk.run('POST', 'V1/customers', checked.map(split), call);
    },
    deleteMany: (ids, call) =>
      bulk.run(
        'DELETE',
        'V1/customers/:customerId',
        ids.map(customerId => ({ customerId })),
        call,
      ),
    byEmail: (address, { websiteId, ...call } = {}) => {
      const found = customers.search().where('email', email(address));
      return (websiteId === undefined ? found : found.where('website_id', websiteId)).first(call);
    },
    orders: (id, call) => orders.search().where('customer_id', id).iterate(call),
    products: async (id, call) => {
      const bought = orders.search().where('customer_id', id).fields('items[product_id]');
      const rows = (await bought.all(call)).flatMap(({ items }) => items || []);
      const values = [...new Set(rows.flatMap(row => optionalId(row.product_id) ?? []))];
      return collect(among(products, { field: 'entity_id', values }, call));
    },
    attributes: call => whole(api, metadata, 'V1/attributeMetadata/customer', call),
    addresses: {
      get: (id, call) => one(api, addresses, at`V1/customers/addresses/${id}`, call),
      delete: (id, call) => act(api, 'DELETE', at`V1/addresses/${id}`, undefined, call),
      billing: (id, call) => one(api, addresses, at`V1/customers/${id}/billingAddress`, call),
      shipping: (id, call) => one(api, addresses, at`V1/customers/${id}/shippingAddress`, call),
      attributes: call => whole(api, metadata, 'V1/attributeMetadata/customerAddress', call),
    },
    ...createCustomerAccount(api),
  };
}
