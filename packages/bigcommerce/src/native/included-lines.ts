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
  const lines: NativeOrderLine[] = [];
  let groups = 0;
  let complete = true;
  for (const list of [shipping, pickups, downloads, email?.gift_certificates]) {
    for (const { line_items } of list ?? []) {
      groups += 1;
      for (const entry of line_items ?? []) {
        if ('__warning__' in entry) complete = false;
        else lines.push(entry);
      }
    }
  }
  return groups === 0 ? null : { lines, complete };
}

/** All lines of an order as they were placed; null where they are not known. */
export function linesOf({ order, products }: Pick<OrderBody, 'order' | 'products'>): readonly NativeOrderLine[] | null {
  const included = includedLines(order);
  const lines = products ?? (included?.complete ? included.lines : null);
  return lines && [...lines].sort((left, right) => Number(optionalId(left.id)) - Number(optionalId(right.id)));
}
