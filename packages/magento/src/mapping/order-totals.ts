import { always, amount, amountOrZero, derived, mapper, optionalAmount, text } from '@cartograph/connector-kit';
import {
  type Adjustment,
  add,
  type Decimal,
  isZero,
  negate,
  type OrderTotals,
  type ShopTotals,
  subtract,
  sum,
} from '@cartograph/core';
import type { NativeOrder } from '../native/order.js';
import { firstCurrency } from './currencies.js';
import { type OrderRow, rowAmount } from './order-rows.js';
import { appliedTaxes, taxAmount } from './order-taxes.js';

/** From the order's header alone, so that the lines can be held against it. */
export const toOrderTotals = mapper<NativeOrder, OrderTotals, unknown>({
  grand: derived('grand total and what gift cards, store credit and reward points paid of it', order =>
    grandTotal(order),
  ),
  tax: order => amountOrZero(order.tax_amount),
  discount: derived('discount less the tax within it', order =>
    negate(
      sum([
        amountOrZero(order.discount_amount),
        amountOrZero(order.discount_tax_compensation_amount),
        amountOrZero(order.shipping_discount_tax_compensation_amount),
      ]),
    ),
  ),
  gratuity: always('0', 'Magento knows no tips'),
  refunded: derived('refunded total and what went back to gift cards and store credit', order => refundedTotal(order)),
  net: derived('grand less what was refunded online and offline', order =>
    subtract(grandTotal(order), add(moneyRefunded(order), creditRefunded(order))),
  ),
  paid: derived('paid total and what gift cards, store credit and reward points paid', order => paidTotal(order)),
  due: derived('due total as the order states it, and credit that was given back', order =>
    add(statedDue(order), subtract(creditTotal(order), creditPaid(order))),
  ),
  platformTotal: order => amount(order.grand_total),
});

const credit = (order: NativeOrder) => order.extension_attributes ?? {};

/** Magento takes these off its grand total; they are payments. */
const creditTotal = (order: NativeOrder): Decimal => {
  const { gift_cards_amount, customer_balance_amount, reward_currency_amount } = credit(order);
  return sum([gift_cards_amount, customer_balance_amount, reward_currency_amount].map(part => amountOrZero(part)));
};

const creditRefunded = (order: NativeOrder): Decimal => {
  const { gift_cards_refunded, customer_balance_refunded } = credit(order);
  return add(amountOrZero(gift_cards_refunded), amountOrZero(customer_balance_refunded));
};

export const grandTotal = (order: NativeOrder): Decimal => add(amount(order.grand_total), creditTotal(order));

export const isCanceled = (order: NativeOrder): boolean => text(order.state) === 'canceled';

/** Canceling gives gift cards and store credit back. */
const creditPaid = (order: NativeOrder): Decimal => (isCanceled(order) ? '0' : creditTotal(order));

export const paidTotal = (order: NativeOrder): Decimal => add(amountOrZero(order.total_paid), creditPaid(order));

export const refundedTotal = (order: NativeOrder): Decimal =>
  add(amountOrZero(order.total_refunded), creditRefunded(order));

/** The same money as `total_refunded`, told a second time by how it went back. */
function moneyRefunded(order: NativeOrder): Decimal {
  const parts = [optionalAmount(order.total_online_refunded), optionalAmount(order.total_offline_refunded)];
  const known = parts.filter(part => part !== null);
  return known.length > 0 ? sum(known) : amountOrZero(order.total_refunded);
}

const statedDue = (order: NativeOrder): Decimal =>
  optionalAmount(order.total_due) ?? subtract(amount(order.grand_total), amountOrZero(order.total_paid));

/** In the website's base currency. Each amount was converted and rounded on its own. */
export const toShopTotals = mapper<NativeOrder, ShopTotals, unknown>({
  currency: order => firstCurrency(order.base_currency_code),
  grand: derived('as `totals.grand`, in base currency', order =>
    sum(
      [
        order.base_grand_total,
        credit(order).base_gift_cards_amount,
        credit(order).base_customer_balance_amount,
        credit(order).base_reward_currency_amount,
      ].map(part => amountOrZero(part)),
    ),
  ),
  tax: order => amountOrZero(order.base_tax_amount),
  discount: derived('as `totals.discount`, in base currency', order =>
    negate(
      sum(
        [
          order.base_discount_amount,
          order.base_discount_tax_compensation_amount,
          order.base_shipping_discount_tax_compensation_amnt,
        ].map(part => amountOrZero(part)),
      ),
    ),
  ),
  refunded: derived('as `totals.refunded`, in base currency', order =>
    sum(
      [
        order.base_total_refunded,
        credit(order).base_gift_cards_refunded,
        credit(order).base_customer_balance_refunded,
      ].map(part => amountOrZero(part)),
    ),
  ),
});

/** Fixed product taxes (FPT, WEEE): in the grand total, in no row total and not in the order's tax, which holds only the tax on them. */
export const toAdjustment = mapper<{ readonly amount: Decimal; readonly tax: Decimal }, Adjustment, unknown>({
  reason: always('fixedTax', 'fixed product taxes are the only difference that Magento names'),
  amount: adjustment => add(adjustment.amount, adjustment.tax),
  tax: adjustment => adjustment.tax,
  note: always('Fixed product tax', 'their titles differ from row to row'),
});

export function fixedTaxes(order: NativeOrder, rows: readonly OrderRow[]): { amount: Decimal; tax: Decimal }[] {
  const fixed = sum(rows.map(row => rowAmount(row, 'weee_tax_applied_row_amount')));
  const tax = taxAmount(appliedTaxes(order, 'weee'));
  return isZero(fixed) && isZero(tax) ? [] : [{ amount: fixed, tax }];
}
