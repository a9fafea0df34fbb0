import { createHash } from 'node:crypto';
import { absent, always, derived, each, mapper, nest, unmasked } from '@cartograph/connector-kit';
import type { Customer, CustomerAddress, OrderCustomer } from '@cartograph/core';
import type { NativeAddress } from '../native/order.js';
import type { IconicShop } from '../shop.js';
import { buyerOf, toAddress } from './address.js';
import { modifiedAt } from './order-times.js';
import type { PlacedOrder } from './placed-order.js';

const byEmail = 'SHA-256 of the lower-cased e-mail, where one is shown';

/** Null for a buyer without a shown e-mail: names are too common to tell people apart. */
export function customerId({ native }: PlacedOrder): string | null {
  const { email } = buyerOf(native);
  return email === null ? null : createHash('sha256').update(email.toLowerCase()).digest('hex').slice(0, 32);
}

export const toOrderCustomer = mapper<PlacedOrder, OrderCustomer, IconicShop>({
  id: derived(byEmail, customerId),
  guest: derived('true where no e-mail is shown', order => customerId(order) === null),
  name: ({ native }) => buyerOf(native).name,
  email: ({ native }) => buyerOf(native).email,
  phone: ({ native }) => buyerOf(native).phone,
});

interface Side {
  readonly type: CustomerAddress['type'];
  readonly native: NativeAddress;
}

const toCustomerAddress = mapper<Side, CustomerAddress, IconicShop>({
  id: absent('addresses have no ids'),
  type: side => side.type,
  address: nest(toAddress, side => side.native),
});

function sides({ native: { address } }: PlacedOrder): Side[] {
  return [
    ...(address?.billing ? [{ type: 'billing', native: address.billing } as const] : []),
    ...(address?.shipping ? [{ type: 'shipping', native: address.shipping } as const] : []),
  ];
}

/** An order with the customer that its e-mail makes. */
export type Purchase = PlacedOrder & { readonly customerId: string };

export const toCustomer = mapper<Purchase, Customer, IconicShop>({
  id: derived(byEmail, purchase => purchase.customerId),
  createdAt: absent('the platform has no customers, and an order does not tell when the first one was placed'),
  sourceModifiedAt: derived('when the order was last changed', modifiedAt),
  derived: always(true, 'the platform has no customers: they come of the orders'),
  name: ({ native }) => buyerOf(native).name,
  firstName: ({ native }) => unmasked(native.customer?.firstName),
  lastName: ({ native }) => unmasked(native.customer?.lastName),
  company: absent('orders name no company'),
  email: ({ native }) => buyerOf(native).email,
  phone: ({ native }) => buyerOf(native).phone,
  taxNumber: absent('orders carry none in the countries read here'),
  defaultCurrency: derived('the currency of the order', order => order.currency),
  group: absent('the platform shows no customer groups'),
  addresses: each(toCustomerAddress, sides),
  status: always('unknown', 'the platform shows no accounts'),
  statusRaw: absent('the platform shows no accounts'),
  note: absent('the platform shows no accounts'),
});
