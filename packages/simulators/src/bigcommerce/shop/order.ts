import { type Money, toMoney } from '../../money.js';
import type { Person } from '../../people.js';
import type { Random } from '../../random.js';
import { type CartSettings, convert, fillCart } from './cart.js';
import type { Catalog } from './catalog.js';
import { amazonChannel, posChannel } from './channels.js';
import { type Currency, type CurrencyName, currencies } from './currencies.js';
import { decideDiscounts } from './discounts.js';
import type { Order, OrderFee, OrderLine, ShipTo } from './order-model.js';
import { choosePayment, coveredBy, decideTender } from './payment.js';
import { type Customer, createAddress, createCustomer, createShopper, customersAt } from './people.js';
import { createCharge, priceLine, shareCharge, totalOrder } from './pricing.js';
import { randomFor } from './salts.js';
import { exportZone, type Taxing, zoneFor } from './taxes.js';

/** Order ids start at 100 and leave a gap now and then, as carts do that never became an order. */
export const orderIdOf = (number: number): number => 100 + number + Math.floor(number / 17);

/** Ids below an order are made from its own, so that they need no counting of everything before it. */
const lineIds = 128;
const addressIds = 4;
const smallIds = 8;

export interface OrderWorld {
  readonly seed: number;
  readonly catalog: Catalog;
  /** What every shopper pays in; null where it is the currency of their country. */
  readonly paidIn: CurrencyName | null;
}

function chooseBuyer(random: Random, seed: number, number: number): { person: Person; customer: Customer | null } {
  if (random.chance(0.28)) return { person: createShopper(random, 900_000 + number), customer: null };
  const customer = createCustomer(seed, random.int(0, customersAt(number) - 1));
  return { person: customer.person, customer };
}

function chooseCurrency(random: Random, countryCode: string): { currency: Currency; display: Currency } {
  const { aud, usd, nzd, gbp, eur, jpy } = currencies;
  if (countryCode === 'DE') return { currency: aud, display: eur };
  const local = { US: usd, NZ: nzd, GB: gbp, JP: jpy }[countryCode];
  const currency = local && random.chance(0.75) ? local : aud;
  return { currency, display: currency };
}

/** Over the counter and on the marketplace only people at home buy. */
function chooseChannel(random: Random, countryCode: string, writtenByApi: boolean): readonly [number, string] {
  if (writtenByApi) return [1, 'external'];
  const atHome = countryCode === 'AU' ? 1 : 0;
  return random.weighted<readonly [number, string]>([
    [[1, 'www'], 60],
    [[1, 'mobile'], 14],
    [[1, 'iphone'], 8],
    [[2, 'checkout_api'], 8],
    [[1, 'manual'], 2],
    [[posChannel, 'pos'], 12 * atHome],
    [[amazonChannel, 'amazon'], 6 * atHome],
  ]);
}

const shippingMethods = [
  ['Free Shipping', 0, 18],
  ['Standard', 9.95, 55],
  ['Express Post', 14.5, 20],
  ['Courier – same day', 24, 7],
] as const;

function createAddresses(
  random: Random,
  order: { id: number; people: readonly Person[]; company: string },
  shipping: { method: string; price: Money; discount: Money; handling: Money },
  taxing: Taxing,
): ShipTo[] {
  const count = order.people.length;
  if (count === 0) return [];
  const shippingShares = shareCharge(shipping.price, shipping.discount, count, taxing);
  const handlingShares = shareCharge(shipping.handling, 0, count, taxing);
  return order.people.flatMap((person, position) => {
    const shippingShare = shippingShares[position];
    const handlingShare = handlingShares[position];
    if (!shippingShare || !handlingShare) return [];
    const id = order.id * addressIds + position;
    const company = random.chance(0.1) ? order.company : '';
    return [{ id, person, company, method: shipping.method, shipping: shippingShare, handling: handlingShare }];
  });
}

function createFees(random: Random, id: number, currency: Currency, taxing: Taxing): OrderFee[] {
  if (!random.chance(0.03)) return [];
  const fees: OrderFee[] = [
    { id: id * smallIds, name: 'Small order fee', charge: createCharge(convert(toMoney('2.50'), currency), 0, taxing) },
  ];
  if (random.chance(0.3)) {
    const charge = createCharge(convert(toMoney('0.80'), currency), 0, { ...taxing, rates: [] });
    fees.push({ id: id * smallIds + 1, name: 'Carbon offset', charge });
  }
  return fees;
}

const chooseKind = (random: Random): CartSettings['kind'] =>
  random.weighted([
    ['usual', 94],
    ['digital', 3.5],
    ['certificate', 1.8],
    ['huge', 0.4],
  ]);

