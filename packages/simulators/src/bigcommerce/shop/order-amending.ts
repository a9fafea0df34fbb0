import { toMoney } from '../../money.js';
import { parseDate } from '../dates.js';
import { type Doc, isDoc } from '../records/fields.js';
import { invalid } from '../refusal.js';
import type { Catalog } from './catalog.js';
import type { Order, OrderLine, ShipTo } from './order-model.js';
import { addresseeOf, bothSides, cartLineOf, feesOf, sentCharge } from './order-parts.js';
import { linesOf, taxingOf, totalsOf, withWrapping, writtenOf } from './order-writing.js';
import { priceLine } from './pricing.js';
import { type Taxing, times } from './taxes.js';

const listOf = (value: unknown): Doc[] => (Array.isArray(value) ? value.filter(isDoc) : []);
const said = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** Only the fields that were sent change; whatever discounts the line had are gone. */
function changedLine(line: OrderLine, item: Doc, taxing: Taxing): OrderLine {
  const quantity = item.quantity === undefined ? line.quantity : Number(item.quantity);
  const priced = said(item.price_ex_tax) || said(item.price_inc_tax);
  const unit = priced
    ? bothSides(item.price_ex_tax, item.price_inc_tax, line.unit.entered, { ...taxing, rates: line.rates })
    : line.unit;
  const cart = {
    ...line,
    quantity,
    unit,
    rates: priced ? unit.parts.map(({ rate }) => rate) : line.rates,
    total: times(unit, quantity),
    name: item.name === undefined ? line.name : String(item.name),
    upc: item.upc === undefined ? line.upc : String(item.upc),
  };
  return { ...cart, ...priceLine(cart, [], taxing), wrapped: line.wrapped, discounts: [] };
}

const lost = (lines: readonly OrderLine[], isCoupon: boolean) =>
  lines
    .flatMap(line => line.discounts)
    .reduce((sum, { code, amount }) => ((code !== null) === isCoupon ? sum + amount : sum), 0);

/** The lines of an order after a PUT: without an id a new one, with quantity 0 one less. */
function amendLines(catalog: Catalog, order: Order, sent: readonly Doc[], taxing: Taxing) {
  let lines = [...order.lines];
  const changed: OrderLine[] = [];
  let next = Math.max(order.id * 128 - 1, ...order.lines.map(({ id }) => id));
  for (const item of sent) {
    if (item.id === undefined) {
      const [line] = linesOf(
        [{ id: ++next, cart: cartLineOf(catalog, item, taxing) }],
        0,
        order.addresses.length > 0,
        taxing,
      );
      if (line) lines.push(line);
      continue;
    }
    const known = lines.find(({ id }) => id === Number(item.id));
    if (!known) throw invalid('v2', { products: `The order has no product ${item.id}.` });
    changed.push(known);
    lines =
      Number(item.quantity ?? known.quantity) === 0
        ? lines.filter(line => line !== known)
        : lines.map(line => (line === known ? changedLine(known, item, taxing) : line));
  }
  return {
    lines,
    discountAmount: Math.max(0, order.discountAmount - lost(changed, false)),
    couponDiscount: Math.max(0, order.couponDiscount - lost(changed, true)),
  };
}

/** An address with the fields that were sent. */
export const amendedAddress = (address: ShipTo, body: Doc): ShipTo => ({
  ...address,
  person: addresseeOf(body, address.person),
  company: body.company === undefined ? address.company : String(body.company),
  method: body.shipping_method === undefined ? address.method : String(body.shipping_method),
});

const moneyFields =
  /^(products|fees|discount_amount|(base_)?(shipping|handling|wrapping)_cost.*|(sub)?total_(ex|inc)_tax)$/;

/** The order that a checked body makes of one that there is. What it does not name stays. */
export function amendedOrder(catalog: Catalog, order: Order, body: Doc): Order {
  const taxing = taxingOf(order);
  const text = (name: string, before: string) => (body[name] === undefined ? before : String(body[name] ?? ''));
  const billing = isDoc(body.billing_address) ? body.billing_address : {};
  const addresses = order.addresses.map((address, position): ShipTo => {
    const sent = listOf(body.shipping_addresses).find(({ id }) => Number(id) === address.id);
    const amended = sent ? amendedAddress(address, sent) : address;
    if (position > 0) return amended;
    return {
      ...amended,
      shipping: sentCharge(body, 'shipping', taxing) ?? amended.shipping,
      handling: sentCharge(body, 'handling', taxing) ?? amended.handling,
    };
  });
  const amended = amendLines(catalog, order, listOf(body.products), taxing);
  let fee = Math.max(order.id * 8 - 1, ...order.fees.map(({ id }) => id));
  const parts = {
    ...amended,
    lines: withWrapping(amended.lines, body, taxing),
    addresses,
    fees: body.fees === undefined ? order.fees : feesOf(body.fees, taxing, () => ++fee),
    discountAmount: said(body.discount_amount) ? toMoney(Number(body.discount_amount)) : amended.discountAmount,
  };
  const movesMoney = Object.keys(body).some(name => moneyFields.test(name));
  const totals = movesMoney ? totalsOf(parts, body, taxing) : order.totals;
  return {
    ...order,
    ...parts,
    totals,
    tender: {
      ...order.tender,
      due: Math.max(0, totals.totalInc - order.tender.storeCredit - order.tender.giftCertificate),
    },
    createdAt: said(body.date_created) ? (parseDate(String(body.date_created)) ?? order.createdAt) : order.createdAt,
    customerId: body.customer_id === undefined ? order.customerId : Number(body.customer_id),
    channelId: body.channel_id === undefined ? order.channelId : Number(body.channel_id),
    billing: addresseeOf(billing, order.billing),
    company: billing.company === undefined ? order.company : String(billing.company),
    payment: { ...order.payment, name: text('payment_method', order.payment.name) },
    message: text('customer_message', order.message),
    staffNotes: text('staff_notes', order.staffNotes),
    externalId: body.external_id === undefined ? order.externalId : String(body.external_id),
    written: { ...order.written, ...writtenOf(body) },
  };
}
