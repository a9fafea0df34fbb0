import { absent, always, derived, each, mapper, text } from '@cartograph/connector-kit';
import {
  type Decimal,
  type DiscountAllocation,
  divide,
  isZero,
  multiply,
  type OrderLine,
  subtract,
  sum,
  type TaxAllocation,
} from '@cartograph/core';
import type { IconicShop } from '../shop.js';
import type { PlacedOrder, PlacedUnit } from './placed-order.js';
import { componentIdOf, componentNameOf } from './tax-component.js';
import type { Voucher } from './unit.js';

/** A unit with the country whose tax it bears. */
export interface LineSource extends PlacedUnit {
  readonly country: string | null;
}

export const lineSources = ({ units, country }: PlacedOrder): LineSource[] => units.map(unit => ({ ...unit, country }));

const oneIf = (condition: boolean): Decimal => (condition ? '1' : '0');

const discountExcludingTax = ({ amounts }: PlacedUnit): Decimal =>
  subtract(amounts.discountWithTax, amounts.taxOfDiscount);

interface VoucherShare {
  readonly voucher: Voucher;
  readonly amount: Decimal;
}

/** The discount shared out by the vouchers' own amounts. Rounding the running sum, not the shares, loses nothing. */
function voucherShares(source: PlacedUnit): VoucherShare[] {
  const { vouchers } = source.unit;
  const { discountWithTax } = source.amounts;
  if (isZero(discountWithTax)) return [];
  const discount = discountExcludingTax(source);
  const upTo = (count: number): Decimal =>
    divide(multiply(discount, sum(vouchers.slice(0, count).map(({ amount }) => amount))), discountWithTax, 4);
  return vouchers.map((voucher, index) => ({ voucher, amount: subtract(upTo(index + 1), upTo(index)) }));
}

const toDiscount = mapper<VoucherShare, DiscountAllocation, IconicShop>({
  id: absent('vouchers have a code and no id'),
  name: ({ voucher }) => voucher.code,
  code: ({ voucher }) => voucher.code,
  amount: derived("the voucher's share of the line's discount, without tax", share => share.amount),
});

const toTax = mapper<LineSource & { readonly percent: Decimal }, TaxAllocation, IconicShop>({
  componentId: derived('the country and the percentage', componentIdOf),
  name: derived('the name of the country’s tax', componentNameOf),
  rate: derived('`taxPercent`; 0 where the item is marked as free of GST', ({ percent }) => percent),
  amount: derived(
    '`taxPercent` of what was paid, or of `unitPrice` where that gives `taxAmount`; so the stated tax is checked by it',
    ({ amounts }) => amounts.taxByRate,
  ),
});

export const toLine = mapper<LineSource, OrderLine, IconicShop>({
  id: ({ unit }) => unit.id,
  productId: absent(
    'items name their product by SKU only; `sku` is that of a variant in the catalog, where that still has it',
  ),
  variantId: absent(
    'items name their product by SKU only; `sku` is that of a variant in the catalog, where that still has it',
  ),
  sku: ({ unit }) => text(unit.native.product?.sellerSku) ?? text(unit.native.product?.sku),
  name: ({ unit }) => text(unit.native.product?.name),
  status: ({ status }) => status.line,
  statusRaw: ({ unit }) => text(unit.native.status),
  quantity: always('1', 'an item is one unit'),
  quantityFulfilled: derived('1 once it was shipped, unless it could not be delivered', ({ status }) =>
    status.delivery === 'unknown' ? null : oneIf(status.delivery !== 'none' && status.refund !== 'undelivered'),
  ),
  quantityCanceled: derived('1 when `status` is canceled', ({ status }) => oneIf(status.phase === 'canceled')),
  quantityRefunded: derived('1 when `status` is returned, or failed where the shop refunds those', ({ refunded }) =>
    oneIf(refunded),
  ),
  unitPrice: derived('`unitPrice` less the tax within it: `taxAmount` and the tax that the discount took off', source =>
    subtract(source.amounts.gross, sum([source.amounts.tax, source.amounts.taxOfDiscount])),
  ),
  discount: derived(
    'vouchers, else `discountAmount`, else `unitPrice` − `paidPrice`; less the tax at `taxPercent` that it took off',
    discountExcludingTax,
  ),
  discounts: each(toDiscount, voucherShares),
  tax: ({ amounts }) => amounts.tax,
  taxes: each(toTax, source =>
    source.unit.taxPercent === null ? [] : [{ ...source, percent: source.unit.taxPercent }],
  ),
  total: derived('`paidPrice`, to which credits that were taken off it are added', ({ amounts }) => amounts.total),
  isGiftCard: always(false, 'the marketplace sells no gift cards for its sellers'),
  requiresShipping: absent('items do not say'),
});
