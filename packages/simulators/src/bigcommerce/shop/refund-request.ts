import { type Money, toMoney } from '../../money.js';
import { type Doc, isDoc } from '../records/fields.js';
import { invalid, refuse } from '../refusal.js';
import type { OrderRecord } from './order-book.js';
import type { Charge } from './order-model.js';
import { isRefundable } from './order-state.js';
import { shareOf } from './pricing.js';
import { chargeKey, type RefundItem } from './refund.js';
import { taxOf } from './taxes.js';

/** What a request for a refund, or for a quote of one, comes to. */
export interface RefundPlan {
  readonly items: readonly RefundItem[];
  readonly total: Money;
  readonly tax: Money;
  /** The part that concerns no goods and no charge. */
  readonly orderLevel: Money;
  readonly adjustment: Money;
}

/** What earlier refunds gave back of one charge, or of one order's own level. */
function alreadyBack({ state }: OrderRecord, item: Pick<RefundItem, 'type' | 'itemId'>): Money {
  const key = chargeKey(item);
  return state.refunds
    .filter(({ payments }) => payments.length === 0 || payments.some(({ declined }) => !declined))
    .flatMap(({ items }) => items)
    .reduce((sum, known) => (chargeKey(known) === key ? sum + known.amount : sum), 0);
}

const wrong = (position: number, reason: string) => invalid('v3', { [`items.${position}`]: reason });

function unitsItem(record: OrderRecord, sent: Doc, position: number): RefundItem {
  const { order, state } = record;
  const line = order.lines.find(({ id }) => id === Number(sent.item_id));
  if (!line) throw wrong(position, `The order has no product ${sent.item_id}.`);
  const quantity = Number(sent.quantity);
  const wraps = sent.item_type === 'GIFT_WRAPPING';
  const before = wraps ? 0 : (state.refundedUnits.get(line.id) ?? 0);
  if (!Number.isInteger(quantity) || quantity < 1 || before + quantity > line.quantity)
    throw wrong(position, `Only ${line.quantity - before} of the product ${line.id} can be refunded.`);
  const adjustment = (Array.isArray(sent.adjustments) ? sent.adjustments : [])
    .filter(isDoc)
    .reduce((sum, { amount }) => sum + toMoney(Number(amount)), 0);
  if (adjustment > 0) throw wrong(position, 'An adjustment must not be positive.');
  const shared = { itemId: line.id, quantity, adjustment, reason: String(sent.reason ?? '') };
  if (wraps) {
    if (!line.wrapped || alreadyBack(record, { type: 'GIFT_WRAPPING', itemId: line.id }) > 0)
      throw wrong(position, `The product ${line.id} has no gift wrapping to refund.`);
    return { ...shared, type: 'GIFT_WRAPPING', amount: line.wrapped.paid, tax: taxOf(line.wrapped.parts) };
  }
  const share = (whole: Money) => shareOf(whole, before, before + quantity, line.quantity, order.currency.decimals);
  return { ...shared, type: 'PRODUCT', amount: share(line.paid), tax: share(taxOf(line.parts)) };
}

function chargeIn({ order }: OrderRecord, type: unknown, id: number): Charge | undefined {
  const address = order.addresses.find(known => known.id === id);
  if (type === 'SHIPPING') return address?.shipping;
  if (type === 'HANDLING') return address?.handling;
  return order.fees.find(fee => fee.id === id)?.charge;
}

function amountItem(record: OrderRecord, sent: Doc, position: number): RefundItem {
  const { order } = record;
  const amount = toMoney(Number(sent.amount));
  if (!(amount > 0)) throw wrong(position, 'The amount must be positive.');
  const itemId = Number(sent.item_id);
  const type = sent.item_type as 'SHIPPING' | 'HANDLING' | 'FEE' | 'ORDER' | 'TAX';
  const shared = { type, itemId, quantity: 0, amount, adjustment: 0, reason: String(sent.reason ?? '') };
  if (type === 'ORDER' || type === 'TAX') {
    if (itemId !== order.id) throw wrong(position, `The item is the order ${order.id} itself.`);
    return { ...shared, tax: type === 'TAX' ? amount : 0 };
  }
  const charge = chargeIn(record, type, itemId);
  if (!charge) throw wrong(position, `The order has no ${type.toLowerCase()} ${itemId}.`);
  const left = charge.paid - alreadyBack(record, shared);
  if (amount > left) throw wrong(position, 'The amount exceeds what is left of the charge.');
  const tax =
    amount === charge.paid
      ? taxOf(charge.parts)
      : shareOf(taxOf(charge.parts), 0, amount, charge.paid, order.currency.decimals);
  return { ...shared, tax };
}

