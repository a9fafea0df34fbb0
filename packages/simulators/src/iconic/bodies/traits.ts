import type { Seeded } from '../seeded.js';
import type { OrderRecord } from '../shop/order.js';

/** Oddities of how one order is written, seen on the live platform. They never touch what the order amounts to. */
export interface Traits {
  /** Amounts of its items are numeric strings. */
  readonly textMoney: boolean;
  readonly email: 'shown' | 'masked' | 'blank';
  readonly phoneMasked: boolean;
  /** Names, addresses and contacts were removed on the customer's request. */
  readonly anonymized: boolean;
  readonly billingMissing: boolean;
  readonly lastNameMissing: boolean;
  readonly emptyVoucher: 'null' | 'blank';
  readonly extraAttributes: 'null' | 'text' | 'map';
  readonly never: 'zero' | 'null' | 'blank';
  readonly grandTotalMissing: boolean;
  readonly discountAmountMissing: boolean;
  readonly providerFlagRenamed: boolean;
  readonly importedAtShown: boolean;
  readonly sourceMissing: boolean;
  readonly deliveryMethod: 'home' | 'pickup' | 'work';
}

export function traitsOf(seeded: Seeded, order: OrderRecord): Traits {
  const random = seeded('traits', order.index);
  random.next();
  return {
    textMoney: random.chance(0.04),
    email: random.weighted([
      ['shown', 5],
      ['masked', 4],
      ['blank', 1],
    ]),
    phoneMasked: random.chance(0.5),
    anonymized: random.chance(0.006),
    billingMissing: random.chance(0.01),
    lastNameMissing: random.chance(0.01),
    emptyVoucher: random.pick(['null', 'blank']),
    extraAttributes: random.weighted([
      ['null', 6],
      ['text', 2],
      ['map', 2],
    ]),
    never: random.weighted([
      ['zero', 6],
      ['null', 3],
      ['blank', 1],
    ]),
    grandTotalMissing: random.chance(0.03),
    discountAmountMissing: random.chance(0.1),
    providerFlagRenamed: random.chance(0.1),
    importedAtShown: random.chance(0.15),
    sourceMissing: random.chance(0.02),
    deliveryMethod: random.weighted([
      ['home', 30],
      ['pickup', 4],
      ['work', 1],
    ]),
  };
}
