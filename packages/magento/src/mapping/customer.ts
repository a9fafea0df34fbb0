import { absent, always, derived, each, id, mapper, nest, optionalId, text, unmasked } from '@cartograph/connector-kit';
import type { Customer, CustomerAddress } from '@cartograph/core';
import type { NativeAddress } from '../native/address.js';
import type { NativeCustomer } from '../native/customer.js';
import type { MagentoShop } from '../shop.js';
import { personName, toAddress } from './address.js';
import { instant } from './instant.js';

interface AddressSource {
  readonly address: NativeAddress;
  readonly customer: NativeCustomer;
}

const toCustomerAddress = mapper<AddressSource, CustomerAddress, unknown>({
  id: ({ address }) => optionalId(address.id),
  type: ({ address, customer }) =>
    addressType(isDefault(address, customer, 'default_billing'), isDefault(address, customer, 'default_shipping')),
  address: nest(toAddress, ({ address }) => address),
});

/** Flags stand on the address only when true; the customer names the ids too. */
function isDefault(address: NativeAddress, customer: NativeCustomer, use: 'default_billing' | 'default_shipping') {
  if (address[use] === true) return true;
  const addressId = optionalId(address.id);
  return addressId !== null && addressId === optionalId(customer[use]);
}

const addressType = (isBilling: boolean, isShipping: boolean): CustomerAddress['type'] =>
  isBilling ? (isShipping ? 'both' : 'billing') : isShipping ? 'shipping' : 'unknown';

const toGroup = mapper<NativeCustomer, NonNullable<Customer['group']>, MagentoShop>({
  id: customer => id(customer.group_id),
  name: (customer, shop) => shop.customerGroups[id(customer.group_id)]?.name ?? null,
});

export const toCustomer = mapper<NativeCustomer, Customer, MagentoShop>({
  id: customer => id(customer.id),
  createdAt: customer => instant(customer.created_at),
  sourceModifiedAt: customer => instant(customer.updated_at),
  derived: always(false, 'customers are records of the platform'),
  name: customer => personName(customer),
  firstName: customer => unmasked(customer.firstname),
  lastName: customer => unmasked(customer.lastname),
  company: derived('of the preferred address', customer => text(preferred(customer)?.company)),
  email: customer => unmasked(customer.email),
  phone: derived('of the default billing address, else the default shipping address, else the first', customer =>
    unmasked(preferred(customer)?.telephone),
  ),
  taxNumber: customer => text(customer.taxvat),
  defaultCurrency: derived(
    'base currency of the customer’s website',
    (customer, shop) => shop.websites[text(customer.website_id) ?? '']?.currency ?? null,
  ),
  group: nest(toGroup, customer => (text(customer.group_id) === null ? null : customer)),
  addresses: each(toCustomerAddress, customer => (customer.addresses ?? []).map(address => ({ address, customer }))),
  status: always('active', 'a customer that is listed has an account; deleted ones vanish'),
  statusRaw: absent('customers have no status over REST'),
  note: absent('customers have no note'),
});

const preferred = (customer: NativeCustomer): NativeAddress | undefined => {
  const addresses = customer.addresses ?? [];
  return (
    addresses.find(address => isDefault(address, customer, 'default_billing')) ??
    addresses.find(address => isDefault(address, customer, 'default_shipping')) ??
    addresses[0]
  );
};
