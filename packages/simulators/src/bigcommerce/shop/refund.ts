import { type Money, toMoney } from '../../money.js';
import { convert } from './cart.js';
import type { RefundStyle } from './events.js';
import type { Charge, Order } from './order-model.js';
import { shareOf } from './pricing.js';
import { taxOf } from './taxes.js';

export interface RefundItem {
  readonly type: 'PRODUCT' | 'GIFT_WRAPPING' | 'SHIPPING' | 'HANDLING' | 'ORDER' | 'FEE' | 'TAX';
  /** A line, an address, a fee or the order, by type. */
  readonly itemId: number;
  readonly quantity: number;
  /** With tax. */
  readonly amount: Money;
  readonly tax: Money;
  /** Zero or negative: what the shop keeps. */
  readonly adjustment: Money;
  /** Said by whoever asked for it. */
  readonly reason?: string;
}

export interface RefundPayment {
  readonly provider: string;
  readonly amount: Money;
  readonly offline: boolean;
  readonly declined: boolean;
  /** Set where the gateway took part. */
  readonly transactionId: number | null;
}

export interface Refund {
  readonly at: number;
  readonly reason: string;
  readonly items: readonly RefundItem[];
  readonly total: Money;
  readonly tax: Money;
  readonly payments: readonly RefundPayment[];
  /** The sums are the merchant's own. */
  readonly overridden?: boolean;
}

/** What earlier refunds of the order have given back. */
export interface Refunded {
  readonly units: ReadonlyMap<number, number>;
  /** Keys as `SHIPPING:412`. */
  readonly charges: ReadonlySet<string>;
  readonly total: Money;
}

export const chargeKey = (item: Pick<RefundItem, 'type' | 'itemId'>): string => `${item.type}:${item.itemId}`;

const restockingFee = toMoney('3.00');

function lineItem(order: Order, position: number, refunded: Refunded, quantity: number): RefundItem | null {
  const line = order.lines[position];
  if (!line) return null;
  const before = refunded.units.get(line.id) ?? 0;
  const until = Math.min(line.quantity, before + quantity);
  if (until === before) return null;
  const share = (whole: Money) => shareOf(whole, before, until, line.quantity, order.currency.decimals);
  return {
    type: 'PRODUCT',
    itemId: line.id,
    quantity: until - before,
    amount: share(line.paid),
    tax: share(taxOf(line.parts)),
    adjustment: 0,
  };
}

function chargeItems(order: Order, refunded: Refunded): RefundItem[] {
  const item = (type: RefundItem['type'], itemId: number, charge: Charge): RefundItem => ({
    type,
    itemId,
    quantity: type === 'GIFT_WRAPPING' ? 1 : 0,
    amount: charge.paid,
    tax: taxOf(charge.parts),
    adjustment: 0,
  });
  return [
    ...order.lines.flatMap(line => (line.wrapped ? [item('GIFT_WRAPPING', line.id, line.wrapped)] : [])),
    ...order.addresses.map(address => item('SHIPPING', address.id, address.shipping)),
    ...order.addresses.map(address => item('HANDLING', address.id, address.handling)),
    ...order.fees.map(fee => item('FEE', fee.id, fee.charge)),
  ].filter(found => found.amount > 0 && !refunded.charges.has(chargeKey(found)));
}

/** An amount without lines, which the platform never taxes. */
const orderItem = (order: Order, amount: Money): RefundItem => ({
  type: 'ORDER',
  itemId: order.id,
  quantity: 0,
  amount,
  tax: 0,
  adjustment: 0,
});

/** What a refund of this style gives back now; empty where nothing suitable is left. */
export function refundItems(order: Order, style: RefundStyle, pick: number, refunded: Refunded): RefundItem[] {
  const left = order.totals.totalInc - refunded.total;
  if (left <= 0) return [];
  const position = order.lines.length === 0 ? 0 : pick % order.lines.length;
  const keep = (items: readonly (RefundItem | null)[]) =>
    items.filter(item => item !== null).filter(item => item.amount + item.adjustment > 0);

  if (style === 'everything') {
    const lines = order.lines.map((_line, index) => lineItem(order, index, refunded, Number.MAX_SAFE_INTEGER));
    const items = [...lines.filter(item => item !== null), ...chargeItems(order, refunded)];
    const sum = items.reduce((total, item) => total + item.amount, 0);
    return sum > left ? [orderItem(order, left)] : items;
  }
  if (style === 'amount') {
    const wanted = convert(toMoney('5.00'), order.currency);
    return wanted < left ? [orderItem(order, wanted)] : [];
  }
  if (style === 'shipping')
    return keep(chargeItems(order, refunded).filter(item => item.type === 'SHIPPING')).filter(
      item => item.amount <= left,
    );
  const item = lineItem(
    order,
    position,
    refunded,
    style === 'units' || style === 'declined' ? 1 : Number.MAX_SAFE_INTEGER,
  );
  if (!item || item.amount > left) return [];
  const fee = convert(restockingFee, order.currency);
  return keep([style === 'restocked' && item.amount > fee * 2 ? { ...item, adjustment: -fee } : item]);
}

/** How much of an order's refunds went which way. */
export interface GivenBack {
  readonly gateway: Money;
  readonly storeCredit: Money;
  readonly giftCertificate: Money;
}

/** Which ways the money goes back: first over the gateway that took it, then as credit. */
export function refundPayments(
  order: Order,
  style: RefundStyle,
  total: Money,
  already: GivenBack,
  transactionId: number,
): { payments: RefundPayment[]; givenBack: GivenBack } {
  const { tender, payment } = order;
  if (style === 'storeCredit' && order.customerId !== 0) {
    const whole = { provider: 'storecredit', amount: total, offline: false, declined: false, transactionId: null };
    return { payments: [whole], givenBack: { gateway: 0, storeCredit: total, giftCertificate: 0 } };
  }
  const onGateway = Math.max(0, Math.min(total, tender.due - already.gateway));
  const rest = total - onGateway;
  const giftCertificate = Math.max(0, Math.min(rest, tender.giftCertificate - already.giftCertificate));
  const storeCredit = rest - giftCertificate;
  const recorded = payment.flow !== 'unrecorded' && payment.method !== 'offline';
  const payments: RefundPayment[] = [
    {
      provider: payment.gateway || 'custom',
      amount: onGateway,
      offline: !recorded,
      declined: style === 'declined',
      transactionId: recorded && style !== 'declined' ? transactionId : null,
    },
    {
      provider: 'giftcertificate',
      amount: giftCertificate,
      offline: false,
      declined: style === 'declined',
      transactionId: null,
    },
    {
      provider: 'storecredit',
      amount: storeCredit,
      offline: false,
      declined: style === 'declined',
      transactionId: null,
    },
  ];
  return {
    payments: payments.filter(({ amount }) => amount > 0),
    givenBack: { gateway: onGateway, storeCredit, giftCertificate },
  };
}
