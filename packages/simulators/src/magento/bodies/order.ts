import { moneyNumber } from '../../money.js';
import { stamp } from '../clock.js';
import { sumOf } from '../sales/documents.js';
import { paidInvoices, refundsBy, standingInvoices } from '../sales/operations.js';
import { incrementId, type Sale } from '../sales/sale.js';
import { sum } from '../shop/pricing.js';
import { globalCurrency, groupById } from '../shop/stores.js';
import { addressId, orderAddressBody } from './address.js';
import { amountText, type Body, inBoth, join, negative, orderAmount, sinceFirst } from './body.js';
import { orderItemBodies } from './order-item.js';
import { orderPaymentBody, paymentInfoBodies } from './order-payment.js';
import { orderTaxBodies } from './order-tax.js';

export function orderBody(sale: Sale): Body {
  const items = orderItemBodies(sale);
  return join(headOf(sale), placedAmounts(sale), doneAmounts(sale), {
    items,
    billing_address: orderAddressBody(sale, 'billing'),
    payment: orderPaymentBody(sale),
    status_histories: historyBodies(sale),
    extension_attributes: {
      shipping_assignments: [{ shipping: shippingBody(sale), items }],
      payment_additional_info: paymentInfoBodies(sale),
      ...orderTaxBodies(sale),
      ...valueBodies(sale),
      ...(sale.discount?.coupon ? { coupon_codes: [sale.discount.coupon] } : {}),
    },
  });
}

function headOf(sale: Sale): Body {
  const { view, website, contact } = sale;
  const isGuest = sale.customerId === null;
  return {
    applied_rule_ids: sale.discount ? String(sale.discount.ruleId) : undefined,
    base_currency_code: website.baseCurrency,
    base_to_global_rate: website.baseToGlobalRate,
    base_to_order_rate: view.rate,
    billing_address_id: addressId(sale.id, 'billing'),
    coupon_code: sale.discount?.coupon ?? undefined,
    created_at: stamp(sale.createdAt),
    customer_email: sale.email,
    customer_firstname: isGuest ? undefined : contact.firstName,
    customer_group_id: sale.groupId,
    customer_id: sale.customerId ?? undefined,
    customer_is_guest: isGuest ? 1 : 0,
    customer_lastname: isGuest ? undefined : contact.lastName,
    customer_note_notify: 1,
    discount_description: sale.discount?.description,
    email_sent: 1,
    entity_id: sale.id,
    ext_order_id: sale.externalId ?? undefined,
    global_currency_code: globalCurrency,
    hold_before_state: sale.state === 'holded' ? sale.heldFrom?.state : undefined,
    hold_before_status: sale.state === 'holded' ? sale.heldFrom?.status : undefined,
    increment_id: incrementId(view.id, sale.id),
    is_virtual: sale.shipping ? 0 : 1,
    order_currency_code: view.currency,
    quote_id: sale.id + 57,
    remote_ip: '203.0.113.9',
    shipping_description: sale.shipping?.description,
    state: sale.state,
    status: sale.status,
    store_currency_code: view.currency,
    store_id: view.id,
    store_name: [website.name, groupById(view.groupId).name, view.name].join('\n'),
    store_to_base_rate: 0,
    store_to_order_rate: 0,
    total_item_count: sale.lines.length,
    total_qty_ordered: sum(sale.lines.map(line => line.quantity)),
    updated_at: stamp(sale.updatedAt),
    weight: sum(sale.lines.map(line => Math.round((line.product.weight ?? 0) * 10 * line.quantity))) / 10,
  };
}

/** As placed; these never change. */
const placedAmounts = ({ totals }: Sale): Body =>
  inBoth({
    subtotal: role => totals[role].subtotal,
    subtotal_incl_tax: role => totals[role].subtotalInclTax,
    discount_amount: role => negative(totals[role].discount),
    shipping_amount: role => totals[role].shipping,
    shipping_incl_tax: role => totals[role].shippingInclTax,
    shipping_tax_amount: role => totals[role].shippingTax,
    shipping_discount_amount: role => totals[role].shippingDiscount,
    shipping_discount_tax_compensation_amount: role => totals[role].shippingCompensation,
    tax_amount: role => totals[role].tax,
    discount_tax_compensation_amount: role => totals[role].compensation,
    grand_total: role => totals[role].grand,
  });

