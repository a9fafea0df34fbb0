import { allocate, toMoney } from '../../money.js';
import { parseDate } from '../dates.js';
import { type Doc, isDoc } from '../records/fields.js';
import { invalid } from '../refusal.js';
import type { Catalog } from './catalog.js';
import { currencies, defaultCurrency } from './currencies.js';
import type { CartLine, LineDiscount, Order, OrderLine, ShipTo } from './order-model.js';
import { addresseeOf, cartLineOf, chargeOf, feesOf, noCharge, sentCharge } from './order-parts.js';
import { priceLine, totalOrder } from './pricing.js';
import { type Taxing, zoneFor } from './taxes.js';

/** Numbers of lines, addresses and fees of one order, as the seeded ones are numbered. */
const lineIds = 128;
const addressIds = 4;
const smallIds = 8;

const listOf = (value: unknown): Doc[] => (Array.isArray(value) ? value.filter(isDoc) : []);
const said = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** Fields that are kept as they were sent. */
const verbatim = [
  'customer_locale',
  'ebay_order_id',
  'external_merchant_id',
  'external_order_id',
  'external_source',
  'geoip_country',
  'geoip_country_iso2',
  'ip_address',
  'ip_address_v6',
  'items_shipped',
  'items_total',
  'order_is_digital',
  'payment_provider_id',
  'tax_provider_id',
  'refunded_amount',
  'order_source',
] as const;

export const writtenOf = (body: Doc): Doc =>
  Object.fromEntries(verbatim.filter(name => body[name] !== undefined).map(name => [name, body[name]]));

const manual = { name: 'Manual', gateway: 'custom', method: 'custom', flow: 'unrecorded' } as const;

export const taxingOf = ({ zone, currency }: Pick<Order, 'zone' | 'currency'>): Taxing => ({
  inclusive: zone.inclusive,
  rates: zone.rates,
  decimals: currency.decimals,
});

/** Lines at their prices; a discount on the order is shared over them. */
export function linesOf(
  carts: readonly { readonly id: number; readonly cart: CartLine }[],
  discount: number,
  hasAddress: boolean,
  taxing: Taxing,
): OrderLine[] {
  const shares = allocate(
    discount,
    carts.map(({ cart }) => cart.total.entered),
    taxing.decimals,
  );
  return carts.map(({ id, cart }, position) => {
    const amount = shares[position] ?? 0;
    const share: LineDiscount = { id: 'manual-discount', name: 'Manual Discount', code: null, target: 'order', amount };
    const discounts = amount === 0 ? [] : [share];
    return {
      ...cart,
      ...priceLine(cart, discounts, taxing),
      id,
      address: cart.kind === 'physical' && hasAddress ? 0 : -1,
      discounts,
    };
  });
}

/** The sums of an order, and such as were sent in their place. */
export function totalsOf(
  order: Pick<Order, 'lines' | 'addresses' | 'fees' | 'discountAmount' | 'couponDiscount'>,
  body: Doc,
  taxing: Taxing,
): Order['totals'] {
  const { lines, addresses, fees, discountAmount, couponDiscount } = order;
  const charges = [
    ...addresses.flatMap(({ shipping, handling }) => [shipping, handling]),
    ...lines.flatMap(({ wrapped }) => wrapped ?? []),
    ...fees.map(({ charge }) => charge),
  ];
  const sums = totalOrder({ lines, charges, discountAmount, couponDiscount }, taxing);
  const sent = (name: string, sum: number) => (said(body[name]) ? toMoney(Number(body[name])) : sum);
  const totals = {
    ...sums,
    subtotalEx: sent('subtotal_ex_tax', sums.subtotalEx),
    subtotalInc: sent('subtotal_inc_tax', sums.subtotalInc),
    totalEx: sent('total_ex_tax', sums.totalEx),
    totalInc: sent('total_inc_tax', sums.totalInc),
  };
  const overridden = said(body.total_ex_tax) || said(body.total_inc_tax);
  return overridden ? { ...totals, totalTax: totals.totalInc - totals.totalEx } : totals;
}

