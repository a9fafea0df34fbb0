import { isoZulu } from '../../dates.js';
import { check, type Doc, type Fields, fallbacks, isDoc } from '../../records/fields.js';
import { type Faults, invalid, problem, Refusal } from '../../refusal.js';
import { toSecond } from '../../shop/clock.js';
import type { CustomerEntry } from '../../shop/customer-book.js';
import { blankCustomer, customerWith } from '../../shop/customer-writing.js';
import { countryNamed } from '../../shop/geography.js';
import { customerRows } from '../../views/customer.js';
import type { Api } from '../api.js';
import { changeableCustomerFields, customerFields, embeddedAddressFields } from './customer-fields.js';

/** What the rows of a batch come to; one row that is wrong refuses them all. */
export function checkAll(fields: Fields, bodies: readonly Doc[], isNew: boolean): Doc[] {
  const faults: Record<string, string> = {};
  const checked = bodies.map((body, index) => {
    const found = check(fields, body, isNew);
    for (const [name, fault] of Object.entries(found.faults)) faults[`${index}.${name}`] = fault;
    for (const name of found.readOnly) {
      // The id says which row is meant.
      if (name !== 'id' || isNew) faults[`${index}.${name}`] = `${name} is read only`;
    }
    return found.values;
  });
  if (Object.keys(faults).length > 0) throw invalid('v3', faults);
  return checked;
}

const failed = (title: string, errors: Faults) => new Refusal(422, problem(422, title, errors));

/** Writes accounts, or throws what the platform refuses with. */
export function createCustomerWriter({ shop, records }: Api) {
  const { customers, news, clock } = shop;
  const now = () => toSecond(clock.now());
  const tell = (verb: string, id: number) => news.tell(`customer/${verb}`, { type: 'customer', id });

  /** An e-mail address is one account's only. */
  const refuseTwins = (rows: readonly (readonly [id: number | null, values: Doc])[], title: string, key: string) => {
    const seen = new Set<string>();
    for (const [id, { email }] of rows) {
      if (email === undefined) continue;
      const text = String(email).toLowerCase();
      const owner = customers.withEmail(text);
      if (seen.has(text) || (owner && owner.id !== id))
        throw failed(title, { [key]: `Error: email ${email} already in use` });
      seen.add(text);
    }
  };

  const refuseStrangers = (rows: readonly Doc[]) => {
    for (const [index, { customer_group_id: group }] of rows.entries()) {
      if (group && !records.customerGroups.find(group))
        throw invalid('v3', { [`${index}.customer_group_id`]: `The customer group ${group} does not exist.` });
    }
  };

  const stamp = () => ({ date_created: isoZulu(now()), date_modified: isoZulu(now()) });

  const putAddress = (entry: CustomerEntry, values: Doc): Doc =>
    customerRows(shop, entry, 'addresses').insert({
      ...values,
      customer_id: entry.id,
      country: countryNamed(String(values.country_code))?.country ?? '',
    });

  const putAttribute = (entry: CustomerEntry, attributeId: number, value: string): Doc => {
    const rows = customerRows(shop, entry, 'attributes');
    const known = rows.all.find(row => row.attribute_id === attributeId);
    if (known) return rows.change(known, { attribute_value: value, date_modified: isoZulu(now()) });
    return rows.insert({ attribute_id: attributeId, attribute_value: value, customer_id: entry.id, ...stamp() });
  };

  return {
    create(bodies: readonly Doc[]): CustomerEntry[] {
      const rows = checkAll(customerFields, bodies, true);
      refuseTwins(
        rows.map(values => [null, values]),
        'Create customers failed.',
        '.customer_create',
      );
      refuseStrangers(rows);
      const nested = rows.map((values, index) => {
        const addresses = checkAll(embeddedAddressFields, ((values.addresses ?? []) as unknown[]).filter(isDoc), true);
        const attributes = ((values.attributes ?? []) as unknown[]).filter(isDoc);
        const stranger = attributes.find(({ attribute_id: id }) => !records.customerAttributes.find(id));
        if (stranger) throw invalid('v3', { [`${index}.attributes`]: 'The attribute does not exist.' });
        return { addresses, attributes };
      });
      return rows.map((values, index) => {
        const entry = customers.add(now());
        customers.write(entry, customerWith(blankCustomer(entry.id), values), now());
        for (const address of nested[index]?.addresses ?? [])
          putAddress(entry, { ...fallbacks(embeddedAddressFields), ...address });
        for (const { attribute_id, attribute_value } of nested[index]?.attributes ?? [])
          putAttribute(entry, Number(attribute_id), String(attribute_value));
        tell('created', entry.id);
        return entry;
      });
    },

    update(bodies: readonly Doc[]): CustomerEntry[] {
      const rows = checkAll(changeableCustomerFields, bodies, false);
      const entries = bodies.map(({ id }, index) => {
        const entry = customers.entry(Number(id));
        if (!entry) throw invalid('v3', { [`${index}.id`]: `The customer ${id} does not exist.` });
        return entry;
      });
      refuseTwins(
        rows.map((values, index) => [entries[index]?.id ?? null, values]),
        'Update customers failed.',
        '.customer_update',
      );
      refuseStrangers(rows);
      for (const [index, entry] of entries.entries()) {
        const known = entry.written ?? { customer: customers.customer(entry), fields: {}, password: null };
        customers.write(
          entry,
          customerWith({ ...known, customer: customers.customer(entry) }, rows[index] ?? {}),
          now(),
        );
        tell('updated', entry.id);
      }
      return entries;
    },

    remove(entry: CustomerEntry): void {
      customers.remove(entry);
      tell('deleted', entry.id);
    },

    putAddress,
    putAttribute,
  };
}

export type CustomerWriter = ReturnType<typeof createCustomerWriter>;
