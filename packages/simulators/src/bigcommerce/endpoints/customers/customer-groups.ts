import type { Route } from '../../../http.js';
import { bareTime } from '../../dates.js';
import { type Doc, type Fields, fixed, flag, list, needed, object, or, text } from '../../records/fields.js';
import { atLeast, atMost, same, type V2Filter } from '../../records/filters.js';
import { v2Resource } from '../../records/v2-resource.js';
import { toSecond } from '../../shop/clock.js';
import type { Api } from '../api.js';

const fields: Fields = {
  id: fixed(),
  date_created: fixed(),
  date_modified: fixed(),
  name: needed(text()),
  is_default: flag(),
  category_access: or(object(), { type: 'all' }),
  discount_rules: list(),
  is_group_for_guests: flag(),
};

const like =
  (field: string): V2Filter =>
  wanted =>
  row =>
    String(row[field]).toLowerCase().includes(wanted.toLowerCase());

const dated = (name: string) => ({ [`${name}:min`]: atLeast(name), [`${name}:max`]: atMost(name), [name]: same(name) });

export function customerGroupRoutes(base: string, api: Api): Route[] {
  const { clock, customers } = api.shop;
  const rows = api.records.customerGroups;
  const now = () => bareTime(toSecond(clock.now()));
  const happened = (verb: string, group: Doc) => {
    // There is one default group, and nobody is in a group that is gone.
    if (verb !== 'deleted' && group.is_default === true)
      for (const other of rows.all) if (other !== group) rows.change(other, { is_default: false });
    if (verb !== 'deleted') return;
    for (const entry of customers.entries) {
      const customer = customers.customer(entry);
      if (customer.groupId !== group.id) continue;
      const { fields = {}, password = null } = entry.written ?? {};
      customers.write(entry, { customer: { ...customer, groupId: 0 }, fields, password }, toSecond(clock.now()));
    }
  };
  return v2Resource(
    {
      path: `${base}/v2/customer_groups`,
      collection: 'customerGroups',
      fields,
      rows: () => rows,
      createdStatus: 200,
      unique: ['name'],
      happened,
      derive: (values, before) => ({
        ...(before ? {} : { date_created: now() }),
        ...values,
        date_modified: now(),
      }),
      filters: {
        name: same('name'),
        'name:like': like('name'),
        is_default: same('is_default'),
        is_group_for_guests: same('is_group_for_guests'),
        ...dated('date_created'),
        ...dated('date_modified'),
      },
      only: ['list', 'count', 'get', 'create', 'update', 'delete'],
    },
    api,
  );
}
