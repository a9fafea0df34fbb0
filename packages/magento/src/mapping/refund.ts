import { always, amountOrZero, derived, each, id, mapper, text } from '@cartograph/connector-kit';
import { add, type Decimal, isZero, type Refund, type RefundLine, subtract, sum } from '@cartograph/core';
import type { CreditMemoBody, NativeCreditMemo, NativeCreditMemoItem } from '../native/credit-memo.js';
import { firstCurrency } from './currencies.js';
import { groupBy } from './group-by.js';
import { instant } from './instant.js';
import { wrapping } from './order-charge.js';

/** A row of the credit memo with the rows below it. */
interface RefundRow {
  readonly lineId: string;
  readonly quantity: Decimal;
  /** The rows that carry its amounts: those of a bundle’s parts where the bundle itself has none. */
  readonly priced: readonly NativeCreditMemoItem[];
}

const toRefundLine = mapper<RefundRow, RefundLine, unknown>({
  lineId: derived('the row of the order, or the one above it', row => row.lineId),
  quantity: row => row.quantity,
  amount: derived('row total less discount, with tax and fixed product tax', row => sum(row.priced.map(itemTotal))),
});

function itemTotal(item: NativeCreditMemoItem): Decimal {
  const taxes = add(amountOrZero(item.tax_amount), amountOrZero(item.weee_tax_applied_row_amount));
  return add(subtract(amountOrZero(item.row_total), itemDiscount(item)), taxes);
}

const itemDiscount = (item: NativeCreditMemoItem): Decimal =>
  subtract(amountOrZero(item.discount_amount), amountOrZero(item.discount_tax_compensation_amount));

const toRefundCharge = mapper<Refund['charges'][number], Refund['charges'][number], unknown>({
  type: derived('by the fields that hold the amount', charge => charge.type),
  amount: derived(
    'shipping after its discount, which is what the document’s has beyond the rows’, with tax',
    charge => charge.amount,
  ),
});

export const toRefund = mapper<CreditMemoBody, Refund, unknown>({
  id: ({ creditmemo }) => id(creditmemo.entity_id),
  createdAt: ({ creditmemo }) => instant(creditmemo.created_at),
  sourceModifiedAt: ({ creditmemo }) => instant(creditmemo.updated_at),
  derived: always(false, 'credit memos are records of the platform'),
  orderId: ({ creditmemo }) => id(creditmemo.order_id),
  currency: ({ creditmemo }) => firstCurrency(creditmemo.order_currency_code, creditmemo.base_currency_code),
  amount: derived('grand total and what went back to gift cards and store credit', ({ creditmemo }) =>
    add(amountOrZero(creditmemo.grand_total), creditAmount(creditmemo)),
  ),
  tax: ({ creditmemo }) => amountOrZero(creditmemo.tax_amount),
  status: ({ creditmemo }) => statusByState[text(creditmemo.state) ?? ''] ?? 'unknown',
  statusRaw: ({ creditmemo }) => text(creditmemo.state),
  method: derived(
    'gateway where a transaction is named, otherwise by hand; store credit and gift cards by their amounts',
    ({ creditmemo }) => method(creditmemo),
  ),
  reason: derived('the first comment', ({ creditmemo }) => text(creditmemo.comments?.[0]?.comment)),
  lines: each(toRefundLine, body => refundRows(body)),
  charges: each(toRefundCharge, body => refundCharges(body)),
  adjustment: ({ creditmemo }) =>
    subtract(amountOrZero(creditmemo.adjustment_positive), amountOrZero(creditmemo.adjustment_negative)),
});

const statusByState: Readonly<Record<string, Refund['status']>> = { 1: 'pending', 2: 'completed', 3: 'failed' };

const creditAmount = ({ extension_attributes }: NativeCreditMemo): Decimal =>
  add(
    amountOrZero(extension_attributes?.gift_cards_amount),
    amountOrZero(extension_attributes?.customer_balance_amount),
  );

function method(memo: NativeCreditMemo): Refund['method'] {
  const byMoney = text(memo.transaction_id) === null ? 'manual' : 'gateway';
  if (isZero(creditAmount(memo))) return byMoney;
  return isZero(amountOrZero(memo.grand_total)) ? 'storeCredit' : 'mixed';
}

/** Rows below another are a part of it: the money stands on the upper one, or on the parts of a bundle. */
function refundRows({ creditmemo, parents }: CreditMemoBody): RefundRow[] {
  const rows = groupBy(creditmemo.items ?? [], item => {
    const own = id(item.order_item_id);
    return parents[own] ?? own;
  });
  return [...rows]
    .map(([lineId, items]) => {
      const upper = items.find(item => id(item.order_item_id) === lineId);
      const parts = items.filter(item => item !== upper);
      const isPriced = upper !== undefined && (parts.length === 0 || !isZero(amountOrZero(upper.row_total)));
      return { lineId, quantity: amountOrZero(upper?.qty), priced: isPriced ? [upper] : parts };
    })
    .filter(({ quantity, priced }) => !isZero(quantity) || priced.some(item => !isZero(amountOrZero(item.row_total))));
}

function refundCharges(body: CreditMemoBody): Refund['charges'] {
  const shipping = shippingRefund(body);
  const wrapped = wrapping(body.creditmemo.extension_attributes ?? {}).map(({ net, tax }) => ({
    type: 'wrapping' as const,
    amount: add(net, tax),
  }));
  return isZero(shipping) ? wrapped : [{ type: 'shipping', amount: shipping }, ...wrapped];
}

/** Its discount is what the document's has beyond the rows'. */
function shippingRefund(body: CreditMemoBody): Decimal {
  const { creditmemo } = body;
  const amount = amountOrZero(creditmemo.shipping_amount);
  if (isZero(amount)) return '0';
  const priced = refundRows(body).flatMap(row => row.priced);
  return sum([
    amount,
    amountOrZero(creditmemo.shipping_tax_amount),
    amountOrZero(creditmemo.shipping_discount_tax_compensation_amount),
    amountOrZero(creditmemo.discount_amount),
    ...priced.map(item => amountOrZero(item.discount_amount)),
  ]);
}
