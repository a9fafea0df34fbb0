import { currencyDecimals } from '../currency.js';
import { add, multiply, subtract, sum } from '../decimal.js';
import type { Order } from '../model/order.js';
import type { Adjustment, Charge, OrderLine } from '../model/order-parts.js';
import { type Check, check } from './check.js';
import { amounts, type Movements, movementChecks } from './movements.js';
import { conclude, type Proof } from './proof.js';

export type OrderProof = Proof<Adjustment>;

/** Holds an order's totals against its lines and charges, and against the payments and refunds that are given. */
export function proveOrder(order: Order, movements: Movements = {}): OrderProof {
  const checks = [
    ...order.lines.flatMap((line, index) => lineChecks(line, `lines[${index}]`, order.currency)),
    ...order.charges.flatMap((charge, index) => chargeChecks(charge, `charges[${index}]`)),
    ...totalChecks(order),
    ...movementChecks(order, movements),
  ];
  return conclude(checks, 'adjustments', order.adjustments);
}

/**
 * A unit price is often rounded before it is multiplied, so a line's own equation holds up to half of the smallest unit of
 * the currency a piece; the equations over the totals allow nothing.
 */
function lineChecks(line: OrderLine, path: string, currency: string): Check[] {
  const halfUnit = multiply('0.5', `1e-${currencyDecimals(currency)}`);
  const gross = multiply(line.unitPrice, line.quantity);
  return [
    check(
      `${path}.total`,
      line.total,
      add(subtract(gross, line.discount), line.tax),
      multiply(halfUnit, line.quantity),
    ),
    ...allocationChecks(line, path),
  ];
}

function chargeChecks(charge: Charge, path: string): Check[] {
  return [check(`${path}.total`, charge.total, add(charge.net, charge.tax)), ...allocationChecks(charge, path)];
}

/** A platform that names no shares gives none; where it names some, they must be all. */
function allocationChecks(part: OrderLine | Charge, path: string): Check[] {
  return [
    ...(part.discounts.length > 0 ? [check(`${path}.discount`, part.discount, amounts(part.discounts))] : []),
    ...(part.taxes.length > 0 ? [check(`${path}.tax`, part.tax, amounts(part.taxes))] : []),
  ];
}

function totalChecks({ lines, charges, adjustments, totals }: Order): Check[] {
  const parts = [...lines, ...charges];
  const grand = sum([...parts.map(({ total }) => total), totals.gratuity, ...adjustments.map(({ amount }) => amount)]);
  return [
    check('totals.grand', totals.grand, grand),
    check('totals.tax', totals.tax, sum([...parts.map(({ tax }) => tax), ...adjustments.map(({ tax }) => tax)])),
    check('totals.discount', totals.discount, sum(parts.map(({ discount }) => discount))),
    ...(totals.refunded === null || totals.net === null
      ? []
      : [check('totals.net', totals.net, subtract(totals.grand, totals.refunded))]),
    ...(totals.paid === null || totals.due === null
      ? []
      : [check('totals.due', totals.due, subtract(totals.grand, totals.paid))]),
  ];
}
