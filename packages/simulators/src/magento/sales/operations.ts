import { type Money, roundTo } from '../../money.js';
import { both, sum } from '../shop/pricing.js';
import {
  addUp,
  type CreditMemo,
  type DocumentItem,
  documentItem,
  type Invoice,
  noShipping,
  shippingPart,
  sumOf,
  type Transaction,
} from './documents.js';
import { isVirtualLine } from './place.js';
import type { HistoryEntry, Line, Sale, State } from './sale.js';

/** Where a new document gets its number from. */
export type Numbers = (kind: 'invoice' | 'creditmemo' | 'shipment' | 'transaction' | 'history', sale: Sale) => number;

/** How many units of a line to take. */
export type Quantity = (line: Line) => number;

/** Everything that happens to a sale after it was placed. Each leaves the sale's totals, state and history in step. */
export interface Operations {
  /** Money reserved at the gateway. */
  authorize(sale: Sale, at: number, reviewed: boolean): void;
  awaitPayment(sale: Sale, at: number): void;
  /** `paid: false` leaves the invoice open, to be captured later. */
  invoice(sale: Sale, at: number, quantity: Quantity, paid: boolean): void;
  /** Captures the open invoice. */
  capture(sale: Sale, at: number): void;
  ship(sale: Sale, at: number, quantity: Quantity): void;
  refund(sale: Sale, at: number, refund: Refund): void;
  cancel(sale: Sale, at: number): void;
  hold(sale: Sale, at: number): void;
  /** Writes a history entry and, when given, another status within the state. */
  comment(sale: Sale, at: number, comment: string, status?: string): void;
}

export interface Refund {
  readonly quantity: Quantity;
  /** Part of the whole shipping, in ten-thousandths. */
  readonly shippingShare: number;
  /** Extra refund and refund withheld, in the charged currency. */
  readonly positive: Money;
  readonly negative: Money;
  readonly isOnline: boolean;
}

export const openQuantity: Quantity = line => line.quantity - line.invoiced - line.canceled;
export const unshipped: Quantity = line =>
  isVirtualLine(line) ? 0 : line.quantity - line.shipped - line.refunded - line.canceled;
export const refundable: Quantity = line => line.invoiced - line.refunded;

const defaultStatus = (state: State): string => (state === 'new' ? 'pending' : state);

