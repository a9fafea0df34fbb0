import type { Money } from '../../money.js';
import { both, mapRow, portion, type Role, type RowMoney, sum, sumRows, type Two } from '../shop/pricing.js';
import { decimalsOf, type Line, type Sale, type ShippingMoney, type Totals } from './sale.js';

/** A quantity of one line on an invoice or credit memo, with its share of the line's amounts. */
export interface DocumentItem {
  readonly line: Line;
  readonly quantity: number;
  readonly row: Two<RowMoney>;
  /** Shares of the parts of a bundle, in the order of the line's children; null where children carry no amounts. */
  readonly childRows: readonly (Two<RowMoney> | null)[];
}

/** What somebody wrote on a document. */
export interface Comment {
  readonly id: number;
  readonly at: number;
  readonly text: string;
  readonly isNotified: boolean;
  readonly isVisible: boolean;
}

interface Document {
  readonly id: number;
  readonly at: number;
  updatedAt: number;
  readonly items: readonly DocumentItem[];
  readonly totals: Two<Totals>;
  readonly transactionId: string | null;
  readonly comments: Comment[];
}

export interface Invoice extends Document {
  /** 1 open, 2 paid, 3 canceled. */
  state: 1 | 2 | 3;
  refunded: Money;
}

export interface CreditMemo extends Document {
  readonly invoiceId: number | null;
  readonly positive: Two<Money>;
  readonly negative: Two<Money>;
  readonly isOnline: boolean;
  /** Refunded part of the shipping, in ten-thousandths. */
  readonly shippingShare: number;
}

/** One parcel, as its carrier knows it. */
export interface Track {
  readonly id: number;
  readonly at: number;
  readonly number: string;
  readonly title: string;
  readonly carrier: string;
  readonly weight: number | null;
  readonly quantity: number | null;
  readonly description: string | null;
}

export interface Shipment {
  readonly id: number;
  readonly at: number;
  updatedAt: number;
  readonly items: readonly { readonly line: Line; readonly quantity: number }[];
  readonly sourceCode: string;
  readonly tracks: Track[];
  readonly comments: Comment[];
}

export interface Transaction {
  readonly id: number;
  readonly parentId: number | null;
  readonly txnId: string;
  readonly parentTxnId: string | null;
  readonly type: 'authorization' | 'capture' | 'refund' | 'void' | 'order';
  isClosed: boolean;
  readonly at: number;
}

export const noShipping: ShippingMoney = { amount: 0, inclTax: 0, tax: 0, discount: 0, compensation: 0, rateTaxes: [] };

/** What a document takes beside its items. */
export interface Extras {
  readonly shipping: ShippingMoney;
  readonly wrapping: Money;
  readonly giftCards: Money;
  readonly storeCredit: Money;
  readonly adjustment: Money;
}

/** Magento's totals: the grand total is the sum of the parts, and gift cards and store credit are already off it. */
export function addUp(rows: readonly RowMoney[], extras: Extras): Totals {
  const items = sumRows(rows);
  const { shipping } = extras;
  const discount = items.discount + shipping.discount;
  const tax = items.tax + shipping.tax;
  return {
    subtotal: items.rowTotal,
    subtotalInclTax: items.rowTotalInclTax,
    discount,
    shipping: shipping.amount,
    shippingInclTax: shipping.inclTax,
    shippingTax: shipping.tax,
    shippingDiscount: shipping.discount,
    tax,
    compensation: items.compensation,
    shippingCompensation: shipping.compensation,
    fixedTax: items.fixedTax,
    wrapping: extras.wrapping,
    giftCards: extras.giftCards,
    storeCredit: extras.storeCredit,
    grand:
      items.rowTotal -
      discount +
      shipping.amount +
      tax +
      items.compensation +
      shipping.compensation +
      items.fixedTax +
      extras.wrapping -
      extras.giftCards -
      extras.storeCredit +
      extras.adjustment,
  };
}

/** Units `before` … `before + now` of a line, as a row of a document. */
export function documentItem(sale: Sale, line: Line, before: number, now: number): DocumentItem {
  const share = (row: RowMoney, role: Role) =>
    mapRow(key => portion(row[key], before, now, line.quantity, decimalsOf(sale, role)));
  const childRows = line.children.map(({ priced }) => priced && both(role => share(priced[role].row, role)));
  const parts = childRows.filter(row => row !== null);
  const row = both(role => (parts.length > 0 ? sumRows(parts.map(part => part[role])) : share(line.row[role], role)));
  return { line, quantity: now, row, childRows };
}

/** The part of the shipping for `now` ten-thousandths of it, after `before`. */
export function shippingPart(sale: Sale, role: Role, before: number, now: number): ShippingMoney {
  const whole = sale.shipping?.money[role];
  if (!whole || now === 0) return noShipping;
  const part = (amount: Money) => portion(amount, before, now, 10_000, decimalsOf(sale, role));
  return {
    amount: part(whole.amount),
    inclTax: part(whole.inclTax),
    tax: part(whole.tax),
    discount: part(whole.discount),
    compensation: part(whole.compensation),
    rateTaxes: whole.rateTaxes.map(part),
  };
}

export const sumOf = (documents: readonly { readonly totals: Two<Totals> }[], role: Role, key: keyof Totals): Money =>
  sum(documents.map(document => document.totals[role][key]));
