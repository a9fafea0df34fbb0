import { type BodyPage, id, isLoose, stream } from '@cartograph/connector-kit';
import type { ModelRecord } from '@cartograph/core';
import { toPayout } from '../mapping/payout.js';
import { toPayoutTransaction } from '../mapping/payout-transaction.js';
import { isPaidOut, toStatement } from '../mapping/statement.js';
import { type NativeStatement, nativeStatementSchema } from '../native/statement.js';
import type { IconicShop } from '../shop.js';
import type { IconicReader } from './reader.js';
import { pagesOfAllTypes } from './statement-types.js';
import { timeOf } from './window.js';

/** Open statements all have the id 0: they are no payouts yet. */
const isOpen = (row: unknown): boolean => isLoose(row) && String(row.id) === '0';

/** A statement tells no time at which it changed, and there are two a month: all of them are read. */
async function* read({ client }: IconicReader, { resume }: { resume: string | null }): AsyncGenerator<BodyPage> {
  const sort = { sort: 'startDate', sortDir: 'asc' } as const;
  const pages = pagesOfAllTypes(
    (type, limit, offset) => client.statements.list({ type, ...sort, limit, offset }),
    resume,
  );
  for await (const { rows, next } of pages) yield { bodies: rows.filter(row => !isOpen(row)), next };
}

function normalize(native: NativeStatement, shop: IconicShop): ModelRecord[] {
  const statement = toStatement(native, shop);
  const records: ModelRecord[] = [{ resource: 'payouts', record: toPayout(statement, shop) }];
  if (isPaidOut(statement)) records.push({ resource: 'transactions', record: toPayoutTransaction(statement, shop) });
  return records;
}

export const payouts = stream<IconicReader, IconicShop, NativeStatement>({
  yields: ['payouts', 'transactions'],
  incremental: 'none',
  lagMs: 0,
  everyMs: 6 * 60 * 60_000,
  native: nativeStatementSchema,
  identify: (body, reader) => ({ id: id(body.id), modifiedAt: timeOf(body, 'paidAt', reader) }),
  read,
  normalize,
});
