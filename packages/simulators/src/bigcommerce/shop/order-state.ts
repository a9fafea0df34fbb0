import type { Money } from '../../money.js';
import type { Doc } from '../records/fields.js';
import type { OrderEvent } from './events.js';
import type { Order } from './order-model.js';
import { chargeKey, type GivenBack, type Refund, refundItems, refundPayments } from './refund.js';
import type { Transaction } from './transaction.js';

export interface Shipment {
  readonly id: number;
  readonly addressId: number;
  readonly at: number;
  readonly items: readonly ShipmentItem[];
  /** As a client of the API wrote it; without it the shop's own carriers took it along. */
  readonly written?: Doc;
}

export interface ShipmentItem {
  readonly lineId: number;
  readonly productId: number;
  readonly quantity: number;
}

/** What has become of an order. */
export interface OrderState {
  readonly statusId: number;
  readonly paymentStatus: string;
  readonly modifiedAt: number;
  readonly shippedAt: number | null;
  readonly archived: boolean;
  readonly transactions: readonly Transaction[];
  readonly refunds: readonly Refund[];
  readonly shipments: readonly Shipment[];
  /** Times of messages sent to the shopper. */
  readonly messages: readonly number[];
  readonly shippedUnits: ReadonlyMap<number, number>;
  readonly refundedUnits: ReadonlyMap<number, number>;
  /** What has gone back, and by which way. */
  readonly givenBack: GivenBack;
}

/** An order that goes on: each event changes what has become of it. */
export interface LivingOrder extends OrderState {
  readonly order: Order;
  apply(event: OrderEvent): void;
}

const transactionIds = 64;
const shipmentIds = 16;
const captured = new Set(['captured', 'paid', 'partially refunded']);

/** What changes the order's own row, and not only its money and goods. */
const ownRow: ReadonlySet<OrderEvent['type']> = new Set(['status', 'edit', 'archive', 'restore', 'rewrite']);

/** Money has arrived and some of it may still be given back. */
export const isRefundable = (state: OrderState): boolean => captured.has(state.paymentStatus);

class Folding implements LivingOrder {
  statusId: number;
  paymentStatus = '';
  modifiedAt: number;
  shippedAt: number | null = null;
  archived = false;
  readonly transactions: Transaction[] = [];
  readonly refunds: Refund[] = [];
  shipments: readonly Shipment[] = [];
  readonly messages: number[] = [];
  readonly shippedUnits = new Map<number, number>();
  readonly refundedUnits = new Map<number, number>();
  private dispatched = 0;
  private readonly refundedCharges = new Set<string>();
  private refundedTotal: Money = 0;
  givenBack: GivenBack = { gateway: 0, storeCredit: 0, giftCertificate: 0 };

  constructor(
    public order: Order,
    initialStatus: number,
    /** Whether the order's own row is left alone by what happens to its money and goods. */
    private readonly silent: boolean,
  ) {
    this.statusId = initialStatus;
    this.modifiedAt = order.createdAt;
  }

  apply(event: OrderEvent): void {
    const before = this.statusId;
    this.happen(event);
    if (this.touches(event, before)) this.modifiedAt = event.at;
  }

  /** A settlement notice and a message leave the order's own row alone; everything else touches it, unless the shop is silent. */
  private touches({ type }: OrderEvent, before: number): boolean {
    if (type === 'settle' || type === 'message') return false;
    if (!this.silent || ownRow.has(type)) return true;
    return (type === 'ship' || type === 'dispatch') && this.statusId !== before;
  }

  private happen(event: OrderEvent): void {
    switch (event.type) {
      case 'edit':
        break;
      case 'status':
        this.statusId = event.statusId;
        if (event.statusId === 2) this.shippedAt ??= event.at;
        if (event.statusId === 12 && this.paymentStatus === '') this.paymentStatus = 'held for review';
        break;
      case 'ship':
        this.ship(event.at, event.all);
        break;
      case 'refund':
        this.refund(event);
        break;
      case 'message':
        this.messages.push(event.at);
        break;
      case 'archive':
      case 'restore':
        this.archived = event.type === 'archive';
        break;
      case 'rewrite':
        this.order = event.order;
        break;
      case 'ask':
        this.paymentStatus = event.what;
        break;
      case 'dispatch':
        this.dispatch(event.at, event.addressId, event.items, event.written);
        this.statusId = this.isWhollyShipped() ? 2 : 3;
        break;
      case 'redispatch':
        this.shipments = this.shipments.map(shipment =>
          shipment.id === event.shipmentId
            ? { ...shipment, written: { ...shipment.written, ...event.written } }
            : shipment,
        );
        break;
      case 'undispatch':
        this.undispatch(event.shipmentId);
        break;
      case 'giveBack':
        this.giveBack(event);
        break;
      default:
        this.money(event.type, event.at);
    }
  }

