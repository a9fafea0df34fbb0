import { moneyNumber } from '../../money.js';
import { localText } from '../dates.js';
import { seller } from '../seller.js';
import { currencyIn } from '../shop/statements.js';
import type { Transaction } from '../shop/transaction.js';
import type { World } from '../world.js';

/** What the two versions of the listing have in common: their ids differ. */
export const numberOf = (row: Transaction): string => `TRN-${row.country}-${row.id}`;

export const transactionBody = (world: World, row: Transaction): unknown =>
  world.serve('transactions', row.id, {
    id: row.id,
    date: localText(row.date),
    number: numberOf(row),
    typeId: row.type.id,
    treStatementGroupId: row.type.groupId,
    amount: moneyNumber(row.amount),
    vatAmount: moneyNumber(row.vat),
    whtAmount: 0,
    source: row.source,
    comment: row.comment,
    statementId: world.results.statementOf(row).id,
    orderItemId: row.subject?.item.id ?? null,
    currency: currencyIn[row.country],
    country: row.country,
    typeName: row.type.description,
    groupName: row.type.group.replace('AU', row.country),
    orderNumber: row.subject?.order.number ?? null,
    statementType: row.statementType,
  });

export function transactionV21Body(world: World, row: Transaction): unknown {
  const statement = world.results.statementOf(row);
  return world.serve('transactions', row.id, {
    createdAt: localText(row.date),
    transactionNumber: numberOf(row),
    transactionType: {
      id: row.type.id,
      name: row.type.description,
      accountStatementGroup: { id: row.type.groupId, name: row.type.group.replace('AU', row.country) },
    },
    userId: null,
    comment: row.comment,
    amount: {
      value: moneyNumber(row.amount),
      vatTax: moneyNumber(row.vat),
      whtTax: 0,
      currency: currencyIn[row.country],
    },
    accountStatementId: statement.id,
    orderNumber: row.subject?.order.number ?? null,
    productSku: row.subject?.item.product.sku ?? null,
    country: row.country,
    isWhtInAmount: false,
    transactionReference: row.subject?.item.id ?? null,
    qcUserId: null,
    hash: null,
    statementType: row.statementType,
    accountStatementIsPaid: statement.paidAt !== null,
    accountStatementNumber: statement.number,
    accountStatementStartDate: localText(statement.start),
    accountStatementEndDate: localText(statement.end),
    accountStatementPaymentDueDate: localText(statement.dueAt),
    ruleId: null,
  });
}

/** The older shape: `/v2/transactions` and the answer to a manual booking. Almost everything may be null in it. */
export const legacyTransactionBody = (world: World, row: Transaction): unknown =>
  world.serve('transactions', row.id, {
    id: row.id,
    sellerId: seller.id,
    transactionTypeId: row.type.id,
    treStatementGroupId: row.type.groupId,
    transactionGroupName: null,
    transactionTriggerEventId: null,
    isUnique: null,
    transactionSource: row.source,
    userId: null,
    description: row.comment,
    value: moneyNumber(row.amount),
    taxesVat: moneyNumber(row.vat),
    taxesWht: null,
    isWhtInAmount: false,
    ref: row.subject?.item.id ?? null,
    refDate: null,
    number: numberOf(row),
    transactionStatementId: world.results.statementOf(row).id || null,
    createdAt: localText(row.date),
    updatedAt: localText(row.date),
    qcUserId: null,
    hash: null,
    currency: currencyIn[row.country],
    reference: row.subject?.item.id ?? null,
    referenceType: row.subject ? 'sales_order_item' : null,
  });
