import { type Decimal, sum } from '../decimal.js';
import type { Refund } from '../model/refund.js';
import { type Check, check } from './check.js';

/** Whether the parts of a refund add up to its amount; empty where the platform names no parts. */
export function proveRefund({ amount, lines, charges, adjustment }: Refund): readonly Check[] {
  const parts: readonly (Decimal | null)[] = [
    ...lines.map(line => line.amount),
    ...charges.map(charge => charge.amount),
  ];
  const known = parts.filter(part => part !== null);
  if (known.length < parts.length || parts.length === 0) return [];
  return [check('amount', amount, sum([...known, adjustment]))];
}
