import { moneyNumber } from '../../money.js';
import { stamp } from '../clock.js';
import type { Comment, CreditMemo, DocumentItem, Invoice, Transaction } from '../sales/documents.js';
import { incrementId, type Sale } from '../sales/sale.js';
import type { RowMoney, Two } from '../shop/pricing.js';
import { globalCurrency } from '../shop/stores.js';
import { addressId } from './address.js';
import { amountText, type Body, inBoth, join, negative } from './body.js';
import { lineSku } from './order-item.js';

/** Ids of a document's own rows. */
export const rowId = (documentId: number, index: number): number => documentId * 600 + index;

/** Newest first, as everything that is told of a document. */
export const commentBodies = (comments: readonly Comment[], parentId: number): Body[] =>
  comments
    .map(comment => ({
      comment: comment.text,
      created_at: stamp(comment.at),
      entity_id: comment.id,
      is_customer_notified: comment.isNotified ? 1 : 0,
      is_visible_on_front: comment.isVisible ? 1 : 0,
      parent_id: parentId,
    }))
    .reverse();

const headOf = (sale: Sale, document: Invoice | CreditMemo): Body => ({
  base_currency_code: sale.website.baseCurrency,
  base_to_global_rate: sale.website.baseToGlobalRate,
  base_to_order_rate: sale.view.rate,
  billing_address_id: addressId(sale.id, 'billing'),
  created_at: stamp(document.at),
  discount_description: sale.discount?.description,
  entity_id: document.id,
  global_currency_code: globalCurrency,
  increment_id: incrementId(sale.view.id, document.id),
  order_currency_code: sale.view.currency,
  order_id: sale.id,
  shipping_address_id: sale.shipping ? addressId(sale.id, 'shipping') : undefined,
  store_currency_code: sale.view.currency,
  store_id: sale.view.id,
  store_to_base_rate: 0,
  store_to_order_rate: 0,
  transaction_id: document.transactionId ?? undefined,
  updated_at: stamp(document.updatedAt),
});

const totalsOf = ({ totals }: Invoice | CreditMemo): Body =>
  inBoth({
    subtotal: role => totals[role].subtotal,
    subtotal_incl_tax: role => totals[role].subtotalInclTax,
    discount_amount: role => negative(totals[role].discount),
    shipping_amount: role => totals[role].shipping,
    shipping_incl_tax: role => totals[role].shippingInclTax,
    shipping_tax_amount: role => totals[role].shippingTax,
    shipping_discount_tax_compensation_amount: role => totals[role].shippingCompensation,
    tax_amount: role => totals[role].tax,
    discount_tax_compensation_amount: role => totals[role].compensation,
    grand_total: role => totals[role].grand,
  });

/** Gift cards, store credit and wrapping taken by this document, as far as there are any. */
function storedValueOf({ totals }: Invoice | CreditMemo): Body {
  const { giftCards, storeCredit, wrapping } = totals.order;
  const extension = {
    ...(giftCards > 0 ? inBoth({ gift_cards_amount: role => totals[role].giftCards }) : {}),
    ...(storeCredit > 0 ? inBoth({ customer_balance_amount: role => totals[role].storeCredit }) : {}),
    ...(wrapping > 0 ? { gw_price: amountText(wrapping), gw_base_price: amountText(totals.base.wrapping) } : {}),
  };
  return Object.keys(extension).length > 0 ? { extension_attributes: extension } : {};
}

export const invoiceBody = (sale: Sale, invoice: Invoice): Body =>
  join(
    headOf(sale, invoice),
    totalsOf(invoice),
    {
      base_total_refunded: invoice.refunded > 0 ? moneyNumber(invoice.refunded) : undefined,
      is_used_for_refund: invoice.refunded > 0 ? 1 : undefined,
      state: invoice.state,
      total_qty: invoice.items.reduce((total, item) => total + item.quantity, 0),
      items: invoice.items.flatMap((item, index) => itemBodies(item, rowId(invoice.id, index * 8), invoice.id, false)),
      comments: commentBodies(invoice.comments, invoice.id),
    },
    storedValueOf(invoice),
  );

