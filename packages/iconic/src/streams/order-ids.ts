import { joinedRows } from '../client/joined-pages.js';
import type { IconicClient } from '../client.js';
import { unlessForbidden } from '../errors.js';
import type { StatementType } from '../records/finance.js';
import { fieldOf } from './unchecked.js';

const mostKept = 20_000;

/**
 * Ids of orders by unit. The ledger names an order by its number, and whoever refers to an order needs its id. Of the lists
 * that have both, the one with the shortest rows is asked, once a page at the most: the rows of an order stand together.
 */
export function createOrderIds({ itemPayouts }: IconicClient) {
  const known = new Map<string, string>();
  const readAll = async (orderNumbers: string[], statementType: StatementType): Promise<void> => {
    const list = (limit: number, offset: number) => itemPayouts.list({ orderNumbers, statementType, limit, offset });
    for await (const row of joinedRows(list)) {
      const [item, order] = [fieldOf(row, 'orderItemId'), fieldOf(row, 'orderId')];
      if (item !== null && order !== null) known.set(item, order);
    }
  };
  const orderIdOf = (row: unknown): string | null => known.get(fieldOf(row, 'orderItemId') ?? '') ?? null;
  return async (rows: readonly unknown[], type: StatementType): Promise<typeof orderIdOf> => {
    if (known.size > mostKept) known.clear();
    const unknown = rows.filter(row => orderIdOf(row) === null);
    const numbers = [...new Set(unknown.flatMap(row => fieldOf(row, 'orderNumber') ?? []))];
    if (numbers.length > 0) await unlessForbidden(readAll(numbers, type));
    return orderIdOf;
  };
}
