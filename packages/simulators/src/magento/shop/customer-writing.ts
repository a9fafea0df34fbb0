import type { Body } from '../bodies/body.js';
import { customerBody } from '../bodies/customer.js';
import { noSuchEntity, Refused, refusal } from '../protocol/errors.js';
import { demand } from '../protocol/input.js';
import type { Customer } from './customers.js';
import type { Shop } from './shop.js';
import { viewById, websites } from './stores.js';

/** Customers and their addresses as they are changed over the API. */
export interface CustomerWriting {
  byId(id: unknown): Customer;
  byAddress(id: unknown): Customer | undefined;
  create(told: Body, storeId: number, at: number): Customer;
  /** What a request leaves out stays, a list of addresses replaces the one that was. */
  update(customer: Customer, told: Body, at: number): Customer;
  remove(customer: Customer): void;
  /** Without moving the customer's time, as Magento does for addresses. */
  keepAddresses(customer: Customer, addresses: readonly Body[]): Customer;
}

const firstAddressId = 50_000_001;
const neverTold = ['id', 'created_at', 'updated_at', 'created_in', 'addresses', 'default_billing', 'default_shipping'];

const wrongEmail = () => new Refused(refusal(400, '"%1" is not a valid email address.', ['Email']));

export function createCustomerWriting(shop: Shop): CustomerWriting {
  const { customers } = shop;
  let addresses = 0;

  const toAddress = (told: Body, customerId: number, known: readonly Body[]): Body => {
    const isEmpty = (value: unknown) => !value || (Array.isArray(value) && value.length === 0);
    demand(['firstname', 'lastname', 'street', 'city', 'telephone', 'country_id'].filter(name => isEmpty(told[name])));
    const former = known.find(({ id }) => id === told.id);
    const { default_billing, default_shipping, region, ...rest } = told;
    const regionId = Number((region as Body | null | undefined)?.region_id ?? told.region_id ?? 0);
    return {
      ...former,
      ...rest,
      id: former?.id ?? firstAddressId + addresses++,
      customer_id: customerId,
      region: { region_code: null, region: null, ...(region as Body | undefined), region_id: regionId },
      region_id: regionId,
      ...(default_billing ? { default_billing: true } : {}),
      ...(default_shipping ? { default_shipping: true } : {}),
    };
  };

  const check = (told: Body, id: number | null): void => {
    const email = String(told.email ?? '');
    if (!/^[^@\s]+@[^@\s]+\.[^@\s.]+$/.test(email)) throw wrongEmail();
    const isTaken = customers.some(
      other =>
        other.id !== id &&
        other.websiteId === told.website_id &&
        other.contact.email.toLowerCase() === email.toLowerCase(),
    );
    if (isTaken)
      throw new Refused(
        refusal(400, 'A customer with the same email address already exists in an associated website.'),
      );
    if (told.group_id !== undefined && !shop.tables.customerGroups.get(told.group_id))
      throw new Refused(noSuchEntity('id', told.group_id));
    if (!websites.some(website => website.id === told.website_id))
      throw new Refused(noSuchEntity('websiteId', told.website_id));
  };

  /** The record with what its lists are filtered by. */
  const withBody = (customer: Customer, written: Body, at: number): Customer => ({
    ...customer,
    contact: {
      ...contactAt(customer.contact, written),
      email: String(written.email),
      firstName: String(written.firstname),
      lastName: String(written.lastname),
    },
    groupId: Number(written.group_id),
    storeId: Number(written.store_id),
    websiteId: Number(written.website_id),
    updatedAt: at,
    written,
  });

  const withAddresses = (body: Body, list: readonly Body[]): Body => {
    const flagged = (flag: string) => list.findLast(address => address[flag])?.id;
    const [billing, shipping] = [flagged('default_billing'), flagged('default_shipping')];
    const only = (address: Body): Body => {
      const { default_billing: _, default_shipping: __, ...rest } = address;
      return {
        ...rest,
        ...(address.id === shipping ? { default_shipping: true } : {}),
        ...(address.id === billing ? { default_billing: true } : {}),
      };
    };
    const { default_billing: _, default_shipping: __, ...rest } = body;
    return {
      ...rest,
      ...(billing === undefined ? {} : { default_billing: String(billing) }),
      ...(shipping === undefined ? {} : { default_shipping: String(shipping) }),
      addresses: list.map(only),
    };
  };

  const keep = (customer: Customer): Customer => {
    customers[customers.findIndex(({ id }) => id === customer.id)] = customer;
    return customer;
  };

  return {
    byId(id) {
      const customer = customers.find(known => String(known.id) === String(id));
      if (!customer) throw new Refused(noSuchEntity('customerId', id));
      return customer;
    },
    byAddress(id) {
      const has = (customer: Customer | undefined) =>
        customer && (customerBody(customer).addresses as Body[]).some(address => String(address.id) === String(id));
      // Everybody's first two addresses have numbers that tell whose they are.
      const owner =
        Number(id) < firstAddressId
          ? customers.find(customer => customer.id === Math.ceil(Number(id) / 2))
          : customers.find(customer => customer.written && has(customer));
      return has(owner) ? owner : undefined;
    },
    create(told, storeId, at) {
      const view = viewById(Number(told.store_id ?? storeId));
      const base = {
        group_id: 1,
        ...defined(told),
        store_id: view.id,
        website_id: Number(told.website_id ?? view.websiteId),
      };
      demand(['firstname', 'lastname'].filter(name => !told[name]));
      check(base, null);
      const list = ((told.addresses ?? []) as Body[]).map(address => toAddress(address, 0, []));
      const id = shop.newCustomerId();
      const written = withAddresses(
        {
          disable_auto_group_change: 0,
          extension_attributes: { is_subscribed: false },
          ...base,
          created_in: view.name,
        },
        list.map(address => ({ ...address, customer_id: id })),
      );
      const blank: Customer = { ...stranger, id, createdAt: at, updatedAt: at };
      const customer = withBody(blank, written, at);
      customers.push(customer);
      return customer;
    },
    update(customer, told, at) {
      const before = customerBody(customer);
      const merged: Body = { ...before, ...defined(told) };
      if (told.custom_attributes)
        merged.custom_attributes = mergedAttributes(before.custom_attributes, told.custom_attributes);
      demand(['email', 'firstname', 'lastname', 'website_id'].filter(name => !told[name]));
      check(merged, customer.id);
      const known = before.addresses as Body[];
      const list = told.addresses
        ? (told.addresses as Body[]).map(address => toAddress(address, customer.id, known))
        : known;
      return keep(withBody(customer, withAddresses(merged, list), at));
    },
    remove(customer) {
      customers.splice(customers.indexOf(customer), 1);
    },
    keepAddresses: (customer, list) =>
      keep(withBody(customer, withAddresses(customerBody(customer), list), customer.updatedAt)),
  };
}