  private record(event: Transaction['event'], at: number, amount: Money, more: Partial<Transaction> = {}): number {
    const { method, gateway } = this.order.payment;
    const id = this.order.id * transactionIds + this.transactions.length;
    this.transactions.push({ id, at, event, method, gateway, amount, failed: false, parentId: null, ...more });
    return id;
  }

  private last(event: Transaction['event']): number | null {
    return this.transactions.findLast(transaction => transaction.event === event && !transaction.failed)?.id ?? null;
  }

  /** Store credit and gift certificates are taken at the moment when the rest is first asked for. */
  private redeem(at: number): void {
    const { giftCertificate, storeCredit } = this.order.tender;
    if (this.transactions.some(({ method }) => method === 'gift_certificate' || method === 'store_credit')) return;
    if (giftCertificate > 0)
      this.record('purchase', at, giftCertificate, { method: 'gift_certificate', gateway: 'giftcertificate' });
    if (storeCredit > 0) this.record('purchase', at, storeCredit, { method: 'store_credit', gateway: 'storecredit' });
  }

  private money(
    type: 'attemptFailed' | 'pay' | 'authorize' | 'capture' | 'pend' | 'settle' | 'void',
    at: number,
  ): void {
    const { payment, tender } = this.order;
    const recorded = payment.flow !== 'unrecorded' && tender.due > 0;
    if (type !== 'attemptFailed' && type !== 'void') this.redeem(at);
    switch (type) {
      case 'attemptFailed':
        if (recorded) this.record('purchase', at, tender.due, { failed: true });
        this.paymentStatus = 'declined';
        break;
      case 'pay':
        if (recorded) this.record('purchase', at, tender.due, { parentId: this.last('pending') });
        this.paymentStatus = payment.flow === 'pend' ? 'paid' : 'captured';
        break;
      case 'authorize':
        if (recorded) this.record('authorization', at, tender.due);
        this.paymentStatus = 'authorized';
        break;
      case 'capture':
        if (recorded) this.record('capture', at, tender.due, { parentId: this.last('authorization') });
        this.paymentStatus = 'captured';
        break;
      case 'pend':
        if (recorded) this.record('pending', at, tender.due);
        this.paymentStatus = 'pending';
        break;
      case 'settle':
        if (recorded)
          this.record('settled', at, tender.due, { parentId: this.last('capture') ?? this.last('purchase') });
        break;
      case 'void':
        if (recorded) this.record('void', at, tender.due, { parentId: this.last('authorization') });
        this.paymentStatus = 'void';
    }
  }

  private ship(at: number, all: boolean): void {
    const open = this.order.lines.filter(
      line =>
        line.address >= 0 &&
        line.quantity > (this.shippedUnits.get(line.id) ?? 0) + (this.refundedUnits.get(line.id) ?? 0),
    );
    const chosen = all ? open : open.slice(0, Math.max(1, Math.floor(open.length / 2)));
    for (const [position, address] of this.order.addresses.entries()) {
      const items = chosen
        .filter(line => line.address === position)
        .map(line => {
          const left = line.quantity - (this.shippedUnits.get(line.id) ?? 0) - (this.refundedUnits.get(line.id) ?? 0);
          return { lineId: line.id, productId: line.productId, quantity: all ? left : Math.ceil(left / 2) };
        });
      if (items.length === 0) continue;
      this.dispatch(at, address.id, items);
    }
    this.statusId = all ? 2 : 3;
  }

  private dispatch(at: number, addressId: number, items: readonly ShipmentItem[], written?: Doc): void {
    this.count(items, 1);
    const id = this.order.id * shipmentIds + this.dispatched++;
    this.shipments = [...this.shipments, { id, addressId, at, items, ...(written ? { written } : {}) }];
    this.shippedAt = at;
  }

