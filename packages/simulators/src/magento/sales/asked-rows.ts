import type { Quantity } from './operations.js';
import type { Line, Sale } from './sale.js';

/** One row of a request for an invoice, a shipment or a credit memo. */
export interface AskedRow {
  readonly order_item_id?: number | null;
  readonly qty?: number | null;
}

/** What a request takes of each line, and what is wrong with it. */
export interface Asked {
  readonly quantity: Quantity;
  readonly problems: readonly string[];
}

/**
 * Reads the rows of a request; none stand for all that there is. Rows below another are left out, as they move with the row
 * above, except the parts of bundles that are shipped in parts: those stand for their bundle.
 */
export function readRows(
  sale: Sale,
  rows: readonly AskedRow[] | null | undefined,
  most: Quantity,
  document: 'invoice' | 'ship' | 'creditmemo',
): Asked {
  const problems: string[] = [];
  const units = new Map<Line, number>();
  for (const row of rows ?? []) {
    const line = sale.lines.find(({ id }) => id === row.order_item_id);
    const parent = sale.lines.find(({ children }) => children.some(({ id }) => id === row.order_item_id));
    const part = parent?.children.find(({ id }) => id === row.order_item_id);
    if (line) units.set(line, row.qty ?? 0);
    else if (!parent || !part) problems.push(strangers[document]);
    else if (document === 'ship' && parent.product.isShippedInParts)
      units.set(parent, Math.max(units.get(parent) ?? 0, (row.qty ?? 0) / part.perUnit));
  }
  for (const [line, quantity] of units) {
    if (quantity > most(line) + 1e-9)
      problems.push(
        `The quantity to ${document} must not be greater than the ${left[document]} quantity for product SKU "${line.product.sku}".`,
      );
  }
  const isWhole = (rows ?? []).length === 0;
  return { quantity: line => (isWhole ? most(line) : (units.get(line) ?? 0)), problems };
}

const left = { invoice: 'uninvoiced', ship: 'unshipped', creditmemo: 'unrefunded' } as const;

const strangers = {
  invoice: 'The invoice contains one or more items that are not part of the original order.',
  ship: 'The shipment contains one or more items that are not part of the original order.',
  creditmemo: 'The creditmemo contains one or more items that are not part of the original order.',
} as const;
