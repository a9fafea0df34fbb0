import { json, type Route } from '../../http.js';
import { type Money, moneyNumber } from '../../money.js';
import { legacyTransactionBody } from '../bodies/transaction.js';
import { localText } from '../dates.js';
import { groupBy } from '../grouping.js';
import { countedPage, sorted } from '../pages.js';
import { readQuery } from '../query.js';
import { type ItemRecord, statusOf } from '../shop/order.js';
import { statementTypes, type Transaction } from '../shop/transaction.js';
import { allTransactionTypes } from '../shop/transaction-types.js';
import type { World } from '../world.js';

const triggerEvents = ['order_item_shipped', 'order_item_returned', 'order_item_failed', 'order_item_canceled'];
const payoutStatuses = ['paid', 'unpaid', 'partiallyPaid'] as const;

interface ItemPayout {
  readonly subject: NonNullable<Transaction['subject']>;
  readonly rows: readonly Transaction[];
  readonly status: (typeof payoutStatuses)[number];
}

function itemPayouts(world: World): ItemPayout[] {
  const rows = world.results.ledger().filter(row => row.subject !== null);
  return [...groupBy(rows, row => row.subject?.item.id)].flatMap(([, own]) => {
    const subject = own[0]?.subject;
    const paid = own.filter(row => world.results.statementOf(row).paidAt !== null).length;
    const status = paid === 0 ? 'unpaid' : paid === own.length ? 'paid' : 'partiallyPaid';
    return subject ? [{ subject, rows: own, status } as const] : [];
  });
}

const isCommission = (row: Transaction) => row.type.groupId === 4 || row.type.groupId === 9;

/** One row a unit, over all statements; it names the latest of them. */
function itemPayoutBody(world: World, { subject, rows, status }: ItemPayout) {
  const total = (test: (row: Transaction) => boolean, amount: (row: Transaction) => Money = row => row.amount) =>
    moneyNumber(rows.filter(test).reduce((sum, row) => sum + amount(row), 0));
  const latest = rows.at(-1) as Transaction;
  const statement = world.results.statementOf(latest);
  return {
    orderItemId: subject.item.id,
    orderId: subject.order.id,
    commission: total(isCommission),
    fees: total(row => row.type.section === 'fees' && !isCommission(row)),
    vatAmount: total(
      () => true,
      row => row.vat,
    ),
    whtAmount: 0,
    payoutAmount: total(() => true),
    statementId: statement.id,
    currency: subject.order.currency,
    country: subject.order.country,
    statementType: latest.statementType,
    payoutStatus: status,
    accountStatementPaymentDueDate: localText(statement.dueAt),
  };
}

const skusOf = ({ product }: ItemRecord): string[] =>
  product.sellerSku === null ? [product.sku] : [product.sku, product.sellerSku];

const sumOf = ({ rows }: ItemPayout, test: (row: Transaction) => boolean) =>
  rows.filter(test).reduce((sum, row) => sum + row.amount, 0);

const sorts = {
  id: ({ subject }: ItemPayout) => subject.item.id,
  date: ({ rows }: ItemPayout) => rows.at(-1)?.date ?? 0,
  orderNumber: ({ subject }: ItemPayout) => subject.order.number,
  orderDate: ({ subject }: ItemPayout) => subject.order.createdAt,
  payoutStatus: ({ status }: ItemPayout) => status,
  price: ({ subject }: ItemPayout) => subject.item.unitPrice,
  commission: (payout: ItemPayout) => sumOf(payout, isCommission),
  fees: (payout: ItemPayout) => sumOf(payout, row => row.type.section === 'fees' && !isCommission(row)),
  payoutAmount: (payout: ItemPayout) => sumOf(payout, () => true),
};

const sortNames = Object.keys(sorts) as (keyof typeof sorts)[];

const typeBody = (type: (typeof allTransactionTypes)[number]) => ({
  accountStatementSection: type.section,
  description: type.description,
  feeType: null,
  id: type.id,
  refSource: type.source,
  type: type.type,
});