  /** The goods are back in the house; the status stays as it is, for the platform says nothing of one. */
  private undispatch(id: number): void {
    const shipment = this.shipments.find(known => known.id === id);
    if (!shipment) return;
    this.count(shipment.items, -1);
    this.shipments = this.shipments.filter(known => known !== shipment);
  }

  private count(items: readonly ShipmentItem[], sign: 1 | -1): void {
    for (const { lineId, quantity } of items)
      this.shippedUnits.set(lineId, (this.shippedUnits.get(lineId) ?? 0) + sign * quantity);
  }

  private isWhollyShipped(): boolean {
    return this.order.lines.every(
      line =>
        line.address < 0 ||
        (this.shippedUnits.get(line.id) ?? 0) + (this.refundedUnits.get(line.id) ?? 0) >= line.quantity,
    );
  }

  private refund({ at, style, pick }: OrderEvent & { type: 'refund' }): void {
    const refunded = { units: this.refundedUnits, charges: this.refundedCharges, total: this.refundedTotal };
    const items = refundItems(this.order, style, pick, refunded);
    if (items.length === 0) return;
    const total = items.reduce((sum, item) => sum + item.amount + item.adjustment, 0);
    const tax = items.reduce((sum, item) => sum + item.tax, 0);
    const next = this.order.id * transactionIds + this.transactions.length;
    const { payments, givenBack } = refundPayments(this.order, style, total, this.givenBack, next);
    const reason = style === 'units' ? '' : style === 'restocked' ? 'Returned, box opened' : 'Changed their mind';
    this.settle({ at, reason, items, total, tax, payments }, givenBack);
  }

  /** What a client of the API asked for: the gateway answers for its part with a transaction. */
  private giveBack({ at, reason, items, payments, total, tax, overridden }: OrderEvent & { type: 'giveBack' }): void {
    const next = this.order.id * transactionIds + this.transactions.length;
    const way = (provider: string) =>
      payments.filter(payment => payment.provider === provider).reduce((sum, { amount }) => sum + amount, 0);
    const [storeCredit, giftCertificate] = [way('storecredit'), way('giftcertificate')];
    this.settle(
      {
        at,
        reason,
        items,
        total,
        tax,
        overridden,
        payments: payments.map(payment => ({
          ...payment,
          transactionId: !payment.offline && payment.provider === this.order.payment.gateway ? next : null,
        })),
      },
      { gateway: total - storeCredit - giftCertificate, storeCredit, giftCertificate },
    );
  }

  private settle(refund: Refund, givenBack: GivenBack): void {
    const { at, items, total, payments } = refund;
    this.refunds.push(refund);
    if (payments.length > 0 && payments.every(({ declined }) => declined)) return;

    const parentId = this.last('capture') ?? this.last('purchase');
    for (const payment of payments) {
      if (payment.transactionId !== null) this.record('refund', at, payment.amount, { parentId });
    }
    if (givenBack.storeCredit > 0)
      this.record('refund', at, givenBack.storeCredit, {
        method: 'store_credit',
        gateway: 'storecredit',
        parentId: null,
      });
    if (givenBack.giftCertificate > 0)
      this.record('refund', at, givenBack.giftCertificate, {
        method: 'gift_certificate',
        gateway: 'giftcertificate',
        parentId: null,
      });
    for (const item of items) {
      if (item.type === 'PRODUCT')
        this.refundedUnits.set(item.itemId, (this.refundedUnits.get(item.itemId) ?? 0) + item.quantity);
      else this.refundedCharges.add(chargeKey(item));
    }
    this.refundedTotal += total;
    this.givenBack = {
      gateway: this.givenBack.gateway + givenBack.gateway,
      storeCredit: this.givenBack.storeCredit + givenBack.storeCredit,
      giftCertificate: this.givenBack.giftCertificate + givenBack.giftCertificate,
    };
    const whole = this.refundedTotal >= this.order.totals.totalInc;
    this.statusId = whole ? 4 : 14;
    this.paymentStatus = whole ? 'refunded' : 'partially refunded';
  }
}

/** Events must come in the order of their times. */
export function foldOrder(
  order: Order,
  initialStatus: number,
  events: readonly OrderEvent[],
  silent = false,
): LivingOrder {
  const folding = new Folding(order, initialStatus, silent);
  for (const event of events) folding.apply(event);
  return folding;
}
