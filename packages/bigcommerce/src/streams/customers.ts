import { type BodyPage, type Identity, isLoose, id as toId } from '@cartograph/connector-kit';
import type { ReadQuery } from '@cartograph/core';
import { collect } from '../client/pages.js';
import type { CustomerBody, NativeCustomer } from '../native/customer.js';
import { instant } from '../native/instant.js';
import type { OpenConnection } from './connection.js';

export function identifyCustomer({ customer }: Readonly<Record<string, unknown>>): Identity {
  const body = isLoose(customer) ? customer : {};
  return { id: toId(body.id), modifiedAt: instant(body.date_modified) };
}

export const wrapCustomer = (item: unknown): unknown =>
  isLoose(item) && isLoose(item.customer) ? item : { customer: item };

/** By cursor, which changes of other customers do not move. */
export async function* readCustomers(connection: OpenConnection, query: ReadQuery): AsyncGenerator<BodyPage> {
  const pages = connection.client.customers.pages({
    include: ['addresses'],
    ...(query.since === null ? {} : { 'date_modified:min': query.since }),
    ...(query.until === null ? {} : { 'date_modified:max': query.until }),
    ...(query.resume === null ? {} : { after: query.resume }),
  });
  for await (const { items, next, total } of pages) {
    yield { bodies: await customerBodies(connection, items), next, ...(total === null ? {} : { total }) };
  }
}

/** A customer includes ten addresses at most; those who have more are asked for together. */
const includedAddresses = 10;

async function customerBodies(
  { client }: OpenConnection,
  customers: readonly NativeCustomer[],
): Promise<readonly CustomerBody[]> {
  const rich = customers.filter(({ address_count }) => Number(address_count) > includedAddresses);
  const ids = rich.map(({ id }) => Number(id));
  const addresses = ids.length === 0 ? [] : await collect(client.customers.addresses.iterate(ids));
  return customers.map(customer =>
    rich.includes(customer)
      ? { customer, addresses: addresses.filter(({ customer_id }) => String(customer_id) === String(customer.id)) }
      : { customer },
  );
}