/** A new order out of a checked body; refuses what it names and the shop does not have. */
export function writtenOrder(
  catalog: Catalog,
  body: Doc,
  { number, id, now }: { readonly number: number; readonly id: number; readonly now: number },
): Order {
  const pickups = isDoc(body.consignments) ? listOf(body.consignments.pickups) : [];
  const items = pickups.length > 0 ? pickups.flatMap(({ line_items }) => listOf(line_items)) : listOf(body.products);
  const billing = addresseeOf(body.billing_address as Doc);
  const company = String((body.billing_address as Doc).company ?? '');
  const sentTo = listOf(body.shipping_addresses);
  const recipient = sentTo[0] ? addresseeOf(sentTo[0]) : billing;
  const code = String(body.default_currency_code ?? defaultCurrency.code);
  const currency = Object.values(currencies).find(known => known.code === code);
  if (!currency?.transactional)
    throw invalid('v2', { default_currency_code: `The currency '${code}' is not one that this store charges in.` });
  const zone = zoneFor(recipient.countryCode, recipient.regionCode);
  const taxing = taxingOf({ zone, currency });

  const carts = items.map((item, position) => ({
    id: id * lineIds + position,
    cart: cartLineOf(catalog, item, taxing),
  }));
  const physical = carts.some(({ cart }) => cart.kind === 'physical');
  const targets = pickups.length > 0 || !physical ? [] : sentTo.length > 0 ? sentTo : [body.billing_address as Doc];
  const addresses = targets.map(
    (target, position): ShipTo => ({
      id: id * addressIds + position,
      person: addresseeOf(target),
      company: String(target.company ?? ''),
      method: String(target.shipping_method ?? ''),
      shipping: (position === 0 ? sentCharge(body, 'shipping', taxing) : undefined) ?? noCharge(taxing),
      handling: (position === 0 ? sentCharge(body, 'handling', taxing) : undefined) ?? noCharge(taxing),
    }),
  );
  const discountAmount = said(body.discount_amount) ? toMoney(Number(body.discount_amount)) : 0;
  let fee = 0;
  const fees = feesOf(body.fees, taxing, () => id * smallIds + fee++);
  const lines = withWrapping(linesOf(carts, discountAmount, addresses.length > 0, taxing), body, taxing);
  const draft = { lines, addresses, fees, discountAmount, couponDiscount: 0 };
  const totals = totalsOf(draft, body, taxing);
  return {
    ...draft,
    number,
    id,
    createdAt: said(body.date_created) ? (parseDate(String(body.date_created)) ?? now) : now,
    customerId: Number(body.customer_id ?? 0),
    billing,
    company,
    pickup: pickups.length > 0,
    channelId: Number(body.channel_id ?? 1),
    source: 'external',
    currency,
    displayCurrency: currency,
    zone,
    taxProvider: '',
    coupons: [],
    totals,
    payment: { ...manual, name: String(body.payment_method ?? manual.name) },
    tender: { storeCredit: 0, giftCertificate: 0, due: totals.totalInc },
    writtenByApi: true,
    legacy: false,
    message: String(body.customer_message ?? ''),
    staffNotes: String(body.staff_notes ?? ''),
    externalId: said(body.external_id) ? String(body.external_id) : null,
    written: writtenOf({ ...body, order_source: undefined }),
  };
}

/** A price of wrapping for the whole order goes on its first line. */
export function withWrapping(lines: readonly OrderLine[], body: Doc, taxing: Taxing): readonly OrderLine[] {
  const wrapped = sentCharge(body, 'wrapping', taxing);
  if (!wrapped) return lines;
  return lines.map((line, position) => ({ ...line, wrapped: position === 0 ? chargeOf(wrapped.taxed) : null }));
}