const groupBody = (type: (typeof allTransactionTypes)[number]) => ({
  accountStatementGroupId: String(type.groupId),
  name: type.group,
  outcome: { value: type.type === 'credit' ? '+' : '-' },
  transactionTypeId: type.id,
  accountStatementSection: type.section,
  transactionType: type.description,
  marker: '',
  statementType: 'marketplace',
  transactionTypeRefSource: type.source,
});

export const financeLookupRoutes = (world: World): Route[] => [
  [
    'GET /v2/finance/order-item-transactions',
    ({ url, query }) => {
      const read = readQuery(query);
      const page = read.page({ max: 100, fallback: 100 });
      const [from, to] = [read.instant('startDate', 'start'), read.instant('endDate', 'end')];
      const numbers = read.texts('orderNumbers');
      const wantedStatus = read.choice('payoutStatus', payoutStatuses);
      const itemStatuses = read.texts('status');
      const statement = read.integer('statementId');
      const type = read.choice('statementType', statementTypes) ?? 'marketplace';
      const [names, skus] = [read.texts('products'), read.texts('productSkus')];
      const shipmentTypes = read.choices('shipmentTypes', ['dropshipping', 'cross-docking', 'warehouse']);
      const [hybrid, outlet] = [read.flag('isHybrid'), read.flag('isOutlet')];
      const sort = read.choice('sort', sortNames) ?? 'id';
      const direction = read.choice('sortDir', ['asc', 'desc']) ?? 'asc';
      read.check();
      const payouts = world.results.list(url, () => {
        const matches = itemPayouts(world).filter(
          ({ subject, rows, status }) =>
            rows.some(row => row.statementType === type) &&
            rows.some(row => row.date >= (from ?? 0) && row.date <= (to ?? Number.POSITIVE_INFINITY)) &&
            (numbers?.includes(subject.order.number) ?? true) &&
            (wantedStatus === undefined || wantedStatus === status) &&
            (itemStatuses?.includes(statusOf(subject.item)) ?? true) &&
            (names?.some(name => subject.item.product.name.includes(name)) ?? true) &&
            (skus === undefined || skusOf(subject.item).some(sku => skus.includes(sku))) &&
            // Only here a hyphen is in it.
            (shipmentTypes?.some(name => name.replace('-', '') === subject.order.shipmentType) ?? true) &&
            (hybrid === undefined || subject.item.hybrid === hybrid) &&
            (outlet === undefined || subject.item.outlet === outlet) &&
            (statement === undefined || rows.some(row => world.results.statementOf(row).id === statement)),
        );
        return sorted(matches, sorts[sort], ({ subject }) => subject.item.id, direction);
      });
      return countedPage(payouts, page, payout => itemPayoutBody(world, payout));
    },
  ],
  ['GET /v2/finance/transaction/types', () => json(allTransactionTypes.map(typeBody))],
  [
    'GET /v2/finance/transactions/account-statement-groups',
    ({ query }) => {
      const read = readQuery(query);
      const type = read.choice('statementType', statementTypes) ?? 'marketplace';
      read.check();
      return json(type === 'marketplace' ? allTransactionTypes.map(groupBody) : []);
    },
  ],
  [
    'GET /v2/transactions',
    ({ query }) => {
      const read = readQuery(query);
      const ids = read.integers('orderItemIds');
      read.require('orderItemIds', ids);
      read.check();
      const wanted = new Set(ids);
      const rows = world.results.ledger().filter(row => row.subject !== null && wanted.has(row.subject.item.id));
      return json(rows.map(row => legacyTransactionBody(world, row)));
    },
  ],
  [
    'GET /v2/transaction/trigger-events',
    () => json(triggerEvents.map((name, index) => ({ id: index + 1, name, label: name.replaceAll('_', ' ') }))),
  ],
];
