import { both } from '../shop/pricing.js';
import {
  addUp,
  type CreditMemo,
  documentItem,
  type Invoice,
  noShipping,
  sumOf,
  type Track,
  type Transaction,
} from './documents.js';
import { isVirtualLine } from './place.js';
import { inRoles, type Refund, refundItems, refundTotals } from './refunds.js';
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
  /** Gives up an open invoice and the money reserved for it. */
  voidInvoice(sale: Sale, at: number, invoice: Invoice): void;
  /** Without a parcel the shop sends it as it usually does. */
  ship(sale: Sale, at: number, quantity: Quantity, parcel?: Parcel): void;
  refund(sale: Sale, at: number, refund: Refund): void;
  cancel(sale: Sale, at: number): void;
  hold(sale: Sale, at: number, comment?: string | null): void;
  /** Back to what the order was before it was held. */
  unhold(sale: Sale, at: number): void;
  /** Writes a history entry and, when given, another status within the state. */
  comment(sale: Sale, at: number, comment: string | null, status?: string, seen?: Seen): void;
}

export interface Parcel {
  readonly sourceCode: string;
  readonly tracks: readonly Track[];
}

/** Who gets to see a comment. */
export type Seen = Required<Pick<HistoryEntry, 'isNotified' | 'isVisible'>>;

/** Where a shop sends parcels from when nobody says so. */
export const usualSource = (sale: Sale): string => (sale.website.id === 1 ? 'sydney' : 'chicago');

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
    seen: Partial<Seen> = {},
  ) => {
    sale.state = state;
    sale.status = status;
    if (silent && about !== 'order') silent();
    else sale.updatedAt = Math.max(sale.updatedAt, at);
    sale.history.push({ id: numbers('history', sale), at, comment, status, about, ...seen });
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
      const items = sale.lines
        .filter(line => quantity(line) > 0)
        .map(line => documentItem(sale, line, line.invoiced, quantity(line)));
      for (const item of items) item.line.invoiced += item.quantity;
      const isFirst = standingInvoices(sale).length === 0;
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
        comments: [],
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
    voidInvoice(sale, at, invoice) {
      const authorization = opening(sale);
      if (authorization) {
        record(sale, at, 'void', `${authorization.txnId}-void`, authorization);
        authorization.isClosed = true;
      }
      for (const { line, quantity } of invoice.items) line.invoiced -= quantity;
      sale.invoices[sale.invoices.indexOf(invoice)] = { ...invoice, state: 3, updatedAt: at };
      settle(sale, at, 'processing', 'Voided authorization.', 'invoice');
    },
    ship(sale, at, quantity, parcel) {
      const items = sale.lines
        .map(line => ({ line, quantity: Math.min(quantity(line), unshipped(line)) }))
        .filter(item => item.quantity > 0);
      if (items.length === 0) return;
      for (const item of items) item.line.shipped += item.quantity;
      const id = numbers('shipment', sale);
      sale.shipments.push({
        id,
        at,
        updatedAt: at,
        items,
        sourceCode: parcel?.sourceCode ?? usualSource(sale),
        tracks: parcel ? [...parcel.tracks] : usualTracks(id, at),
        comments: [],
      });
      settle(sale, at, stateOf(sale), null, 'shipment');
    },
    refund(sale, at, refund) {
      const items = refundItems(sale, refund);
      const totals = refundTotals(sale, items, refund);
      if (items.length === 0 && totals.order.grand === 0) return;
      for (const { line, quantity } of items) line.refunded += quantity;
      const [positive, negative] = [inRoles(sale, refund.positive), inRoles(sale, refund.negative)];
      const invoice = refund.invoice ?? standingInvoices(sale).at(-1) ?? null;
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
        invoiceId: refund.isOnline || refund.invoice ? (invoice?.id ?? null) : null,
        positive,
        negative,
        isOnline: refund.isOnline,
        shippingShare: refund.shippingShare,
        comments: [],
      });
      settle(sale, at, stateOf(sale), refund.isOnline ? 'We refunded online.' : 'We refunded offline.', 'creditmemo');
    },
    cancel(sale, at) {
      const authorization = opening(sale);
      if (authorization && standingInvoices(sale).length === 0 && !authorization.isClosed) {
        record(sale, at, 'void', `${authorization.txnId}-void`, authorization);
        authorization.isClosed = true;
      }
      for (const line of sale.lines) line.canceled = line.quantity - line.invoiced;
      sale.canceledAt = at;
      settle(sale, at, stateOf(sale), null);
    },
    hold(sale, at, comment = 'Address to be checked') {
      sale.heldFrom = { state: sale.state, status: sale.status };
      settle(sale, at, 'holded', comment);
    },
    unhold(sale, at) {
      const { state, status } = sale.heldFrom ?? { state: 'processing', status: 'processing' };
      sale.heldFrom = null;
      settle(sale, at, state, null, 'order', status);
    },
    comment(sale, at, comment, status, seen) {
      settle(sale, at, sale.state, comment, 'order', status ?? sale.status, seen);
    },
  };
}

/** Two of three shipments tell their parcel's number, which goes by the number of the shipment. */
const usualTracks = (id: number, at: number): Track[] =>
  id % 3 === 0
    ? []
    : [
        {
          id,
          at,
          number: `1Z${String(id).padStart(12, '0')}`,
          title: 'United Parcel Service',
          carrier: 'ups',
          weight: null,
          quantity: null,
          description: null,
        },
      ];

const gatewayId = (sale: Sale, number: number): string =>
  `${sale.method.code.slice(0, 2)}${(sale.id * 7919 + number * 31 + 46_656).toString(36)}`;

/** Magento's own rule: what is left to invoice, to ship and to refund decides. */
function stateOf(sale: Sale): State {
  if (standingInvoices(sale).length === 0 && sale.canceledAt !== null) return 'canceled';
  const isInvoiced = sale.lines.every(line => openQuantity(line) === 0);
  if (!isInvoiced || sale.lines.some(line => unshipped(line) > 0)) return 'processing';
  const isRefunded =
    sale.creditMemos.length > 0 &&
    sumOf(sale.creditMemos, 'order', 'grand') >= sumOf(standingInvoices(sale), 'order', 'grand');
  return isRefunded ? 'closed' : 'complete';
}

/** Those that were not given up. */
export const standingInvoices = (sale: Sale): Invoice[] => sale.invoices.filter(({ state }) => state !== 3);

export const paidInvoices = (sale: Sale): Invoice[] => sale.invoices.filter(({ state }) => state === 2);

export const refundsBy = (sale: Sale, isOnline: boolean): CreditMemo[] =>
  sale.creditMemos.filter(memo => memo.isOnline === isOnline);
