import { type BodyPage, id, isLoose, stream } from '@cartograph/connector-kit';
import type { Instant, ReadQuery } from '@cartograph/core';
import { unlessForbidden } from '../errors.js';
import { toTransaction } from '../mapping/transaction.js';
import { type NativeTransactionBody, nativeTransactionBodySchema } from '../native/transaction.js';
import type { StatementType } from '../records/finance.js';
import type { IconicShop } from '../shop.js';
import { createOrderIds } from './order-ids.js';
import type { IconicReader } from './reader.js';
import { pagesOfAllTypes } from './statement-types.js';
import { timeOf } from './window.js';

const pagesAhead = 3;
/** How long after its period a statement may be closed; the documentation says the day after. */
const closingMs = 3 * 86_400_000;

/**
 * A row is dated when it is booked and changes once, when its statement is closed and gives it an id. So rows of periods
 * that may have been closed since are read again.
 */
async function startOf(reader: IconicReader, type: StatementType, since: Instant): Promise<Instant> {
  const ended = new Date(Date.parse(since) - closingMs);
  const latest = await unlessForbidden(reader.client.statements.list({ type, sort: 'startDate', sortDir: 'desc' }));
  const starts = (latest?.items ?? [])
    .filter(row => Date.parse(timeOf(row, 'endDate', reader) ?? '') >= ended.getTime())
    .map(row => timeOf(row, 'startDate', reader) ?? since);
  return [since, ...starts].reduce((first, start) => (Date.parse(start) < Date.parse(first) ? start : first));
}

async function* read(reader: IconicReader, query: ReadQuery): AsyncGenerator<BodyPage> {
  const { client } = reader;
  const { since, until, resume } = query;
  const starts = new Map<StatementType, Promise<Instant>>();
  const startDate = async (type: StatementType) => {
    if (since === null) return undefined;
    const known = starts.get(type) ?? startOf(reader, type, since);
    starts.set(type, known);
    return new Date(await known);
  };
  const orderIds = createOrderIds(client);
  const list = async (type: StatementType, limit: number, offset: number) => {
    const from = await startDate(type);
    return client.transactions.list({
      statementType: type,
      ...(from === undefined ? {} : { startDate: from }),
      ...(until === null ? {} : { endDate: new Date(until) }),
      sort: 'id',
      sortDir: 'asc',
      limit,
      offset,
    });
  };
  for await (const { rows, next, type } of pagesOfAllTypes(list, resume, pagesAhead)) {
    const orderIdOf = await orderIds(rows, type);
    yield { bodies: rows.map(row => ({ transaction: row, orderId: orderIdOf(row) })), next };
  }
}

const rowOf = (body: Readonly<Record<string, unknown>>) => (isLoose(body.transaction) ? body.transaction : {});

export const transactions = stream<IconicReader, IconicShop, NativeTransactionBody>({
  yields: ['transactions'],
  incremental: 'created',
  lagMs: 60 * 60_000,
  everyMs: 30 * 60_000,
  native: nativeTransactionBodySchema,
  identify: (body, reader) => ({ id: id(rowOf(body).id), modifiedAt: timeOf(rowOf(body), 'date', reader) }),
  wrap: item => (isLoose(item) && 'transaction' in item ? item : { transaction: item, orderId: null }),
  read,
  normalize: (body, shop) => [{ resource: 'transactions', record: toTransaction(body, shop) }],
});
