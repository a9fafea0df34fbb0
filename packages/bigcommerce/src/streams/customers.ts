import { type BodyPage, type Identity, isLoose, id as toId } from '@cartograph/connector-kit';
import type { FailedRecord, IdPage, ReadQuery } from '@cartograph/core';
import type { CustomerBody, NativeCustomer } from '../native/customer.js';
import { instant } from '../native/instant.js';
import type { OpenConnection } from './connection.js';
import { foundOf, salvageOf } from './found.js';

export function identifyCustomer({ customer }: Readonly<Record<string, unknown>>): Identity {
  const body = isLoose(customer) ? customer : {};
  return { id: toId(body.id), modifiedAt: instant(body.date_modified) };
}

export const wrapCustomer = (item: unknown): unknown =>
  isLoose(item) && isLoose(item.customer) ? item : { customer: item };

/** By cursor, which changes of other customers do not move. */
export async function* readCustomers(connection: OpenConnection, query: ReadQuery): AsyncGenerator<BodyPage> {
  const filter = {
    include: ['addresses'] as const,
    ...(query.since === null ? {} : { 'date_modified:min': query.since }),
    ...(query.until === null ? {} : { 'date_modified:max': query.until }),
  };
  for await (const page of connection.client.customers.pages(filter, query.resume)) {
    const { bodies, failed } = await customerBodies(connection, page.items);
    const { next, total } = page;
    yield { bodies, next, failed: [...(page.failed ?? []), ...failed], ...(total === null ? {} : { total }) };
  }
}

/** A customer includes ten addresses at most; those who have more are asked for together. */
const includedAddresses = 10;

async function customerBodies(
  { client }: Pick<OpenConnection, 'client'>,
  customers: readonly NativeCustomer[],
): Promise<{ readonly bodies: readonly CustomerBody[]; readonly failed: readonly FailedRecord[] }> {
  const rich = customers.filter(({ address_count }) => Number(address_count) > includedAddresses);
  const { items, failed } = await client.customers.addresses.ofCustomers(rich.map(({ id }) => Number(id)));
  const served = customers.filter(({ id }) => !failed.some(record => record.id === String(id)));
  const bodies = served.map(customer =>
    rich.includes(customer)
      ? { customer, addresses: items.filter(({ customer_id }) => String(customer_id) === String(customer.id)) }
      : { customer },
  );
  return { bodies, failed };
}

/** Whom the platform does not list is gone. */
export async function findCustomers(
  { client }: OpenConnection,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CustomerBody | null>> {
  const { items, failed } = await salvageOf(ids, client.customers.byIds(ids.map(Number), { include: ['addresses'] }));
  const read = await customerBodies({ client }, items);
  return foundOf(ids, read.bodies, ({ customer }) => customer.id, [...failed, ...read.failed]);
}

export async function* customerIds({ client }: OpenConnection, resume: string | null): AsyncGenerator<IdPage> {
  for await (const { items, next, failed = [] } of client.customers.pages({}, resume)) {
    yield { ids: [...items.map(({ id }) => toId(id)), ...failed.map(({ id }) => id)], next };
  }
}
