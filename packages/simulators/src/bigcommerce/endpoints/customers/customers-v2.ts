import { type Call, empty, json, type Route } from '../../../http.js';
import { rfc2822 } from '../../dates.js';
import { objectOf } from '../../records/body.js';
import {
  anything,
  choice,
  type Doc,
  type Fields,
  fixed,
  flag,
  needed,
  number,
  object,
  text,
  whole,
} from '../../records/fields.js';
import { atLeast, atMost, idBounds, same } from '../../records/filters.js';
import { inV2 } from '../../records/in-v2.js';
import type { Rows } from '../../records/rows.js';
import { v2Resource } from '../../records/v2-resource.js';
import { invalid, notFound } from '../../refusal.js';
import type { CustomerEntry } from '../../shop/customer-book.js';
import { countryNamed } from '../../shop/geography.js';
import { customerBody, customerRows } from '../../views/customer.js';
import { link } from '../../views/link.js';
import type { Api } from '../api.js';
import type { CustomerWriter } from './customer-writer.js';

const fields: Fields = {
  id: fixed(),
  date_created: fixed(),
  date_modified: fixed(),
  addresses: fixed(),
  form_fields: fixed(),
  accepts_marketing: fixed(),
  _authentication: object(),
  company: text(255),
  first_name: needed(text(100)),
  last_name: needed(text(100)),
  email: needed(text(250)),
  phone: text(50),
  store_credit: number(0),
  registration_ip_address: text(30),
  customer_group_id: whole(0),
  notes: text(),
  tax_exempt_category: text(255),
  reset_pass_on_login: flag(),
};

const addressFields: Fields = {
  id: fixed(),
  country_iso2: fixed(),
  customer_id: anything(),
  first_name: needed(text(255)),
  last_name: needed(text(255)),
  company: text(255),
  street_1: needed(text()),
  street_2: text(),
  city: needed(text(100)),
  state: needed(text(100)),
  zip: needed(text(30)),
  country: needed(text()),
  phone: needed(text(50)),
  address_type: choice('residential', 'commercial'),
};

/** What V3 calls the fields of an address. */
const addressNames: Readonly<Record<string, string>> = {
  street_1: 'address1',
  street_2: 'address2',
  state: 'state_or_province',
  zip: 'postal_code',
};

const addressV2 = (row: Doc): Doc => ({
  id: row.id,
  customer_id: row.customer_id,
  first_name: row.first_name,
  last_name: row.last_name,
  company: row.company,
  street_1: row.address1,
  street_2: row.address2,
  city: row.city,
  state: row.state_or_province,
  zip: row.postal_code,
  country: row.country,
  country_iso2: row.country_code,
  phone: row.phone,
  address_type: row.address_type,
});

const addressV3 = ({ country, customer_id, ...values }: Doc): Doc => {
  const found = country === undefined ? undefined : countryNamed(String(country));
  if (country !== undefined && !found) throw invalid('v2', { country: `The country '${country}' is not known.` });
  return {
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [addressNames[name] ?? name, value])),
    ...(found ? { country: found.country, country_code: found.country_iso2 } : {}),
  };
};

/** So many accounts one request without ids deletes. */
const deletedAtOnce = 100;

const toV3 = ({ _authentication: login, store_credit: credit, reset_pass_on_login, ...values }: Doc): Doc => {
  const { password, force_reset } = (login ?? {}) as Doc;
  const authentication = {
    ...(password === undefined ? {} : { new_password: password }),
    ...(force_reset === undefined ? {} : { force_password_reset: force_reset }),
  };
  return {
    ...values,
    ...(login === undefined ? {} : { authentication }),
    ...(credit === undefined ? {} : { store_credit_amounts: [{ amount: Number(credit) }] }),
  };
};

/** The older face of the same accounts. */
export function customerV2Routes(base: string, api: Api, writer: CustomerWriter): Route[] {
  const { shop } = api;
  const { customers, storeHash } = shop;
  const path = `${base}/v2/customers`;

  const body = (entry: CustomerEntry): Doc => {
    const customer = customers.customer(entry);
    const known = customerBody(customer, entry);
    return {
      id: entry.id,
      company: known.company,
      first_name: known.first_name,
      last_name: known.last_name,
      email: known.email,
      phone: known.phone,
      form_fields: null,
      date_created: rfc2822(entry.createdAt),
      date_modified: rfc2822(entry.modifiedAt),
      store_credit: customer.storeCredit.toFixed(4),
      registration_ip_address: known.registration_ip_address,
      customer_group_id: known.customer_group_id,
      notes: known.notes,
      tax_exempt_category: known.tax_exempt_category,
      accepts_marketing: false,
      addresses: link(storeHash, `/customers/${entry.id}/addresses`),
      reset_pass_on_login: false,
    };
  };

  const entryIn = (id: unknown): CustomerEntry => {
    const entry = customers.entry(Number(id));
    if (!entry) throw notFound('v2');
    return entry;
  };

  const accounts: Rows = {
    get all() {
      return customers.entries.map(body);
    },
    find: id => {
      const entry = customers.entry(Number(id));
      return entry && body(entry);
    },
    insert: values => inV2(() => body(writer.create([toV3(values)])[0] as CustomerEntry)),
    change: (row, values) => {
      inV2(() => writer.update([{ id: row.id, ...toV3(values) }]));
      return Object.assign(row, body(entryIn(row.id)));
    },
    remove: row => writer.remove(entryIn(row.id)),
  };

  const addresses = ({ params }: Call): Rows => {
    const entry = entryIn(params.id);
    const rows = customerRows(shop, entry, 'addresses');
    return {
      get all() {
        return rows.all.map(addressV2);
      },
      find: id => {
        const row = rows.find(id);
        return row && addressV2(row);
      },
      insert: values => addressV2(writer.putAddress(entry, addressV3(values))),
      change: (row, values) => Object.assign(row, addressV2(rows.change(rows.find(row.id) ?? {}, addressV3(values)))),
      remove: row => rows.remove(rows.find(row.id) ?? {}),
    };
  };

  const accountResource = {
    path,
    collection: 'customers',
    fields,
    rows: () => accounts,
    createdStatus: 200,
    derive: ({ registration_ip_address: address, ...values }: Doc) => values,
    filters: {
      ...idBounds,
      first_name: same('first_name'),
      last_name: same('last_name'),
      company: same('company'),
      email: same('email'),
      phone: same('phone'),
      store_credit: same('store_credit'),
      customer_group_id: same('customer_group_id'),
      tax_exempt_category: same('tax_exempt_category'),
      min_date_created: atLeast('date_created'),
      max_date_created: atMost('date_created'),
      min_date_modified: atLeast('date_modified'),
      max_date_modified: atMost('date_modified'),
    },
  } as const;

  return [
    [
      `DELETE ${path}`,
      () => {
        for (const entry of customers.entries.slice(0, deletedAtOnce)) writer.remove(entry);
        return empty();
      },
    ],
    ...v2Resource({ ...accountResource, only: ['list', 'count', 'get', 'create', 'update', 'delete'] }, api),
    [
      `POST ${path}/:id/validate`,
      async ({ params, request }) => {
        const entry = entryIn(params.id);
        const { password } = await objectOf('v2', request);
        return json({ success: password !== undefined && entry.written?.password === password });
      },
    ],
    ...v2Resource(
      {
        path: `${path}/:id/addresses`,
        collection: 'customerAddresses',
        fields: addressFields,
        rows: addresses,
        createdStatus: 200,
      },
      api,
    ),
  ];
}
