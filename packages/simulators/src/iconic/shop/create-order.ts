import { allocate, type Money, percentOf, toMoney } from '../../money.js';
import type { Random } from '../../random.js';
import type { Catalog } from '../catalog/create-catalog.js';
import type { Country } from '../catalog/product-set.js';
import { warehouses } from '../catalog/warehouses.js';
import type { Seeded } from '../seeded.js';
import { type Charging, charged, chargingIn } from './charging.js';
import { createLife, createSchedule, type Schedule } from './lifecycle.js';
import { type ItemRecord, itemIdOf, type OrderRecord, orderIdOf, orderNumberOf } from './order.js';
import { paymentMethodShares } from './payment-methods.js';
import { countryOf, shopperCountAt } from './shoppers.js';
import { pickUnits, type Unit } from './units.js';

const taxPercents = { AU: 10, NZ: 15 } as const;

type Offer = 'none' | 'percentVoucher' | 'fixedVoucher' | 'freeShipping' | 'promotion';

const offers: readonly (readonly [Offer, number])[] = [
  ['none', 70],
  ['percentVoucher', 14],
  ['fixedVoucher', 8],
  ['freeShipping', 4],
  ['promotion', 4],
];

const voucherOf: Readonly<Record<Offer, OrderRecord['voucher']>> = {
  none: null,
  promotion: null,
  percentVoucher: { code: 'SPRING15', type: 'percent' },
  fixedVoucher: { code: 'WELCOME20', type: 'fixed' },
  freeShipping: { code: 'SHIPFREE', type: 'free_shipping' },
};

function discountsOf(offer: Offer, prices: readonly Money[], total: Money, charging: Charging): Money[] {
  const { decimals } = charging;
  if (offer === 'percentVoucher') return prices.map(price => percentOf(price, 15, decimals));
  if (offer === 'promotion') return prices.map(price => percentOf(price, 30, decimals));
  return offer === 'fixedVoucher'
    ? allocate(Math.min(charged(toMoney(20), charging), total), prices, decimals)
    : prices.map(() => 0);
}

/** Store credit or wallet pays a part, or now and then all, of what the units cost. */
function creditOf(random: Random, paid: readonly Money[], share: number, charging: Charging): Money[] {
  const total = paid.reduce((sum, price) => sum + price, 0);
  const used = random.chance(share);
  const amount = random.chance(0.3) ? total : Math.min(total, charged(toMoney(random.int(5, 60)), charging));
  return used ? allocate(amount, paid, charging.decimals) : paid.map(() => 0);
}

function createItems(
  random: Random,
  index: number,
  units: readonly Unit[],
  schedule: Schedule,
  country: Country,
  offer: Offer,
  charging: Charging,
) {
  const prices = units.map(unit => charged(unit.price, charging));
  const subtotal = prices.reduce((sum, price) => sum + price, 0);
  const express = random.chance(0.15);
  const isSmall = subtotal < charged(toMoney(60), charging);
  const fee = charged(toMoney(express ? 14.95 : isSmall ? 9.95 : 0), charging);
  const shipping = allocate(
    fee,
    units.map(() => 1),
    charging.decimals,
  );
  const discounts = discountsOf(offer, prices, subtotal, charging);
  const paid = prices.map((price, position) => price - (discounts[position] ?? 0));
  const storeCredits = creditOf(random, paid, 0.04, charging);
  const walletShare = storeCredits.some(credit => credit > 0) ? 0 : 0.015;
  const walletCredits = creditOf(random, paid, walletShare, charging);
  const installmentFee = random.chance(0.008) ? charged(toMoney(2.5), charging) : 0;
  const sellerShare = random.pick([0, 50, 100]);
  const warehouse = random.chance(0.85) ? random.pick(warehouses).name : null;
  const outlet = random.chance(0.08);
  const together = createLife(random, schedule);
  const items = units.map(({ product }, position): ItemRecord => {
    const own = random.chance(0.5) ? createLife(random, schedule) : together;
    return {
      id: itemIdOf(index, position),
      product,
      decimals: charging.decimals,
      unitPrice: prices[position] ?? 0,
      discount: discounts[position] ?? 0,
      sellerShare,
      shippingFee: shipping[position] ?? 0,
      shippingVoucher: offer === 'freeShipping' ? (shipping[position] ?? 0) : 0,
      storeCredits: storeCredits[position] ?? 0,
      walletCredits: walletCredits[position] ?? 0,
      installmentFee: position === 0 ? installmentFee : 0,
      taxPercent: product.gstFree && country === 'AU' ? 0 : taxPercents[country],
      outlet,
      hybrid: random.chance(0.03),
      warehouse,
      failure: own.failure,
      history: [...own.history],
      updatedAt: schedule.placedAt,
    };
  });
  return { items, express };
}

/** Order `index`, with what has become of it until `now`. Only the dates depend on `createdAt`. */
export function createOrder(
  seeded: Seeded,
  catalog: Catalog,
  index: number,
  createdAt: number,
  now: number,
  paidIn: Charging | null,
): OrderRecord {
  const random = seeded('order', index);
  const shopper = random.int(0, shopperCountAt(index));
  const country = countryOf(seeded, shopper);
  const charging = paidIn ?? chargingIn(country);
  const offer = random.weighted(offers);
  const schedule = createSchedule(random, createdAt);
  const units = pickUnits(random, catalog, country);
  const { items, express } = createItems(random, index, units, schedule, country, offer, charging);
  for (const item of items) {
    const happened = item.history.filter(entry => entry.at <= now);
    item.history.length = happened.length;
    item.updatedAt = happened.at(-1)?.at ?? createdAt;
  }
  return {
    index,
    id: orderIdOf(index),
    number: orderNumberOf(index),
    createdAt,
    updatedAt: Math.max(...items.map(item => item.updatedAt)),
    addressUpdatedAt: null,
    correctedStreet: null,
    shopper,
    country,
    currency: charging.currency,
    decimals: charging.decimals,
    paymentMethod: random.weighted<string>(paymentMethodShares),
    voucher: voucherOf[offer],
    shipmentType: random.weighted([
      ['dropshipping', 85],
      ['warehouse', 10],
      ['crossdocking', 5],
    ]),
    shippingSpeed: express ? 'express' : 'standard',
    payoutPending: random.chance(0.01),
    items,
  };
}
