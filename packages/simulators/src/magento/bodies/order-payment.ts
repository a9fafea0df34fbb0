import { moneyNumber } from '../../money.js';
import { sumOf } from '../sales/documents.js';
import { paidInvoices, refundsBy } from '../sales/operations.js';
import type { Sale } from '../sales/sale.js';
import { type Body, inBoth, join, sinceFirst } from './body.js';

const cardNumbers = ['4242', '1111', '0005', '4444'];

export function orderPaymentBody(sale: Sale): Body {
  const { totals, method } = sale;
  const paid = paidInvoices(sale);
  const online = refundsBy(sale, true);
  const isCard = method.code === 'braintree' || method.code === 'adyen_cc';
  const known = {
    // Not optional by their documentation types: sent as null when they hold nothing.
    account_status: null,
    additional_information: informationOf(sale).map(([, value]) => value),
    cc_last4: isCard ? cardNumbers[sale.id % cardNumbers.length] : null,
    cc_type: isCard ? 'VI' : undefined,
    cc_exp_year: isCard ? '2029' : '0',
    entity_id: sale.id,
    last_trans_id: sale.transactions.at(-1)?.txnId,
    method: method.code,
    parent_id: sale.id,
    po_number: method.code === 'purchaseorder' ? `PO-${sale.id}` : undefined,
  };
  const amounts = inBoth({
    amount_ordered: role => totals[role].grand,
    amount_authorized: role => (sale.authorized ? totals[role].grand : undefined),
    amount_paid: sinceFirst(paid, role => sumOf(paid, role, 'grand')),
    amount_refunded: sinceFirst(sale.creditMemos, role => sumOf(sale.creditMemos, role, 'grand')),
    amount_canceled: role => (sale.state === 'canceled' ? totals[role].grand : undefined),
    shipping_amount: role => totals[role].shipping,
    shipping_captured: sinceFirst(paid, role => sumOf(paid, role, 'shipping')),
    shipping_refunded: sinceFirst(sale.creditMemos, role => sumOf(sale.creditMemos, role, 'shipping')),
  });
  return join(known, amounts, onlineAmounts(sale, paid, online));
}

/** What the gateway moved; these two exist in base currency alone. */
function onlineAmounts(sale: Sale, paid: Sale['invoices'], refunds: Sale['creditMemos']): Body {
  if (!sale.method.isOnline) return {};
  return {
    base_amount_paid_online: paid.length > 0 ? moneyNumber(sumOf(paid, 'base', 'grand')) : undefined,
    base_amount_refunded_online: refunds.length > 0 ? moneyNumber(sumOf(refunds, 'base', 'grand')) : undefined,
  };
}

function informationOf(sale: Sale): [key: string, value: string | null][] {
  const { method } = sale;
  const known: [string, string | null][] = [['method_title', method.title]];
  if (method.code === 'banktransfer') known.push(['instructions', null]);
  if (method.code === 'paypal_express') known.push(['paypal_payer_status', 'verified']);
  return known;
}

/** The keyed twin of `additional_information`: text only, so nothing becomes the word. */
export const paymentInfoBodies = (sale: Sale): Body[] =>
  informationOf(sale).map(([key, value]) => ({ key, value: value ?? 'null' }));
