import { absent, absentList, always, derived, mapper } from '@cartograph/connector-kit';
import { type Charge, type Decimal, isZero, subtract, sum } from '@cartograph/core';
import type { IconicShop } from '../shop.js';
import type { PlacedOrder } from './placed-order.js';

export interface ChargeSource {
  readonly type: Charge['type'];
  readonly name: string;
  readonly fee: Decimal;
  readonly discount: Decimal;
}

/** Fees stand on the units; an order has at most one charge of a kind. */
export function chargeSources({ units }: PlacedOrder): ChargeSource[] {
  const fee = sum(units.map(({ unit }) => unit.shippingFee));
  const discount = sum(units.map(({ unit }) => unit.shippingVoucherAmount));
  const installments = sum(units.map(({ unit }) => unit.installmentFee));
  const sources: ChargeSource[] = [
    { type: 'shipping', name: 'Shipping', fee, discount },
    { type: 'payment', name: 'Installment fee', fee: installments, discount: '0' },
  ];
  return sources.filter(source => !isZero(source.fee) || !isZero(source.discount));
}

export const chargeNet = ({ fee, discount }: ChargeSource): Decimal => subtract(fee, discount);

const untaxed = 'the platform states no tax on fees; what may be within them stays there';

export const toCharge = mapper<ChargeSource, Charge, IconicShop>({
  id: absent('fees are fields of the items'),
  type: derived('shipping from `shippingFee`, payment from `installment_fee`', source => source.type),
  name: derived('the kind of fee', source => source.name),
  net: derived('the sum over all items, less `shippingVoucherAmount`', chargeNet),
  discount: derived('the sum of `shippingVoucherAmount`', source => source.discount),
  discounts: absentList('a shipping voucher is not named on the items'),
  tax: always('0', untaxed),
  taxes: absentList(untaxed),
  total: derived('`net`, as no tax is stated', chargeNet),
});
