import { amount, currency, flag, id, mapper } from '@cartograph/connector-kit';
import { type Decimal, type Instant, isZero } from '@cartograph/core';
import type { NativeStatement } from '../native/statement.js';
import type { IconicShop } from '../shop.js';
import { instant } from './instant.js';

/** A statement with what both its payout and the movement of the balance show, read once. */
export interface Statement {
  readonly native: NativeStatement;
  readonly id: string;
  readonly currency: string;
  /** What went to the bank, or will go there. */
  readonly amount: Decimal;
  readonly isPaid: boolean;
  readonly dueAt: Instant | null;
  readonly paidAt: Instant | null;
}

function currencyOf({ currency: code }: NativeStatement): string {
  const found = currency(code);
  if (found === null) throw new TypeError('is missing');
  return found;
}

export const toStatement = mapper<NativeStatement, Statement, IconicShop>({
  native: statement => statement,
  id: statement => id(statement.id),
  currency: currencyOf,
  amount: statement => amount(statement.payoutAmount),
  isPaid: statement => flag(statement.paid) ?? false,
  dueAt: (statement, shop) => instant(statement.dueDate, shop),
  paidAt: (statement, shop) => instant(statement.paidAt, shop),
});

/** Whether money went to the bank: then the balance has a movement for it. */
export const isPaidOut = ({ isPaid, amount }: Statement): boolean => isPaid && !isZero(amount);
