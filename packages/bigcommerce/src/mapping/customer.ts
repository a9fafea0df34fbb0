import {
  absent,
  always,
  derived,
  each,
  id,
  mapper,
  nest,
  optionalId,
  text,
  unmasked,
  words,
} from '@cartograph/connector-kit';
import type { Customer, CustomerAddress } from '@cartograph/core';
import type { NativeCustomerAddress } from '../native/address.js';
import type { CustomerBody } from '../native/customer.js';
import { instant } from '../native/instant.js';
import type { BigCommerceShop } from '../shop.js';
import { toCustomerAddress } from './address.js';

const toAddress = mapper<NativeCustomerAddress, CustomerAddress, BigCommerceShop>({
  id: address => optionalId(address.id),
  type: always('unknown', 'BigCommerce does not say what an address is used for'),
  address: nest(toCustomerAddress, address => address),
});

function groupOf({ customer }: CustomerBody, { customerGroups }: BigCommerceShop): Customer['group'] {
  const group = optionalId(customer.customer_group_id);
  return group === null ? null : { id: group, name: customerGroups[group] ?? null };
}

export const toCustomer = mapper<CustomerBody, Customer, BigCommerceShop>({
  id: ({ customer }) => id(customer.id),
  createdAt: ({ customer }) => instant(customer.date_created),
  sourceModifiedAt: ({ customer }) => instant(customer.date_modified),
  derived: always(false, 'customers are records of the platform'),
  name: derived(
    'first and last name, else company, else e-mail',
    ({ customer }) =>
      words(customer.first_name, customer.last_name) ?? text(customer.company) ?? unmasked(customer.email),
  ),
  firstName: ({ customer }) => text(customer.first_name),
  lastName: ({ customer }) => text(customer.last_name),
  company: ({ customer }) => text(customer.company),
  email: ({ customer }) => unmasked(customer.email),
  phone: ({ customer }) => unmasked(customer.phone),
  taxNumber: absent('BigCommerce keeps none'),
  defaultCurrency: absent('a customer has no currency'),
  group: groupOf,
  addresses: each(toAddress, ({ customer, addresses }) => addresses ?? customer.addresses ?? []),
  status: always('active', 'deleted customers are not listed, and there is no other state'),
  statusRaw: absent('a customer has no status'),
  note: ({ customer }) => text(customer.notes),
});
