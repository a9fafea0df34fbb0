import type { Money } from '../../money.js';
import type { Contact } from '../shop/customers.js';
import type { Role, RowMoney, Two, UnitMoney } from '../shop/pricing.js';
import type { Product } from '../shop/product.js';
import type { StoreView, Website } from '../shop/stores.js';
import type { AppliedRate } from '../shop/taxes.js';
import type { CreditMemo, Invoice, Shipment, Transaction } from './documents.js';

/** A row below another: the chosen variant of a configurable, a part of a bundle. */
export interface Child {
  readonly id: number;
  readonly product: Product;
  /** Units in one unit of the parent. */
  readonly perUnit: number;
  /** Amounts of its own: only in bundles that cost what their parts cost. */
  readonly priced: Two<{ readonly unit: UnitMoney; readonly row: RowMoney }> | null;
}

/** A row of an order that a shopper would call a line. */
export interface Line {
  readonly id: number;
  readonly product: Product;
  /** `grouped` for members that were bought through a grouped product. */
  readonly rowType: string;
  readonly children: readonly Child[];
  readonly quantity: number;
  readonly unit: Two<UnitMoney>;
  readonly row: Two<RowMoney>;
  readonly rates: readonly AppliedRate[];
  readonly rateTaxes: Two<readonly Money[]>;
  readonly discountPercent: number;
  /** False for rows whose product id was lost together with the product. */
  readonly knowsProduct: boolean;
  invoiced: number;
  shipped: number;
  refunded: number;
  canceled: number;
}

export interface ShippingMoney {
  readonly amount: Money;
  readonly inclTax: Money;
  /** After discount. */
  readonly tax: Money;
  readonly discount: Money;
  readonly compensation: Money;
  readonly rateTaxes: readonly Money[];
}

export interface Shipping {
  readonly method: string;
  readonly description: string;
  readonly rates: readonly AppliedRate[];
  readonly money: Two<ShippingMoney>;
}

export interface Discount {
  readonly ruleId: number;
  /** Null for cart rules that need no coupon. */
  readonly coupon: string | null;
  readonly description: string;
}

export interface GiftCard {
  readonly id: number;
  readonly code: string;
  readonly amount: Two<Money>;
}

export interface HistoryEntry {
  readonly id: number;
  readonly at: number;
  readonly comment: string | null;
  readonly status: string;
  readonly about: 'order' | 'invoice' | 'shipment' | 'creditmemo';
  /** Said only by comments that came over the API; the shop's own have what their kind has. */
  readonly isNotified?: boolean;
  readonly isVisible?: boolean;
}

/** One amount of a kind in each of a sale's totals; `discount` is positive here and served with a minus. */
export interface Totals {
  readonly subtotal: Money;
  readonly subtotalInclTax: Money;
  readonly discount: Money;
  readonly shipping: Money;
  readonly shippingInclTax: Money;
  readonly shippingTax: Money;
  readonly shippingDiscount: Money;
  /** Items and shipping. */
  readonly tax: Money;
  readonly compensation: Money;
  readonly shippingCompensation: Money;
  readonly fixedTax: Money;
  readonly wrapping: Money;
  readonly giftCards: Money;
  readonly storeCredit: Money;
  readonly grand: Money;
}

export type State =
  | 'new'
  | 'pending_payment'
  | 'processing'
  | 'complete'
  | 'closed'
  | 'canceled'
  | 'holded'
  | 'payment_review';

/** A sale and all that has happened to it. */
export interface Sale {
  readonly id: number;
  readonly createdAt: number;
  updatedAt: number;
  readonly view: StoreView;
  readonly website: Website;
  readonly customerId: number | null;
  readonly groupId: number;
  readonly contact: Contact;
  /** As on the order: blank or masked by a privacy module for some guests. */
  readonly email: string;
  readonly lines: readonly Line[];
  /** Null when nothing is shipped. */
  readonly shipping: Shipping | null;
  readonly discount: Discount | null;
  readonly giftCard: GiftCard | null;
  readonly totals: Two<Totals>;
  readonly method: PaymentMethod;
  state: State;
  status: string;
  /** Authorized at the gateway and not yet captured, or captured since. */
  authorized: boolean;
  canceledAt: number | null;
  heldFrom: { readonly state: State; readonly status: string } | null;
  /** The order's number in another system. */
  externalId: string | null;
  /** What was changed on its addresses since, as it is served. */
  readonly addresses: Partial<Record<'billing' | 'shipping', Readonly<Record<string, unknown>>>>;
  readonly invoices: Invoice[];
  readonly creditMemos: CreditMemo[];
  readonly shipments: Shipment[];
  readonly transactions: Transaction[];
  readonly history: HistoryEntry[];
}

export interface PaymentMethod {
  readonly code: string;
  readonly title: string;
  /** Talks to a gateway, so captures and refunds can happen online. */
  readonly isOnline: boolean;
  /** Writes to Magento's transaction table; several modules do not. */
  readonly keepsTransactions: boolean;
}

export const decimalsOf = (sale: Sale, role: Role): number => (role === 'order' ? sale.view.decimals : 2);

/** `000000071` in the first store view, `3000000071` in view 3. */
export const incrementId = (storeId: number, number: number): string =>
  `${storeId === 1 ? '' : storeId}${String(number).padStart(9, '0')}`;