const byUnits = new Set(['PRODUCT', 'GIFT_WRAPPING']);
const byAmount = new Set(['SHIPPING', 'HANDLING', 'ORDER', 'FEE', 'TAX']);

/** Refuses with 422 what the order does not have, or has no more of. */
export function planRefund(record: OrderRecord, body: Doc): RefundPlan {
  const { order, state } = record;
  const isPaid = order.payment.flow === 'unrecorded' || isRefundable(state);
  if (!isPaid || state.paymentStatus === 'refunded')
    throw refuse('v3', 422, `The order ${order.id} has nothing that could be refunded.`);
  const back =
    state.refunds.length === 0
      ? 0
      : state.givenBack.gateway + state.givenBack.storeCredit + state.givenBack.giftCertificate;
  if (body.tax_adjustment_amount !== undefined) {
    const tax = toMoney(Number(body.tax_adjustment_amount));
    if (!(tax > 0) || tax > order.totals.totalTax) throw invalid('v3', { tax_adjustment_amount: 'The tax is less.' });
    return { items: [], total: tax, tax, orderLevel: 0, adjustment: 0 };
  }
  const sent = (Array.isArray(body.items) ? body.items : []).filter(isDoc);
  if (sent.length === 0) throw invalid('v3', { items: 'The required field items was not supplied.' });
  const items = sent.map((item, position) => {
    if (byUnits.has(String(item.item_type))) return unitsItem(record, item, position);
    if (byAmount.has(String(item.item_type))) return amountItem(record, item, position);
    throw wrong(position, `'${item.item_type}' is no item_type.`);
  });
  const adjustment = items.reduce((sum, item) => sum + item.adjustment, 0);
  const total = items.reduce((sum, item) => sum + item.amount, 0) + adjustment;
  if (total > order.totals.totalInc - back) throw refuse('v3', 422, 'The refund exceeds what is left of the order.');
  return {
    items,
    total,
    tax: items.reduce((sum, item) => sum + item.tax, 0),
    orderLevel: items.reduce((sum, item) => (item.type === 'ORDER' ? sum + item.amount : sum), 0),
    adjustment,
  };
}

/** One way in which money can go back. */
export interface RefundWay {
  readonly provider: string;
  readonly description: string;
  readonly amount: Money;
  readonly offline: boolean;
}

/** Alternatives; the ways inside one are taken together. */
export function refundWays({ order, state }: OrderRecord, total: Money): RefundWay[][] {
  const { tender, payment } = order;
  const { givenBack } = state;
  const recorded = payment.flow !== 'unrecorded' && payment.method !== 'offline';
  const onGateway = Math.max(0, Math.min(total, tender.due - givenBack.gateway));
  const certificate = Math.max(0, Math.min(total - onGateway, tender.giftCertificate - givenBack.giftCertificate));
  const credit = total - onGateway - certificate;
  const way = (provider: string, description: string, amount: Money, offline: boolean): RefundWay => ({
    provider,
    description,
    amount,
    offline,
  });
  const original = [
    way(payment.gateway || 'custom', payment.name, onGateway, !recorded),
    way('giftcertificate', 'Gift Certificate', certificate, false),
    way('storecredit', 'Store Credit', credit, false),
  ].filter(({ amount }) => amount > 0);
  const alternatives = [
    original,
    ...(order.customerId === 0 ? [] : [[way('storecredit', 'Store Credit', total, false)]]),
    [way('custom', 'Custom', total, true)],
  ];
  const seen = new Set<string>();
  return alternatives.filter(ways => {
    const key = ways.map(({ provider }) => provider).join();
    return !seen.has(key) && seen.add(key);
  });
}
