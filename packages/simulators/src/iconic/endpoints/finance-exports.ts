import { json, type Route } from '../../http.js';
import { moneyNumber } from '../../money.js';
import { numberOf } from '../bodies/transaction.js';
import { type Body, readBody } from '../body.js';
import { localText } from '../dates.js';
import { csv } from '../jobs.js';
import { currencyIn } from '../shop/statements.js';
import { statementTypes, type Transaction } from '../shop/transaction.js';
import type { World } from '../world.js';

interface Report {
  readonly path: string;
  readonly action: string;
  /** What it insists on beside language and currency. */
  readonly needs: readonly ('statementId' | 'transactionTypeIds')[];
  readonly rows: (row: Transaction) => boolean;
}

const every = () => true;

const reports: readonly Report[] = [
  { path: 'sales-report', action: 'sales_report', needs: [], rows: row => row.type.section === 'item_revenue' },
  { path: 'report-transactions', action: 'transactions', needs: ['transactionTypeIds'], rows: every },
  {
    path: 'report-order-item-transactions',
    action: 'order_item_transactions',
    needs: [],
    rows: row => row.subject !== null,
  },
  { path: 'unified-transactions', action: 'unified_transactions', needs: [], rows: every },
  { path: 'invoice-tax-document', action: 'invoice_tax_document', needs: ['statementId'], rows: row => row.vat !== 0 },
];

/** Which rows of the ledger the report is of. */
function readRows(world: World, body: Body, { needs, rows }: Report): (row: Transaction) => boolean {
  body.required('locale', body.text('locale'), '');
  const currency = body.required('currency', body.text('currency'), '');
  const type = body.choice('statementType', statementTypes) ?? 'marketplace';
  const statementId = body.integer('statementId');
  const typeIds = body.integers('transactionTypeIds');
  const numbers = body.texts('orderNumbers');
  const [from, to] = [body.instant('startDate'), body.instant('endDate')];
  if (needs.includes('statementId')) body.required('statementId', statementId, 0);
  if (needs.includes('transactionTypeIds')) body.required('transactionTypeIds', typeIds, []);
  return row =>
    rows(row) &&
    row.statementType === type &&
    currencyIn[row.country] === currency &&
    (statementId === undefined || world.results.statementOf(row).id === statementId) &&
    (typeIds?.includes(row.type.id) ?? true) &&
    (numbers?.some(number => number === row.subject?.order.number) ?? true) &&
    row.date >= (from ?? 0) &&
    row.date <= (to ?? Number.POSITIVE_INFINITY);
}

/** Files of the ledger: the answer names the file alone, and the file manager tells when it is there. */
export const financeExportRoutes = (world: World): Route[] =>
  reports.map(report => [
    `POST /v2/exports/${report.path}`,
    async ({ request }) => {
      const body = await readBody(request, 400);
      const passes = readRows(world, body, report);
      body.check();
      const content = () =>
        csv(
          ['Number', 'Date', 'Type', 'OrderNumber', 'Amount', 'Vat', 'Currency'],
          world.results
            .ledger()
            .filter(passes)
            .map(row => [
              numberOf(row),
              localText(row.date),
              row.type.description,
              row.subject?.order.number,
              moneyNumber(row.amount),
              moneyNumber(row.vat),
              currencyIn[row.country],
            ]),
        );
      return json({ fileUuid: world.jobs.start(report.action, 'csv', content).uuid });
    },
  ]);
