import { absent, absentList, always, derived, mapper } from '@cartograph/connector-kit';
import { type Charge, type Decimal, isZero, subtract } from '@cartograph/core';
import type { IconicShop } from '../shop.js';
import { type PlacedOrder, sumOver } from './placed-order.js';

export interface ChargeSource {
  readonly type: Charge['type'];
  readonly name: string;
  readonly fee: Decimal;
  readonly discount: Decimal;
}

/** Fees stand on the units; an order has at most one charge of a kind. */
export function chargeSources({ units }: PlacedOrder): ChargeSource[] {
  const fee = sumOver(units, ({ unit }) => unit.shippingFee);
  const discount = sumOver(units, ({ unit }) => unit.shippingVoucherAmount);
  const installments = sumOver(units, ({ unit }) => unit.installmentFee);
  const sources: ChargeSource[] = [];
  if (!isZero(fee) || !isZero(discount)) sources.push({ type: 'shipping', name: 'Shipping', fee, discount });
  if (!isZero(installments))
    sources.push({ type: 'payment', name: 'Installment fee', fee: installments, discount: '0' });
  return sources;
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
