import type { DocumentKey } from './sales/ledger.js';
import type { Shop } from './shop/shop.js';

/**
 * What no list of the API has: the codes that orders were paid by, reversed orders, and transactions by which money moved, as
 * far as the documents that tell how much can be had.
 */
export function truthWithoutList(
  { ledger, tables }: Shop,
  isServed: (collection: string, id: string) => boolean,
): Record<string, string[]> {
  const isTold = ({ saleId, position }: DocumentKey): boolean => {
    const { transactions = [], creditMemos = [] } = ledger.sale(saleId) ?? {};
    const memos = creditMemos.filter(({ transactionId }) => transactionId !== null);
    return transactions[position]?.type !== 'refund' || memos.every(({ id }) => isServed('creditmemos', String(id)));
  };
  const sales = ledger.summaries();
  return {
    paymentMethods: [...new Set(sales.map(({ method }) => method))],
    reversedOrders: sales.filter(({ wasReversed }) => wasReversed).map(({ id }) => String(id)),
    movements: ledger
      .documents('transactions')
      .filter(document => document.isMovement && isTold(document))
      .map(({ id }) => String(id)),
    taxCodes: tables.taxRates.rows().map(({ code }) => String(code)),
  };
}
