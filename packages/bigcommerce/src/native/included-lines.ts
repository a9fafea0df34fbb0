import { optionalId } from '@cartograph/connector-kit';
import type { NativeOrder } from './order.js';
import type { OrderBody } from './order-body.js';
import type { NativeOrderLine } from './order-line.js';

interface IncludedLines {
  readonly lines: readonly NativeOrderLine[];
  /** False where the platform left some out: it includes fifty at most. */
  readonly complete: boolean;
}

/** The lines inside an order; null where they were not included. */
export function includedLines({ consignments }: Pick<NativeOrder, 'consignments'>): IncludedLines | null {
  if (!consignments || Array.isArray(consignments)) return null;
  const { shipping, pickups, downloads, email } = consignments;
  const groups = [shipping, pickups, downloads, email?.gift_certificates].flatMap(group => group ?? []);
  const entries = groups.flatMap(({ line_items }) => line_items ?? []);
  const lines = entries.flatMap(entry => ('__warning__' in entry ? [] : [entry]));
  return groups.length === 0 ? null : { lines, complete: lines.length === entries.length };
}

/** All lines of an order as they were placed; null where they are not known. */
export function linesOf({ order, products }: Pick<OrderBody, 'order' | 'products'>): readonly NativeOrderLine[] | null {
  const included = includedLines(order);
  const lines = products ?? (included?.complete ? included.lines : null);
  return lines && [...lines].sort((left, right) => Number(optionalId(left.id)) - Number(optionalId(right.id)));
}
