import { add, type Decimal, negate, sum } from '../decimal.js';
import type { Order } from '../model/order.js';
import type { Payment } from '../model/payment.js';
import type { Refund } from '../model/refund.js';
import { type Check, check, checkAtMost } from './check.js';
import type { Returns } from './returns.js';
import { foreignChecks, settledIn } from './settlement.js';

/** The payments and refunds of an order, and what gateways gave back; an equation over what is not given is left out. */
export interface Movements {
  readonly payments?: readonly Payment[];
  readonly refunds?: readonly Refund[];
  readonly returns?: Returns;
}

/** Only money in the order's own currency counts towards it, and of payments only what was paid: an authorization is a promise. */
export function movementChecks(order: Order, { payments, refunds, returns }: Movements): Check[] {
  const { totals, currency } = order;
  const paid = payments?.filter(payment => payment.status === 'paid' && payment.currency === currency);
  const refunded = refunds?.filter(refund => refund.status !== 'failed' && refund.currency === currency);
  return [
    ...(paid && totals.paid !== null ? [check('totals.paid', totals.paid, amounts(paid))] : []),
    ...(refunded ? refundChecks(order, refunded) : []),
    ...(refunded && returns ? returnChecks(order, refunded, returns) : []),
  ];
}

/** No more came back than was refunded. Refunds that a rule made of something else, or none at all, are no witness of it. */
function returnChecks({ id, currency }: Order, refunds: readonly Refund[], returns: Returns): Check[] {
  const own = returns.ofOrder(id);
  if (own.size === 0 || !refunds.some(({ derived }) => !derived)) return [];
  const returned = [own, ...refunds.map(refund => returns.ofRefund(refund.id))].map(part => settledIn(part, currency));
  return [checkAtMost('transactions', negate(sum(returned)), amounts(refunds)), ...foreignChecks(own, currency)];
}

/** The sum of their amounts. */
export const amounts = (parts: readonly { readonly amount: Decimal }[]): Decimal =>
  sum(parts.map(({ amount }) => amount));

function refundChecks({ totals, lines }: Order, refunds: readonly Refund[]): Check[] {
  const refunded = amounts(refunds);
  const units = unitsByLine(refunds);
  return [
    ...(totals.refunded !== null ? [check('totals.refunded', totals.refunded, refunded)] : []),
    checkAtMost('refunds', refunded, totals.grand),
    ...lines.flatMap(({ id, quantityRefunded }, index) =>
      units === null || quantityRefunded === null
        ? []
        : [{ ...check(`lines[${index}].quantityRefunded`, quantityRefunded, units.get(id) ?? '0'), unit: 'units' }],
    ),
  ];
}

/** Units that were refunded of each line; null where a refund does not say of which, or how many. */
function unitsByLine(refunds: readonly Refund[]): ReadonlyMap<string, Decimal> | null {
  const units = new Map<string, Decimal>();
  for (const refund of refunds) {
    if (namesNoParts(refund)) return null;
    for (const { lineId, quantity } of refund.lines) {
      if (lineId === null || quantity === null) return null;
      units.set(lineId, add(units.get(lineId) ?? '0', quantity));
    }
  }
  return units;
}

const namesNoParts = ({ lines, charges, adjustment }: Refund): boolean =>
  lines.length === 0 && charges.length === 0 && adjustment === '0';
