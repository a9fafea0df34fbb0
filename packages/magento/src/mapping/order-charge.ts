import { absent, amountOrZero, derived, each, mapper, text } from '@cartograph/connector-kit';
import { add, type Charge, type Decimal, isZero, subtract } from '@cartograph/core';
import type { NativeAppliedTax, NativeOrder } from '../native/order.js';
import { discountOf, toDiscountAllocation } from './order-discounts.js';
import { appliedTaxes, toTaxAllocation } from './order-taxes.js';

interface ChargeSource {
  readonly order: NativeOrder;
  readonly type: Charge['type'];
  readonly name: string | null;
  readonly net: Decimal;
  /** Excluding tax. */
  readonly discount: Decimal;
  readonly tax: Decimal;
  readonly taxes: readonly NativeAppliedTax[];
}

export const toCharge = mapper<ChargeSource, Charge, unknown>({
  id: absent('charges are fields of the order'),
  type: derived('by the fields that hold the amount', charge => charge.type),
  name: derived('what was shown for shipping, the label of a fee, or the kind of wrapping', charge => charge.name),
  net: charge => charge.net,
  discount: derived('of shipping, less the tax within it; nothing else has one', charge => charge.discount),
  discounts: derived(
    'one, where there is a discount at all',
    each(toDiscountAllocation, ({ order, discount }: ChargeSource) => discountOf(order, discount)),
  ),
  tax: derived('of shipping and wrapping; a fee states none', charge => charge.tax),
  taxes: derived(
    'those applied to shipping; the others are told in one sum',
    each(toTaxAllocation, (charge: ChargeSource) => charge.taxes),
  ),
  total: ({ net, tax }) => add(net, tax),
});

export const orderCharges = (order: NativeOrder): ChargeSource[] => [
  ...shipping(order),
  ...wrapping(order.extension_attributes ?? {}).map(part => ({
    order,
    type: 'wrapping' as const,
    discount: '0',
    taxes: [],
    ...part,
  })),
  ...fees(order),
];

function shipping(order: NativeOrder): ChargeSource[] {
  const [gross, name] = [amountOrZero(order.shipping_amount), text(order.shipping_description)];
  if (isZero(gross) && name === null) return [];
  const discount = subtract(
    amountOrZero(order.shipping_discount_amount),
    amountOrZero(order.shipping_discount_tax_compensation_amount),
  );
  const tax = amountOrZero(order.shipping_tax_amount);
  return [
    {
      order,
      type: 'shipping',
      name,
      net: subtract(gross, discount),
      discount,
      tax,
      taxes: appliedTaxes(order, 'shipping'),
    },
  ];
}

const kinds = [
  { name: 'Gift wrapping', net: 'gw_price', tax: 'gw_tax_amount' },
  { name: 'Gift wrapping of items', net: 'gw_items_price', tax: 'gw_items_tax_amount' },
  { name: 'Printed card', net: 'gw_card_price', tax: 'gw_card_tax_amount' },
] as const;

type Wrapped = Readonly<Partial<Record<(typeof kinds)[number]['net' | 'tax'], unknown>>>;

/** Gift wrapping of the order, of single items, and the printed card; also of a credit memo. */
export function wrapping(wrapped: Wrapped): { readonly name: string; readonly net: Decimal; readonly tax: Decimal }[] {
  const parts = [];
  for (const kind of kinds) {
    const [net, tax] = [amountOrZero(wrapped[kind.net]), amountOrZero(wrapped[kind.tax])];
    if (!isZero(net) || !isZero(tax)) parts.push({ name: kind.name, net, tax });
  }
  return parts;
}

const fees = (order: NativeOrder): ChargeSource[] =>
  (order.extension_attributes?.custom_fees ?? []).map(fee => ({
    order,
    type: 'other',
    name: text(fee.custom_fee_label),
    net: amountOrZero(fee.custom_fee_amount),
    discount: '0',
    tax: '0',
    taxes: [],
  }));
