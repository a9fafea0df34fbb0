import type { Money } from '../../money.js';
import type { Person } from '../../people.js';
import type { Doc } from '../records/fields.js';
import type { Currency } from './currencies.js';
import type { Taxed, TaxPart, TaxRate, TaxZone } from './taxes.js';

export interface LineDiscount {
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  /** `order`: the line's share of a discount on the whole order. */
  readonly target: 'order' | 'product';
  readonly amount: Money;
}

export interface LineOption {
  readonly optionId: number;
  readonly name: string;
  readonly value: string;
  readonly valueId: string;
  readonly type: 'Multiple choice' | 'Swatch' | 'Text field' | 'Product Pick List';
}

/** What was put into the cart, before any discount. */
export interface CartLine {
  readonly kind: 'physical' | 'digital' | 'giftcertificate';
  /** 0 for custom lines and gift certificates. */
  readonly productId: number;
  readonly variantId: number;
  readonly name: string;
  readonly sku: string;
  readonly upc: string;
  readonly brandId: number;
  readonly weight: number;
  readonly cost: Money;
  readonly options: readonly LineOption[];
  readonly quantity: number;
  readonly rates: readonly TaxRate[];
  readonly unit: Taxed;
  readonly total: Taxed;
  /** The position of the line that this one came along with. */
  readonly parent: number | null;
  /** A price of the whole line's wrapping, before tax treatment; 0 for none. */
  readonly wrapping: Money;
}

export interface OrderLine extends CartLine {
  readonly id: number;
  /** The position of the address it goes to; -1 where nothing is sent. */
  readonly address: number;
  readonly discounts: readonly LineDiscount[];
  /** Taxes after all discounts. */
  readonly parts: readonly TaxPart[];
  /** Only a manual discount lowers this one. */
  readonly totalTax: Money;
  /** After every discount, with tax. */
  readonly paid: Money;
  readonly wrapped: Charge | null;
}

/** Shipping, handling, wrapping or a fee. */
export interface Charge {
  /** Before any discount. */
  readonly taxed: Taxed;
  readonly discount: Money;
  /** Taxes after the discount. */
  readonly parts: readonly TaxPart[];
  /** After the discount, with tax. */
  readonly paid: Money;
}

/** Whom a bill or a parcel goes to. */
export interface Addressee extends Person {
  readonly street2?: string;
}

export interface ShipTo {
  readonly id: number;
  readonly person: Addressee;
  readonly company: string;
  readonly method: string;
  readonly shipping: Charge;
  readonly handling: Charge;
}

export interface OrderCoupon {
  readonly id: number;
  readonly couponId: number;
  readonly code: string;
  /** 0 per item, 1 percentage, 2 per total, 3 shipping, 4 free shipping, 5 promotion. */
  readonly type: 0 | 1 | 2 | 3 | 4 | 5;
  /** Face value: percent for type 1, money otherwise. */
  readonly face: number;
  readonly discount: Money;
}

export interface OrderFee {
  readonly id: number;
  readonly name: string;
  readonly charge: Charge;
  /** What the merchant calls it, and where it comes from, as far as a client of the API said so. */
  readonly merchantName?: string;
  readonly source?: string;
}

/** Sums of the order in the transactional currency. */
export interface OrderTotals {
  readonly subtotalEx: Money;
  readonly subtotalInc: Money;
  /** After discounts, unlike the two before. */
  readonly subtotalTax: Money;
  readonly totalEx: Money;
  readonly totalInc: Money;
  readonly totalTax: Money;
}

export interface PaymentMethod {
  /** What the shopper sees. */
  readonly name: string;
  readonly gateway: string;
  readonly method: 'credit_card' | 'electronic_wallet' | 'apple_pay_token' | 'offline' | 'custom' | 'none';
  /** How money is first asked for; `unrecorded` leaves no transactions. */
  readonly flow: 'purchase' | 'authorize' | 'pend' | 'unrecorded';
}

export interface Tender {
  readonly storeCredit: Money;
  readonly giftCertificate: Money;
  /** What is left for the payment method. */
  readonly due: Money;
}

export interface Order {
  readonly number: number;
  readonly id: number;
  readonly createdAt: number;
  /** 0 for guests. */
  readonly customerId: number;
  readonly billing: Addressee;
  readonly company: string;
  readonly addresses: readonly ShipTo[];
  readonly pickup: boolean;
  readonly channelId: number;
  readonly source: string;
  readonly currency: Currency;
  readonly displayCurrency: Currency;
  readonly zone: TaxZone;
  readonly taxProvider: 'BasicTaxProvider' | 'AvaTaxProvider' | '';
  readonly lines: readonly OrderLine[];
  readonly coupons: readonly OrderCoupon[];
  readonly discountAmount: Money;
  readonly couponDiscount: Money;
  readonly fees: readonly OrderFee[];
  readonly totals: OrderTotals;
  readonly payment: PaymentMethod;
  readonly tender: Tender;
  /** Written through the API: amounts come back as they were sent, without padding. */
  readonly writtenByApi: boolean;
  /** From before some fields existed: they are absent. */
  readonly legacy: boolean;
  readonly message: string;
  readonly staffNotes: string;
  readonly externalId: string | null;
  /** What was written and has no place of its own in here, by its name in the API. */
  readonly written?: Doc;
}
