import { type Money, moneyNumber, moneyText } from '../../money.js';
import { localText, plainText } from '../dates.js';
import { groupBy } from '../grouping.js';
import { uuid } from '../seeded.js';
import { seller } from '../seller.js';
import { currencyIn, type Statement } from '../shop/statements.js';
import type { Transaction } from '../shop/transaction.js';
import type { World } from '../world.js';

const commonBody = (statement: Statement) => ({
  sellerId: seller.id,
  number: statement.number,
  startDate: localText(statement.start),
  endDate: localText(statement.end),
  openingBalance: moneyNumber(statement.opening),
  closingBalance: moneyNumber(statement.closing),
  payoutAmount: moneyNumber(statement.payout),
  guaranteeDeposit: moneyNumber(statement.deposit),
  currency: currencyIn[statement.country],
  country: statement.country,
  type: statement.type,
});

/** A row of the listing. The open statement has id 0 and neither due date nor payment. */
export const statementBody = (world: World, statement: Statement): unknown =>
  world.serve('statements', statement.id, {
    id: statement.id,
    ...commonBody(statement),
    dueDate: statement.id === 0 ? null : localText(statement.dueAt),
    paidAt: statement.paidAt === null ? null : localText(statement.paidAt),
    note: null,
    paid: statement.paidAt !== null,
  });

/** The open statement on its own; it has no id then. */
export const currentStatementBody = (statement: Statement) => ({
  ...commonBody(statement),
  paid: false,
  note: null,
  paymentRef: null,
  uploadId: null,
  paidAt: null,
  dueDate: null,
});

const sum = (rows: readonly Transaction[], amount: (row: Transaction) => Money) =>
  rows.reduce((total, row) => total + amount(row), 0);

const section = (rows: readonly Transaction[]) => ({
  total: moneyNumber(sum(rows, row => row.amount)),
  groups: [...groupBy(rows, row => row.type)].map(([type, ofType]) => ({
    id: type.id,
    name: type.group,
    amount: moneyNumber(sum(ofType, row => row.amount)),
  })),
});

/** The period's rows by section; sections that are not listed elsewhere are among the others. */
export function statementDetails({ rows }: Statement) {
  const inSections = (...names: string[]) => rows.filter(row => names.includes(row.type.section));
  const taxes = (of: readonly Transaction[]) => ({ vatAmount: moneyNumber(sum(of, row => row.vat)), whtAmount: null });
  const order = inSections('item_revenue', 'other_revenue', 'fees', 'subsidy');
  const refunds = inSections('item_refunds', 'refunds', 'debit_other_revenues', 'subsidy_refund');
  const others = rows.filter(row => !order.includes(row) && !refunds.includes(row));
  return {
    order: {
      itemRevenue: section(inSections('item_revenue')),
      otherRevenue: section(inSections('other_revenue')),
      fees: section(inSections('fees')),
      subsidy: section(inSections('subsidy')),
      ...taxes(order),
      subtotal: moneyNumber(sum(order, row => row.amount)),
    },
    refunds: {
      itemRefunds: section(inSections('item_refunds')),
      refunds: section(inSections('refunds')),
      debitOtherRevenues: section(inSections('debit_other_revenues')),
      subsidyRefunds: section(inSections('subsidy_refund')),
      ...taxes(refunds),
      subtotal: moneyNumber(sum(refunds, row => row.amount)),
    },
    others: { others: section(others), ...taxes(others) },
  };
}

/** The older shape; the deposit is text in it. */
export const legacyStatementBody = (world: World, statement: Statement): unknown =>
  world.serve('statements', statement.id, {
    id: statement.id,
    sellerId: seller.id,
    startDate: localText(statement.start),
    endDate: localText(statement.end),
    openingBalance: moneyNumber(statement.opening),
    guaranteeDeposit: moneyText(statement.deposit, 2),
    closingBalance: moneyNumber(statement.closing),
    payout: moneyNumber(statement.payout),
    currency: currencyIn[statement.country],
    createdAt: localText(statement.start),
    updatedAt: localText(statement.end),
    paid: statement.paidAt !== null,
    note: '',
    userId: null,
    number: statement.number,
    uuid: uuid(world.shop.seeded('uuid', statement.id)),
    paymentRef: null,
    uploadId: null,
    paidAt: statement.paidAt === null ? null : localText(statement.paidAt),
    dueAt: localText(statement.dueAt),
  });

/** A summary by payout: without id, currency and period, its dates without a zone. */
export function payoutBody(statement: Statement) {
  const total = (...sections: string[]) =>
    sum(
      statement.rows.filter(row => sections.includes(row.type.section)),
      row => row.amount,
    );
  const itemRevenue = total('item_revenue');
  const otherRevenue = total('other_revenue', 'subsidy');
  const fees = -total('fees');
  const refunds = -total('item_refunds', 'debit_other_revenues', 'subsidy_refund');
  const subtotal = itemRevenue + otherRevenue - fees;
  return {
    statementNumber: statement.number,
    createdAt: plainText(statement.start),
    updatedAt: plainText(statement.end),
    openingBalance: moneyNumber(statement.opening),
    itemRevenue: moneyNumber(itemRevenue),
    shipmentFee: 0,
    shipmentFeeCredit: moneyNumber(total('other_revenue')),
    otherRevenueTotal: moneyNumber(otherRevenue),
    feesTotal: moneyNumber(fees),
    subtotal1: moneyNumber(subtotal),
    refunds: moneyNumber(refunds),
    feesOnRefundsTotal: moneyNumber(total('refunds')),
    subtotal2: moneyNumber(subtotal - refunds),
    closingBalance: moneyNumber(statement.closing),
    guaranteeDeposit: moneyNumber(statement.deposit),
    payout: moneyNumber(statement.payout),
    paid: statement.paidAt !== null,
    paymentReference: statement.paidAt === null ? '' : `PAY-${statement.number}`,
  };
}
