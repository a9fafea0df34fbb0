import { absent, always, derived, each, mapper, nest, unmasked } from '@cartograph/connector-kit';
import type { Customer, CustomerAddress, OrderCustomer } from '@cartograph/core';
import type { IconicShop } from '../shop.js';
import { madeAddress } from './address.js';
import type { PlacedOrder } from './placed-order.js';

const ofPersons = 'of the customer, else of the shipping address, else of the billing address';
const ofAddresses = 'of the billing address, else of the shipping address';
const byEmail = 'SHA-256 of the lower-cased e-mail, where one is shown';

export const toOrderCustomer = mapper<PlacedOrder, OrderCustomer, IconicShop>({
  id: derived(byEmail, ({ buyer }) => buyer.id),
  guest: derived('true where no e-mail is shown', ({ buyer }) => buyer.id === null),
  name: derived(ofPersons, ({ buyer }) => buyer.name),
  email: derived(ofAddresses, ({ buyer }) => buyer.email),
  phone: derived(ofAddresses, ({ buyer }) => buyer.phone),
});

const toCustomerAddress = mapper<CustomerAddress, CustomerAddress, IconicShop>({
  id: absent('addresses have no ids'),
  type: derived('the side of the order that the address is for', side => side.type),
  address: nest(madeAddress, side => side.address),
});

function addressesOf({ sides: { billing, shipping } }: PlacedOrder): CustomerAddress[] {
  const addresses: CustomerAddress[] = [];
  if (billing) addresses.push({ id: null, type: 'billing', address: billing });
  if (shipping) addresses.push({ id: null, type: 'shipping', address: shipping });
  return addresses;
}

/** An order with the id of the customer that its e-mail makes. */
export interface Purchase {
  readonly id: string;
  readonly order: PlacedOrder;
}

export const toCustomer = mapper<Purchase, Customer, IconicShop>({
  id: derived(byEmail, ({ id }) => id),
  createdAt: absent('the platform has no customers, and an order does not tell when the first one was placed'),
  sourceModifiedAt: derived('when the order was last changed', ({ order }) => order.modifiedAt),
  derived: always(true, 'the platform has no customers: they come of the orders'),
  name: derived(ofPersons, ({ order }) => order.buyer.name),
  firstName: ({ order }) => unmasked(order.native.customer?.firstName),
  lastName: ({ order }) => unmasked(order.native.customer?.lastName),
  company: absent('orders name no company'),
  email: derived(ofAddresses, ({ order }) => order.buyer.email),
  phone: derived(ofAddresses, ({ order }) => order.buyer.phone),
  taxNumber: absent('orders carry none in the countries read here'),
  defaultCurrency: derived('the currency of the order', ({ order }) => order.currency),
  group: absent('the platform shows no customer groups'),
  addresses: each(toCustomerAddress, ({ order }) => addressesOf(order)),
  status: always('unknown', 'the platform shows no accounts'),
  statusRaw: absent('the platform shows no accounts'),
  note: absent('the platform shows no accounts'),
});
