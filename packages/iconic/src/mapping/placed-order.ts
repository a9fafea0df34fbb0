import { currency, FieldError, id } from '@cartograph/connector-kit';
import { currencyDecimals } from '@cartograph/core';
import { countryOf } from '../countries.js';
import type { NativeOrder } from '../native/order.js';
import type { IconicShop } from '../shop.js';
import { type ItemStatus, itemStatusOf } from './item-statuses.js';
import { toUnits, type Unit } from './unit.js';
import { amountsOf, type UnitAmounts } from './unit-amounts.js';

export interface PlacedUnit {
  readonly unit: Unit;
  readonly amounts: UnitAmounts;
  readonly status: ItemStatus;
  /** Whether the buyer gets the price back. */
  readonly refunded: boolean;
}

/** An order with its units worked out once for all the records that come of it. */
export interface PlacedOrder {
  readonly id: string;
  readonly native: NativeOrder;
  readonly currency: string;
  /** ISO alpha-2 of where it is shipped. */
  readonly country: string | null;
  readonly units: readonly PlacedUnit[];
}

function currencyOf(order: NativeOrder): string {
  const found = currency(order.currency);
  if (found === null) throw new FieldError('currency', 'is missing');
  return found;
}

export function placedOrder(native: NativeOrder, shop: IconicShop): PlacedOrder {
  const code = currencyOf(native);
  const decimals = currencyDecimals(code);
  const units = toUnits(native, undefined).items.map((unit): PlacedUnit => {
    const status = itemStatusOf(unit.native.status);
    const refunded = status.refund === 'returned' || (status.refund === 'undelivered' && shop.refundFailedDeliveries);
    return { unit, amounts: amountsOf(unit, decimals), status, refunded };
  });
  const { shipping, billing } = native.address ?? {};
  return { id: id(native.id), native, currency: code, country: countryOf((shipping ?? billing)?.country), units };
}
