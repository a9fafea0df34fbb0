import { stamp } from '../clock.js';
import type { Customer } from '../shop/customers.js';
import { viewById } from '../shop/stores.js';
import { customerAddressBodies } from './address.js';
import type { Body } from './body.js';

export function customerBody(customer: Customer): Body {
  if (customer.written)
    return {
      id: customer.id,
      ...customer.written,
      created_at: stamp(customer.createdAt),
      updated_at: stamp(customer.updatedAt),
    };
  const { contact } = customer;
  return {
    id: customer.id,
    group_id: customer.groupId,
    default_billing: String(customer.id * 2 - 1),
    default_shipping: String(customer.id * 2 - 1),
    created_at: stamp(customer.createdAt),
    updated_at: stamp(customer.updatedAt),
    created_in: viewById(customer.storeId).name,
    dob: customer.birthday ?? undefined,
    email: contact.email,
    firstname: contact.firstName,
    lastname: contact.lastName,
    gender: customer.id % 4,
    store_id: customer.storeId,
    taxvat: customer.taxNumber ?? undefined,
    website_id: customer.websiteId,
    addresses: customerAddressBodies(customer),
    disable_auto_group_change: 0,
    // PHP has one kind of empty list: an extension object with nothing in it looks like an array.
    extension_attributes: customer.id % 9 === 0 ? [] : { is_subscribed: customer.isSubscribed },
  };
}
