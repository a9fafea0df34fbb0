import { empty, json, type Route } from '../../../http.js';
import { listOf } from '../../query.js';
import { listOfObjects, objectOf } from '../../records/body.js';
import { type Doc, fallbacks } from '../../records/fields.js';
import { invalid } from '../../refusal.js';
import type { CustomerEntry } from '../../shop/customer-book.js';
import { countryNamed } from '../../shop/geography.js';
import { customerRows } from '../../views/customer.js';
import type { Api } from '../api.js';
import { addressFields, addressIdentity } from './customer-fields.js';
import { type CustomerWriter, checkAll } from './customer-writer.js';
import { renderCustomer } from './customers.js';

const writtenAtOnce = 10;

export function customerWriteRoutes(base: string, api: Api, writer: CustomerWriter): Route[] {
  const { shop } = api;
  const { customers, news } = shop;
  const path = `${base}/v3/customers`;
  const answer = (data: readonly unknown[]) => json({ data, meta: {} });

  const addresses = (entry: CustomerEntry) => customerRows(shop, entry, 'addresses');
  /** The account that has an address, and the address. */
  const ownerOf = (id: unknown): readonly [CustomerEntry, Doc] | undefined => {
    const wanted = Number(id);
    // Addresses that nobody wrote are numbered by their customers.
    const likely = customers.entry(Math.floor(wanted / 16));
    const owners = likely
      ? [likely, ...customers.entries.filter(({ parts }) => parts)]
      : customers.entries.filter(({ parts }) => parts);
    for (const entry of owners) {
      const row = addresses(entry).find(wanted);
      if (row) return [entry, row];
    }
    return undefined;
  };
  const isTwin = (rows: readonly Doc[], values: Doc, self: Doc | null) =>
    rows.some(row => row !== self && addressIdentity.every(name => (row[name] ?? '') === (values[name] ?? '')));
  const tellAddress = (verb: string, { id, customer_id }: Doc) =>
    news.tell(`customer/address/${verb}`, { type: 'customer', id, address: { customer_id } });

  return [
    [
      `POST ${path}`,
      async call => {
        const entries = writer.create(await listOfObjects('v3', call.request, writtenAtOnce));
        return answer(entries.map(renderCustomer(api, call.query)));
      },
    ],
    [
      `PUT ${path}`,
      async call => {
        const entries = writer.update(await listOfObjects('v3', call.request, writtenAtOnce));
        return answer(entries.map(renderCustomer(api, call.query)));
      },
    ],
    [
      `DELETE ${path}`,
      ({ query }) => {
        // Without ids nothing happens, and the answer is the same.
        for (const id of listOf(query, 'id:in') ?? []) {
          const entry = customers.entry(Number(id));
          if (entry) writer.remove(entry);
        }
        return empty();
      },
    ],
    [
      `POST ${path}/addresses`,
      async call => {
        const rows = checkAll(addressFields, await listOfObjects('v3', call.request, 250), true);
        const owners = rows.map(({ customer_id }, index) => {
          const entry = customers.entry(Number(customer_id));
          if (!entry) throw invalid('v3', { [`${index}.customer_id`]: `The customer ${customer_id} does not exist.` });
          return entry;
        });
        // An address that is there already is passed over without a word.
        const made = rows.flatMap((values, index) => {
          const entry = owners[index] as CustomerEntry;
          const full = { ...fallbacks(addressFields), ...values };
          if (isTwin(addresses(entry).all, full, null)) return [];
          const row = writer.putAddress(entry, full);
          tellAddress('created', row);
          return [row];
        });
        return made.length === 0 ? json({}) : answer(made);
      },
    ],
    [
      `PUT ${path}/addresses`,
      async call => {
        const bodies = await listOfObjects('v3', call.request, 250);
        const rows = checkAll({ ...addressFields, customer_id: { fault: () => null } }, bodies, false);
        const owners = bodies.map(({ id }, index) => {
          const found = ownerOf(id);
          if (!found) throw invalid('v3', { [`${index}.id`]: `The address ${id} does not exist.` });
          return found;
        });
        const changed = owners.flatMap(([entry, row], index) => {
          const { customer_id, ...values } = rows[index] ?? {};
          const code = values.country_code ?? row.country_code;
          const next = { ...values, country: countryNamed(String(code))?.country ?? '' };
          if (isTwin(addresses(entry).all, { ...row, ...next }, row)) return [];
          addresses(entry).change(row, next);
          tellAddress('updated', row);
          return [row];
        });
        return changed.length === 0 ? json({}) : answer(changed);
      },
    ],
    [
      `DELETE ${path}/addresses`,
      ({ query }) => {
        for (const id of listOf(query, 'id:in') ?? []) {
          const found = ownerOf(id);
          if (!found) continue;
          addresses(found[0]).remove(found[1]);
          tellAddress('deleted', found[1]);
        }
        return empty();
      },
    ],
    [
      `POST ${path}/validate-credentials`,
      async call => {
        const { email, password } = await objectOf('v3', call.request);
        if (!email || !password) throw invalid('v3', { email: 'email and password are required' });
        const entry = customers.withEmail(String(email));
        const isValid = entry?.written?.password === password;
        return json(isValid ? { customer_id: entry?.id, is_valid: true } : { is_valid: false });
      },
    ],
  ];
}
