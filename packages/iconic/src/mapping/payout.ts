import {
  absent,
  always,
  amount,
  amountOrZero,
  currency,
  derived,
  each,
  FieldError,
  flag,
  id,
  mapper,
  optionalAmount,
  text,
} from '@cartograph/connector-kit';
import { compare, type Decimal, isNegative, isZero, negate, type Payout, subtract, sum } from '@cartograph/core';
import type { NativeStatement } from '../native/statement.js';
import type { IconicShop } from '../shop.js';
import { instant } from './instant.js';

type Remainder = Payout['remainders'][number];

const smallest = (left: Decimal, right: Decimal): Decimal => (compare(left, right) < 0 ? left : right);

export function currencyOfStatement(statement: NativeStatement): string {
  const found = currency(statement.currency);
  if (found === null) throw new FieldError('currency', 'is missing');
  return found;
}

type RemainderSource = Pick<Remainder, 'reason' | 'amount'>;

/**
 * Of what the closing balance keeps back the deposit is withheld, and a debt opens the next statement. Why anything else
 * should stay there is not documented, so it is not explained.
 */
function remaindersOf(statement: NativeStatement): RemainderSource[] {
  const deposit = amountOrZero(statement.guaranteeDeposit);
  const payout = amount(statement.payoutAmount);
  const closing = optionalAmount(statement.closingBalance) ?? sum([payout, deposit]);
  const withheld = isNegative(closing) ? '0' : smallest(deposit, closing);
  const isDebt = isZero(payout) && isNegative(closing);
  const remainders: RemainderSource[] = [
    { reason: 'openingBalance', amount: amountOrZero(statement.openingBalance) },
    { reason: 'withheld', amount: negate(withheld) },
    { reason: isDebt ? 'carriedForward' : 'unexplained', amount: subtract(sum([payout, withheld]), closing) },
  ];
  return remainders.filter(remainder => !isZero(remainder.amount));
}

const toRemainder = mapper<RemainderSource, Remainder, IconicShop>({
  reason: derived(
    '`openingBalance`; `guaranteeDeposit` as far as it is withheld from `closingBalance`; a negative `closingBalance`; unexplained is what else of it is not paid out',
    remainder => remainder.reason,
  ),
  amount: remainder => remainder.amount,
  note: absent('statements give no reason'),
});

const isPaid = (statement: NativeStatement): boolean => flag(statement.paid) ?? false;

export const toPayout = mapper<NativeStatement, Payout, IconicShop>({
  id: statement => id(statement.id),
  createdAt: absent('statements do not tell when they were made'),
  sourceModifiedAt: derived('when it was paid', (statement, shop) => instant(statement.paidAt, shop)),
  derived: always(false, 'the platform has statements'),
  number: statement => text(statement.number),
  currency: currencyOfStatement,
  amount: statement => amount(statement.payoutAmount),
  status: derived('paid when `paid` says so, else pending; a failed one is not shown', statement =>
    isPaid(statement) ? 'paid' : 'pending',
  ),
  statusRaw: statement => text(statement.paid),
  periodStartsAt: (statement, shop) => instant(statement.startDate, shop),
  periodEndsAt: (statement, shop) => instant(statement.endDate, shop),
  dueAt: (statement, shop) => instant(statement.dueDate, shop),
  paidAt: (statement, shop) => instant(statement.paidAt, shop),
  remainders: each(toRemainder, remaindersOf),
});

/** Whether money went to the bank: then the balance has a movement for it. */
export const isPaidOut = (statement: NativeStatement): boolean =>
  isPaid(statement) && !isZero(amount(statement.payoutAmount));