/** Order `number` of the shop: but for its date it is the same in shops of any size. */
export function createOrder({ seed, catalog, paidIn }: OrderWorld, number: number, createdAt: number): Order {
  const random = randomFor(seed, 'order', number);
  const id = orderIdOf(number);
  const { person, customer } = chooseBuyer(random, seed, number);
  const kind = chooseKind(random);
  const writtenByApi = random.chance(0.03);
  const home = customer && customer.addressCount > 1 ? createAddress(seed, customer, random.int(0, 1)) : person;
  const recipient = random.chance(0.08) ? createShopper(random, 700_000 + number) : home;
  const [channelId, source] = chooseChannel(random, recipient.countryCode, writtenByApi);
  const inShop = channelId === posChannel;
  const zone = customer?.taxExempt ? exportZone : zoneFor(recipient.countryCode, recipient.regionCode);
  const chosenCurrency = chooseCurrency(random, recipient.countryCode);
  const currency = paidIn === null ? chosenCurrency.currency : currencies[paidIn];
  const display = paidIn === null ? chosenCurrency.display : currency;
  const taxing: Taxing = { inclusive: zone.inclusive, rates: zone.rates, decimals: currency.decimals };

  const cart = fillCart(random, { catalog, currency, taxing, kind });
  const sent = cart.some(line => line.kind === 'physical');
  // What is bought over the counter is collected at once.
  const pickup = sent && (inShop || (recipient.countryCode === 'AU' && random.chance(0.06)));
  const several = sent && !pickup && cart.length > 1 && random.chance(0.05);
  const people =
    !sent || pickup || inShop ? [] : several ? [recipient, createShopper(random, 800_000 + number)] : [recipient];
  const [methodName, methodPrice] = random.weighted(
    shippingMethods.map(([name, price, weight]) => [[name, price] as const, weight] as const),
  );
  const shippingPrice = people.length === 0 ? 0 : convert(toMoney(methodPrice), currency);
  const handlingPrice = people.length > 0 && random.chance(0.05) ? convert(toMoney('3.00'), currency) : 0;

  const discounts = decideDiscounts(random, cart, shippingPrice, currency);
  const company = customer?.company ?? '';
  const addresses = createAddresses(
    random,
    { id, people, company },
    { method: methodName, price: shippingPrice, discount: discounts.shippingDiscount, handling: handlingPrice },
    taxing,
  );
  const lines = cart.map((line, position): OrderLine => {
    const found = discounts.lines[position] ?? [];
    const address = line.kind === 'physical' && people.length > 0 ? position % people.length : -1;
    // The cart's lines are used up here: extending them is several times faster than copying.
    return Object.assign(line, priceLine(line, found, taxing), {
      id: id * lineIds + position,
      address,
      discounts: found,
    });
  });
  const fees = createFees(random, id, currency, taxing);
  const wrappings = lines.flatMap(line => (line.wrapped ? [line.wrapped] : []));
  const charges = [
    ...addresses.flatMap(({ shipping, handling }) => [shipping, handling]),
    ...wrappings,
    ...fees.map(fee => fee.charge),
  ];
  const { discountAmount, couponDiscount } = discounts;
  const totals = totalOrder({ lines, charges, discountAmount, couponDiscount }, taxing);
  const tender = decideTender(random, totals.totalInc, customer !== null, currency);
  const chosen = choosePayment(random, channelId, writtenByApi);
  const blank = inShop && customer === null;
  return {
    number,
    id,
    createdAt,
    customerId: customer?.id ?? 0,
    billing: blank ? { ...person, email: '', phone: '' } : person,
    company,
    addresses,
    pickup,
    channelId,
    source,
    currency,
    displayCurrency: writtenByApi ? currency : display,
    zone,
    taxProvider: writtenByApi
      ? ''
      : zone.countryCode === 'US' && random.chance(0.4)
        ? 'AvaTaxProvider'
        : 'BasicTaxProvider',
    lines,
    coupons: discounts.coupons.map((coupon, position) => ({ ...coupon, id: id * smallIds + position })),
    discountAmount,
    couponDiscount,
    fees,
    totals,
    payment: tender.due === 0 ? coveredBy(tender) : chosen,
    tender,
    writtenByApi,
    legacy: !writtenByApi && random.chance(0.01),
    message: random.chance(0.06) ? random.pick(['Please leave at the door.', 'Merci beaucoup !', 'ギフト用です']) : '',
    staffNotes: random.chance(0.04) ? 'Called about delivery.' : '',
    externalId: channelId === amazonChannel ? `${random.int(100, 999)}-${random.int(1_000_000, 9_999_999)}` : null,
  };
}
