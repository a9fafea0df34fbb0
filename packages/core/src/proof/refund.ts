import { type Decimal, isZero, negate, sum } from '../decimal.js';
import type { Order } from '../model/order.js';
import type { Refund } from '../model/refund.js';
import { type Check, check, checkAtMost } from './check.js';
import { originChecks } from './origin.js';
import { conclude, type Proof } from './proof.js';
import { emptySettlement, foreignChecks, type Settlement, settledIn } from './settlement.js';
import { movedAmount } from './tally.js';

/**
 * Holds a refund against its parts, against its order (null where no order has that id, undefined to leave the order out)
 * and against the transactions that name it. What the platform adds or keeps beside the parts explains it.
 */
export function proveRefund(refund: Refund, order?: Order | null, settlement: Settlement = emptySettlement): Proof {
  const { adjustment } = refund;
  const checks = [
    ...partChecks(refund),
    ...originChecks(refund, order),
    ...lineChecks(refund, order),
    ...settlementChecks(refund, settlement),
  ];
  return conclude(checks, 'adjustment', isZero(adjustment) ? [] : [{ reason: 'adjustment', amount: adjustment }]);
}

/** None where the platform names no parts, or parts without their amounts. */
function partChecks({ amount, lines, charges, adjustment }: Refund): Check[] {
  const parts: readonly (Decimal | null)[] = [
    ...lines.map(line => line.amount),
    ...charges.map(charge => charge.amount),
  ];
  const known = parts.filter(part => part !== null);
  if (known.length < parts.length || parts.length === 0) return [];
  return [check('amount', amount, sum([...known, adjustment]))];
}

function lineChecks({ lines }: Refund, order: Order | null | undefined): Check[] {
  if (!order) return [];
  const known = new Set(order.lines.map(({ id }) => id));
  return lines.flatMap(({ lineId }, index) =>
    lineId === null ? [] : [{ ...check(`lines[${index}].lineId`, '1', known.has(lineId) ? '1' : '0'), unit: 'lines' }],
  );
}

/** Of what did not go through a gateway alone there need not be a transaction, nor of any refund. */
function settlementChecks(refund: Refund, settlement: Settlement): Check[] {
  const { currency, method } = refund;
  if (settlement.size === 0) return [];
  const compared = method === 'gateway' ? check : checkAtMost;
  const returned = negate(settledIn(settlement, currency));
  return [compared('transactions', returned, movedAmount.refunds(refund)), ...foreignChecks(settlement, currency)];
}