/** Attributes by code: those that a request names over those that were. */
const mergedAttributes = (known: unknown, told: unknown): Body[] => {
  const byCode = new Map([...((known ?? []) as Body[]), ...(told as Body[])].map(one => [one.attribute_code, one]));
  return [...byCode.values()];
};

/** Where the customer's next order goes: to the default address, or the only one. */
function contactAt(contact: Customer['contact'], { addresses }: Body): Customer['contact'] {
  const list = addresses as readonly Body[];
  const address = list.find(({ default_shipping }) => default_shipping) ?? list[0];
  if (!address) return contact;
  const { region, region_code, region_id } = address.region as Body;
  return {
    ...contact,
    phone: String(address.telephone ?? ''),
    company: (address.company as string | undefined) ?? null,
    street: address.street as readonly string[],
    place: {
      city: String(address.city),
      region: (region as string | undefined) ?? null,
      regionCode: (region_code as string | undefined) ?? null,
      regionId: region_id === 0 ? null : Number(region_id),
      postcode: (address.postcode as string | undefined) ?? null,
      countryId: String(address.country_id),
      weight: 1,
    },
  };
}

/** What a request may say of a customer; numbers and times are the shop's. */
const defined = (told: Body): Body =>
  Object.fromEntries(
    Object.entries(told).filter(([name, value]) => value !== null && value !== undefined && !neverTold.includes(name)),
  );

/** Somebody of whom the seed knows nothing. */
const stranger: Omit<Customer, 'id' | 'createdAt' | 'updatedAt'> = {
  contact: {
    firstName: '',
    lastName: '',
    email: '',
    phone: '',
    company: null,
    street: [],
    place: { city: '', region: null, regionCode: null, regionId: null, postcode: null, countryId: 'AU', weight: 1 },
  },
  groupId: 1,
  storeId: 1,
  websiteId: 1,
  birthday: null,
  taxNumber: null,
  isSubscribed: false,
  hasSecondAddress: false,
  written: null,
};