/** `silent` is told of documents, and keeps them from moving the time of their sale. */
export function createOperations(numbers: Numbers, silent: (() => void) | null = null): Operations {
  const settle = (
    sale: Sale,
    at: number,
    state: State,
    comment: string | null,
    about: HistoryEntry['about'] = 'order',
    status = defaultStatus(state),
  ) => {
    sale.state = state;
    sale.status = status;
    if (silent && about !== 'order') silent();
    else sale.updatedAt = Math.max(sale.updatedAt, at);
    sale.history.push({ id: numbers('history', sale), at, comment, status, about });
  };

  const record = (sale: Sale, at: number, type: Transaction['type'], txnId: string, parent: Transaction | null) => {
    if (!sale.method.keepsTransactions) return;
    const isClosed = type === 'refund' || type === 'void';
    sale.transactions.push({
      id: numbers('transaction', sale),
      parentId: parent?.id ?? null,
      txnId,
      parentTxnId: parent?.txnId ?? null,
      type,
      isClosed,
      at,
    });
  };

  const opening = (sale: Sale) => sale.transactions.find(({ type }) => type === 'authorization') ?? null;

  const captureOnline = (sale: Sale, at: number): string | null => {
    if (!sale.method.isOnline) return null;
    const parent = opening(sale);
    if (parent) parent.isClosed = true;
    const number = sale.invoices.length;
    const txnId = parent ? `${parent.txnId}-capture${number > 0 ? `-${number}` : ''}` : gatewayId(sale, number);
    record(sale, at, 'capture', txnId, parent);
    return txnId;
  };

  return {
    authorize(sale, at, reviewed) {
      sale.authorized = true;
      record(sale, at, 'authorization', gatewayId(sale, 0), null);
      const comment = `Authorized amount of ${sale.totals.order.grand / 10_000}. Transaction ID: "${gatewayId(sale, 0)}"`;
      if (reviewed) settle(sale, at, 'payment_review', comment, 'order', 'fraud');
      else settle(sale, at, 'processing', comment);
    },
    awaitPayment: (sale, at) => settle(sale, at, 'pending_payment', null),
    invoice(sale, at, quantity, paid) {
      const items = take(
        sale,
        quantity,
        line => line.invoiced,
        (line, units) => {
          line.invoiced += units;
        },
      );
      const isFirst = sale.invoices.length === 0;
      const totals = both(role =>
        addUp(
          items.map(item => item.row[role]),
          {
            shipping: isFirst ? (sale.shipping?.money[role] ?? noShipping) : noShipping,
            wrapping: isFirst ? sale.totals[role].wrapping : 0,
            giftCards: isFirst ? sale.totals[role].giftCards : 0,
            storeCredit: isFirst ? sale.totals[role].storeCredit : 0,
            adjustment: 0,
          },
        ),
      );
      const transactionId = paid ? captureOnline(sale, at) : null;
      sale.invoices.push({
        id: numbers('invoice', sale),
        at,
        updatedAt: at,
        items,
        totals,
        transactionId,
        state: paid ? 2 : 1,
        refunded: 0,
      });
      settle(
        sale,
        at,
        stateOf(sale),
        transactionId ? `Captured amount online. Transaction ID: "${transactionId}"` : null,
        'invoice',
      );
    },
    capture(sale, at) {
      const invoice = sale.invoices.find(({ state }) => state === 1);
      if (!invoice) return;
      const transactionId = captureOnline(sale, at);
      sale.invoices[sale.invoices.indexOf(invoice)] = { ...invoice, state: 2, updatedAt: at, transactionId };
      settle(sale, at, stateOf(sale), null, 'invoice');
    },
    ship(sale, at, quantity) {
      const items = sale.lines
        .map(line => ({ line, quantity: Math.min(quantity(line), unshipped(line)) }))
        .filter(item => item.quantity > 0);
      if (items.length === 0) return;
      for (const item of items) item.line.shipped += item.quantity;
      const id = numbers('shipment', sale);
      const track =
        id % 3 === 0
          ? null
          : { number: `1Z${String(id).padStart(12, '0')}`, title: 'United Parcel Service', carrier: 'ups' };
      sale.shipments.push({
        id,
        at,
        updatedAt: at,
        items,
        sourceCode: sale.website.id === 1 ? 'sydney' : 'chicago',
        track,
      });
      settle(sale, at, stateOf(sale), null, 'shipment');
    },
    refund(sale, at, refund) {
      const items = take(
        sale,
        refund.quantity,
        line => line.refunded,
        (line, units) => {
          line.refunded += units;
        },
      );
      const before = sum(sale.creditMemos.map(memo => memo.shippingShare));
      const isShippingDone = sale.shipping === null || before + refund.shippingShare === 10_000;
      const isWhole = isShippingDone && sale.lines.every(line => line.refunded === line.quantity);
      const inRole = (amount: Money) => both(role => (role === 'order' ? amount : roundTo(amount / sale.view.rate, 2)));
      const [positive, negative] = [inRole(refund.positive), inRole(refund.negative)];
      const totals = both(role =>
        addUp(
          items.map(item => item.row[role]),
          {
            shipping: shippingPart(sale, role, before, refund.shippingShare),
            wrapping: isWhole ? sale.totals[role].wrapping : 0,
            giftCards: isWhole ? sale.totals[role].giftCards : 0,
            storeCredit: isWhole ? sale.totals[role].storeCredit : 0,
            adjustment: positive[role] - negative[role],
          },
        ),
      );
      if (items.length === 0 && totals.order.grand === 0) return;
      const invoice = sale.invoices.at(-1) ?? null;
      const captured = refund.isOnline ? (sale.transactions.findLast(({ type }) => type === 'capture') ?? null) : null;
      const txnId = captured
        ? `${captured.txnId}-refund${sale.creditMemos.length > 0 ? `-${sale.creditMemos.length}` : ''}`
        : null;
      if (captured && txnId) record(sale, at, 'refund', txnId, captured);
      if (invoice)
        sale.invoices[sale.invoices.indexOf(invoice)] = { ...invoice, refunded: invoice.refunded + totals.base.grand };
      sale.creditMemos.push({
        id: numbers('creditmemo', sale),
        at,
        updatedAt: at,
        items,
        totals,
        transactionId: txnId,
        invoiceId: refund.isOnline ? (invoice?.id ?? null) : null,
        positive,
        negative,
        isOnline: refund.isOnline,
        shippingShare: refund.shippingShare,
      });
      settle(sale, at, stateOf(sale), refund.isOnline ? 'We refunded online.' : 'We refunded offline.', 'creditmemo');
    },
    cancel(sale, at) {
      const authorization = opening(sale);
      if (authorization && sale.invoices.length === 0) {
        record(sale, at, 'void', `${authorization.txnId}-void`, authorization);
        authorization.isClosed = true;
      }
      for (const line of sale.lines) line.canceled = line.quantity - line.invoiced;
      sale.canceledAt = at;
      settle(sale, at, stateOf(sale), null);
    },
    hold(sale, at) {
      sale.heldFrom = { state: sale.state, status: sale.status };
      settle(sale, at, 'holded', 'Address to be checked');
    },
    comment(sale, at, comment, status) {
      settle(sale, at, sale.state, comment, 'order', status ?? sale.status);
    },
  };

  function take(
    sale: Sale,
    quantity: Quantity,
    done: Quantity,
    mark: (line: Line, units: number) => void,
  ): DocumentItem[] {
    const items: DocumentItem[] = [];
    for (const line of sale.lines) {
      const units = quantity(line);
      if (units <= 0) continue;
      items.push(documentItem(sale, line, done(line), units));
      mark(line, units);
    }
    return items;
  }
}

const gatewayId = (sale: Sale, number: number): string =>
  `${sale.method.code.slice(0, 2)}${(sale.id * 7919 + number * 31 + 46_656).toString(36)}`;

/** Magento's own rule: what is left to invoice, to ship and to refund decides. */
function stateOf(sale: Sale): State {
  if (sale.invoices.length === 0 && sale.canceledAt !== null) return 'canceled';
  const isInvoiced = sale.lines.every(line => openQuantity(line) === 0);
  if (!isInvoiced || sale.lines.some(line => unshipped(line) > 0)) return 'processing';
  const isRefunded =
    sale.creditMemos.length > 0 && sumOf(sale.creditMemos, 'order', 'grand') >= sumOf(sale.invoices, 'order', 'grand');
  return isRefunded ? 'closed' : 'complete';
}

export const paidInvoices = (sale: Sale): Invoice[] => sale.invoices.filter(({ state }) => state === 2);

export const refundsBy = (sale: Sale, isOnline: boolean): CreditMemo[] =>
  sale.creditMemos.filter(memo => memo.isOnline === isOnline);