/** What invoices, credit memos and a cancellation have added up to. */
function doneAmounts(sale: Sale): Body {
  const { totals, creditMemos } = sale;
  const invoices = standingInvoices(sale);
  const paid = paidInvoices(sale);
  const [online, offline] = [refundsBy(sale, true), refundsBy(sale, false)];
  const canceled = sale.canceledAt === null ? [] : [sale.canceledAt];
  return inBoth({
    total_paid: sinceFirst(paid, role => sumOf(paid, role, 'grand')),
    // Computed when read, and never lowered by a cancellation.
    total_due: role => Math.max(totals[role].grand - sumOf(paid, role, 'grand'), 0),
    total_invoiced: sinceFirst(invoices, role => sumOf(invoices, role, 'grand')),
    subtotal_invoiced: sinceFirst(invoices, role => sumOf(invoices, role, 'subtotal')),
    tax_invoiced: sinceFirst(invoices, role => sumOf(invoices, role, 'tax')),
    shipping_invoiced: sinceFirst(invoices, role => sumOf(invoices, role, 'shipping')),
    discount_invoiced: sinceFirst(invoices, role => negative(sumOf(invoices, role, 'discount'))),
    discount_tax_compensation_invoiced: sinceFirst(invoices, role => sumOf(invoices, role, 'compensation')),
    total_refunded: sinceFirst(creditMemos, role => sumOf(creditMemos, role, 'grand')),
    total_online_refunded: sinceFirst(online, role => sumOf(online, role, 'grand')),
    total_offline_refunded: sinceFirst(offline, role => sumOf(offline, role, 'grand')),
    subtotal_refunded: sinceFirst(creditMemos, role => sumOf(creditMemos, role, 'subtotal')),
    tax_refunded: sinceFirst(creditMemos, role => sumOf(creditMemos, role, 'tax')),
    shipping_refunded: sinceFirst(creditMemos, role => sumOf(creditMemos, role, 'shipping')),
    shipping_tax_refunded: sinceFirst(creditMemos, role => sumOf(creditMemos, role, 'shippingTax')),
    discount_refunded: sinceFirst(creditMemos, role => negative(sumOf(creditMemos, role, 'discount'))),
    discount_tax_compensation_refunded: sinceFirst(creditMemos, role => sumOf(creditMemos, role, 'compensation')),
    adjustment_positive: sinceFirst(creditMemos, role => sum(creditMemos.map(memo => memo.positive[role]))),
    adjustment_negative: sinceFirst(creditMemos, role => sum(creditMemos.map(memo => memo.negative[role]))),
    total_canceled: sinceFirst(canceled, role => totals[role].grand - sumOf(paid, role, 'grand')),
    subtotal_canceled: sinceFirst(canceled, role => totals[role].subtotal - sumOf(invoices, role, 'subtotal')),
    tax_canceled: sinceFirst(canceled, role => totals[role].tax - sumOf(invoices, role, 'tax')),
    shipping_canceled: sinceFirst(canceled, role => totals[role].shipping - sumOf(invoices, role, 'shipping')),
  });
}

function shippingBody(sale: Sale): Body {
  if (!sale.shipping) return { total: {} };
  const { money } = sale.shipping;
  return {
    address: orderAddressBody(sale, 'shipping'),
    method: sale.shipping.method,
    total: inBoth({
      shipping_amount: role => money[role].amount,
      shipping_incl_tax: role => money[role].inclTax,
      shipping_tax_amount: role => money[role].tax,
      shipping_discount_amount: role => money[role].discount,
      shipping_discount_tax_compensation_amount: role => money[role].compensation,
    }),
  };
}

/** Gift cards, store credit and wrapping: Adobe Commerce alone. Wrapping is text. */
function valueBodies(sale: Sale): Body {
  const { totals, giftCard, creditMemos } = sale;
  const invoices = standingInvoices(sale);
  const body: Body = {};
  if (giftCard) {
    const card = {
      id: giftCard.id,
      code: giftCard.code,
      amount: orderAmount(giftCard.amount),
      base_amount: moneyNumber(giftCard.amount.base),
    };
    Object.assign(
      body,
      { gift_cards: [card] },
      inBoth({
        gift_cards_amount: role => totals[role].giftCards,
        gift_cards_invoiced: sinceFirst(invoices, role => sumOf(invoices, role, 'giftCards')),
        gift_cards_refunded: sinceFirst(creditMemos, role => sumOf(creditMemos, role, 'giftCards')),
      }),
    );
  }
  if (totals.order.storeCredit > 0) {
    Object.assign(
      body,
      inBoth({
        customer_balance_amount: role => totals[role].storeCredit,
        customer_balance_invoiced: sinceFirst(invoices, role => sumOf(invoices, role, 'storeCredit')),
        customer_balance_refunded: sinceFirst(creditMemos, role => sumOf(creditMemos, role, 'storeCredit')),
      }),
    );
  }
  if (totals.order.wrapping > 0) {
    Object.assign(body, {
      gw_id: '1',
      gw_base_price: amountText(totals.base.wrapping),
      gw_price: amountText(totals.order.wrapping),
      gw_base_tax_amount: '0.0000',
      gw_tax_amount: '0.0000',
    });
  }
  return body;
}

/** Newest first; of the same second the later id comes first. */
export const historyBodies = (sale: Sale): Body[] =>
  [...sale.history]
    .sort((left, right) => right.at - left.at || right.id - left.id)
    .map(entry => ({
      comment: entry.comment,
      created_at: stamp(entry.at),
      entity_id: entry.id,
      entity_name: entry.about,
      is_customer_notified:
        entry.isNotified === undefined ? (entry.about === 'order' ? null : 1) : Number(entry.isNotified),
      is_visible_on_front: Number(entry.isVisible ?? false),
      parent_id: sale.id,
      status: entry.status,
    }));