export const creditMemoBody = (sale: Sale, memo: CreditMemo): Body =>
  join(
    headOf(sale, memo),
    totalsOf(memo),
    inBoth({
      adjustment: role => memo.positive[role] - memo.negative[role],
      adjustment_positive: role => memo.positive[role],
      adjustment_negative: role => memo.negative[role],
    }),
    {
      invoice_id: memo.invoiceId ?? undefined,
      state: 2,
      items: [
        ...memo.items.flatMap((item, index) => itemBodies(item, rowId(memo.id, index * 8), memo.id, true)),
        ...untouchedBodies(sale, memo),
      ],
      comments: commentBodies(memo.comments, memo.id),
    },
    storedValueOf(memo),
  );

/** The form lists every row of the order, so rows that were not refunded are there with quantity 0. */
function untouchedBodies(sale: Sale, memo: CreditMemo): Body[] {
  const touched = new Set(memo.items.map(item => item.line));
  return sale.lines
    .filter(line => !touched.has(line))
    .map((line, index) => ({
      base_cost: null,
      base_price: moneyNumber(line.unit.base.price),
      base_row_total: 0,
      entity_id: rowId(memo.id, memo.items.length * 8 + index),
      name: line.product.name,
      order_item_id: line.id,
      parent_id: memo.id,
      price: moneyNumber(line.unit.order.price),
      qty: 0,
      row_total: 0,
      sku: lineSku(line),
      tax_amount: 0,
    }));
}

/** A bundle that costs what its parts cost has its amounts on the parts only; its own row says how many. */
function itemBodies(item: DocumentItem, id: number, parentId: number, isRefund: boolean): Body[] {
  const { line } = item;
  const rowMoney = (row: Two<RowMoney>): Body =>
    inBoth({
      row_total: role => row[role].rowTotal,
      row_total_incl_tax: role => row[role].rowTotalInclTax,
      tax_amount: role => row[role].tax,
      discount_amount: role => (row.order.discount > 0 ? row[role].discount : undefined),
      discount_tax_compensation_amount: role => row[role].compensation,
      weee_tax_applied_row_amount: role => (isRefund && row.order.fixedTax > 0 ? row[role].fixedTax : undefined),
    });
  const priced = item.childRows.some(row => row !== null);
  const parent = {
    ...(isRefund ? { base_cost: null } : {}),
    entity_id: id,
    name: line.product.name,
    order_item_id: line.id,
    parent_id: parentId,
    ...inBoth({ price: role => line.unit[role].price, price_incl_tax: role => line.unit[role].priceInclTax }),
    product_id: line.knowsProduct ? line.product.id : undefined,
    qty: item.quantity,
    sku: lineSku(line),
    ...(priced ? {} : rowMoney(item.row)),
  };
  const children = line.children.map((child, index) => {
    const row = item.childRows[index];
    const unit = child.priced;
    return {
      ...(isRefund ? { base_cost: null } : {}),
      entity_id: id + index + 1,
      name: child.product.name,
      order_item_id: child.id,
      parent_id: parentId,
      ...inBoth({ price: role => unit?.[role].unit.price ?? 0 }),
      product_id: child.product.id,
      qty: item.quantity * child.perUnit,
      sku: child.product.sku,
      ...(row ? rowMoney(row) : {}),
    };
  });
  return [parent, ...children];
}

/** Children are nested in their parent, and listed on their own as well. */
export const transactionBody = (sale: Sale, transaction: Transaction): Body => ({
  transaction_id: transaction.id,
  ...(transaction.parentId === null ? {} : { parent_id: transaction.parentId }),
  order_id: sale.id,
  payment_id: sale.id,
  txn_id: transaction.txnId,
  parent_txn_id: transaction.parentTxnId,
  txn_type: transaction.type,
  is_closed: transaction.isClosed ? 1 : 0,
  additional_information: sale.method.code === 'braintree' ? ['visa', null] : [],
  created_at: stamp(transaction.at),
  child_transactions: sale.transactions
    .filter(({ parentId }) => parentId === transaction.id)
    .map(child => transactionBody(sale, child)),
});
