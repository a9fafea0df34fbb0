import type { Route } from '../../../http.js';
import { v3CursorList } from '../../cursor.js';
import { dateTests, includesOf, listOf, numberTests, passing, textTests } from '../../query.js';
import { refuse } from '../../refusal.js';
import type { CustomerEntry } from '../../shop/customer-book.js';
import type { Customer } from '../../shop/people.js';
import { v3List } from '../../v3.js';
import { customerAddresses, customerBody, customerExtras } from '../../views/customer.js';
import type { Api } from '../api.js';

const sortable: Readonly<Record<string, (entry: CustomerEntry, customer: () => Customer) => number | string>> = {
  date_created: entry => entry.createdAt,
  date_modified: entry => entry.modifiedAt,
  last_name: (_entry, customer) => customer().person.lastName,
};

/** An account with what `include` asks for. */
export function renderCustomer({ shop, serve }: Api, query: URLSearchParams): (entry: CustomerEntry) => unknown {
  const include = includesOf(query);
  return entry => {
    const customer = shop.customers.customer(entry);
    return serve('customers', entry.id, {
      ...customerBody(customer, entry),
      ...customerExtras(shop.seed, customer, entry, include),
    });
  };
}

export function customerRoutes(base: string, api: Api): Route[] {
  const { shop, serve } = api;
  const { customers, seed } = shop;
  const of = (entry: CustomerEntry) => customers.customer(entry);

  const sorted = (rows: readonly CustomerEntry[], sort: string | null): readonly CustomerEntry[] => {
    if (sort === null) return rows;
    const [field = '', direction = 'asc'] = sort.split(':');
    const read = sortable[field];
    if (!read) throw refuse('v3', 422, `The sort '${sort}' is not supported.`);
    const sign = direction === 'desc' ? -1 : 1;
    const keyed = rows.map(entry => ({ entry, key: read(entry, () => of(entry)) }));
    keyed.sort((left, right) =>
      left.key < right.key ? -sign : left.key > right.key ? sign : left.entry.id - right.entry.id,
    );
    return keyed.map(({ entry }) => entry);
  };

  /** A query that names ids, but none, is refused: it would mean everybody. */
  const refuseEmptyIds = (query: URLSearchParams) => {
    if (listOf(query, 'id:in')?.length === 0) throw refuse('v3', 422, 'The filter id:in must not be empty.');
  };

  return [
    [
      `GET ${base}/v3/customers`,
      ({ query }) => {
        refuseEmptyIds(query);
        const tests = [
          ...numberTests<CustomerEntry>(query, 'id', entry => entry.id),
          ...dateTests<CustomerEntry>(query, 'date_created', entry => entry.createdAt),
          ...dateTests<CustomerEntry>(query, 'date_modified', entry => entry.modifiedAt),
          ...numberTests<CustomerEntry>(query, 'customer_group_id', entry => of(entry).groupId),
          ...textTests<CustomerEntry>(query, 'email', entry => of(entry).person.email),
          ...textTests<CustomerEntry>(query, 'company', entry => of(entry).company),
          ...textTests<CustomerEntry>(query, 'phone', entry => of(entry).person.phone),
          ...textTests<CustomerEntry>(
            query,
            'name',
            entry => `${of(entry).person.firstName} ${of(entry).person.lastName}`,
          ),
        ];
        const rows = sorted(passing(customers.entries, tests), query.get('sort'));
        return v3CursorList(rows, query, renderCustomer(api, query));
      },
    ],
    [
      `GET ${base}/v3/customers/addresses`,
      ({ query }) => {
        const tests = numberTests<CustomerEntry>(query, 'customer_id', entry => entry.id);
        const ids = numberTests<Record<string, unknown>>(query, 'id', address => Number(address.id));
        const rows = passing(customers.entries, tests).flatMap(entry => customerAddresses(seed, of(entry), entry));
        return v3List(passing(rows, ids), query, row => serve('addresses', Number(row.id), row));
      },
    ],
  ];
}
