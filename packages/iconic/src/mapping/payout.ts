import { absent, always, amountOrZero, derived, each, mapper, optionalAmount, text } from '@cartograph/connector-kit';
import { add, compare, type Decimal, isNegative, isZero, negate, type Payout, subtract } from '@cartograph/core';
import type { IconicShop } from '../shop.js';
import { instant } from './instant.js';
import type { Statement } from './statement.js';

type Remainder = Payout['remainders'][number];

const smallest = (left: Decimal, right: Decimal): Decimal => (compare(left, right) < 0 ? left : right);

type RemainderSource = Pick<Remainder, 'reason' | 'amount'>;

/**
 * Of what the closing balance keeps back the deposit is withheld, and a debt opens the next statement. Why anything else
 * should stay there is not documented, so it is not explained.
 */
function remaindersOf({ native, amount: payout }: Statement): RemainderSource[] {
  const opening = amountOrZero(native.openingBalance);
  const deposit = amountOrZero(native.guaranteeDeposit);
  const keepsNothing = native.closingBalance === native.payoutAmount;
  const closing = keepsNothing ? payout : (optionalAmount(native.closingBalance) ?? add(payout, deposit));
  const withheld = isZero(deposit) || isNegative(closing) ? '0' : smallest(deposit, closing);
  const kept = subtract(add(payout, withheld), closing);
  const isDebt = isZero(payout) && isNegative(closing);
  const remainders: RemainderSource[] = [];
  if (!isZero(opening)) remainders.push({ reason: 'openingBalance', amount: opening });
  if (!isZero(withheld)) remainders.push({ reason: 'withheld', amount: negate(withheld) });
  if (!isZero(kept)) remainders.push({ reason: isDebt ? 'carriedForward' : 'unexplained', amount: kept });
  return remainders;
}

const toRemainder = mapper<RemainderSource, Remainder, IconicShop>({
  reason: derived(
    '`openingBalance`; `guaranteeDeposit` as far as it is withheld from `closingBalance`; a negative `closingBalance`; unexplained is what else of it is not paid out',
    remainder => remainder.reason,
  ),
  amount: remainder => remainder.amount,
  note: absent('statements give no reason'),
});

export const toPayout = mapper<Statement, Payout, IconicShop>({
  id: statement => statement.id,
  createdAt: absent('statements do not tell when they were made'),
  sourceModifiedAt: derived('when it was paid', statement => statement.paidAt),
  derived: always(false, 'the platform has statements'),
  number: ({ native }) => text(native.number),
  currency: statement => statement.currency,
  amount: statement => statement.amount,
  status: derived('paid when `paid` says so, else pending; a failed one is not shown', ({ isPaid }) =>
    isPaid ? 'paid' : 'pending',
  ),
  statusRaw: ({ native }) => text(native.paid),
  periodStartsAt: ({ native }, shop) => instant(native.startDate, shop),
  periodEndsAt: ({ native }, shop) => instant(native.endDate, shop),
  dueAt: statement => statement.dueAt,
  paidAt: statement => statement.paidAt,
  remainders: each(toRemainder, remaindersOf),
});
