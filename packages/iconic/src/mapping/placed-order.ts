import { currency, FieldError, id, latest, mapper } from '@cartograph/connector-kit';
import { add, currencyDecimals, type Decimal, type Instant } from '@cartograph/core';
import type { NativeOrder } from '../native/order.js';
import type { IconicShop } from '../shop.js';
import { type Sides, toSides } from './address.js';
import { type Buyer, buyerOf } from './buyer.js';
import { instant } from './instant.js';
import { type ItemStatus, itemStatusOf } from './item-statuses.js';
import { figuresOf, type OrderFigures } from './order-figures.js';
import { toUnits, type Unit } from './unit.js';
import { amountsOf, type UnitAmounts } from './unit-amounts.js';

export interface PlacedUnit {
  readonly unit: Unit;
  /** ISO alpha-2 of where it is shipped: its tax is that of the country. */
  readonly country: string | null;
  readonly amounts: UnitAmounts;
  readonly status: ItemStatus;
  /** Whether the buyer gets the price back. */
  readonly refunded: boolean;
  /** The latest change. */
  readonly changedAt: Instant | null;
}

/** An order with its units worked out once for all the records that come of it. */
export interface PlacedOrder {
  readonly id: string;
  readonly native: NativeOrder;
  readonly currency: string;
  /** ISO alpha-2 of where it is shipped. */
  readonly country: string | null;
  readonly sides: Sides;
  readonly buyer: Buyer;
  readonly placedAt: Instant | null;
  /** The latest change of the order, its address or one of its items. */
  readonly modifiedAt: Instant | null;
  readonly units: readonly PlacedUnit[];
  /** The units that are not canceled. */
  readonly standing: readonly PlacedUnit[];
  readonly figures: OrderFigures;
}

interface Times {
  readonly createdAt: Instant | null;
  readonly updatedAt: Instant | null;
  readonly addressUpdatedAt: Instant | null;
}

const toTimes = mapper<NativeOrder, Times, IconicShop>({
  createdAt: (order, shop) => instant(order.createdAt, shop),
  updatedAt: (order, shop) => instant(order.updatedAt, shop),
  addressUpdatedAt: (order, shop) => instant(order.addressUpdatedAt, shop),
});

/** Most amounts of a unit are zero, and most orders have few units. */
export function sumOver(units: readonly PlacedUnit[], amount: (unit: PlacedUnit) => Decimal): Decimal {
  let total: Decimal = '0';
  for (const unit of units) total = add(total, amount(unit));
  return total;
}

function currencyOf(order: NativeOrder): string {
  const found = currency(order.currency);
  if (found === null) throw new FieldError('currency', 'is missing');
  return found;
}

export function placedOrder(native: NativeOrder, shop: IconicShop): PlacedOrder {
  const code = currencyOf(native);
  const decimals = currencyDecimals(code);
  const sides = toSides(native, shop);
  const country = (sides.shipping ?? sides.billing)?.country ?? null;
  const units = toUnits(native, shop).items.map((unit): PlacedUnit => {
    const status = itemStatusOf(unit.status);
    const refunded = status.refund === 'returned' || (status.refund === 'undelivered' && shop.refundFailedDeliveries);
    const changedAt = latest(unit.updatedAt, unit.lastStatusChangedAt);
    return { unit, country, amounts: amountsOf(unit, decimals), status, refunded, changedAt };
  });
  const times = toTimes(native, shop);
  return {
    id: id(native.id),
    native,
    currency: code,
    country,
    sides,
    buyer: buyerOf(native, sides),
    placedAt: times.createdAt,
    modifiedAt: latest(times.updatedAt, times.addressUpdatedAt, ...units.map(({ changedAt }) => changedAt)),
    units,
    standing: units.filter(({ status }) => status.phase !== 'canceled'),
    figures: figuresOf(native, units),
  };
}
