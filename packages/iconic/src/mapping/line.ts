import { absent, always, derived, each, mapper, text } from '@cartograph/connector-kit';
import {
  add,
  type Decimal,
  type DiscountAllocation,
  divide,
  isZero,
  multiply,
  type OrderLine,
  subtract,
  type TaxAllocation,
} from '@cartograph/core';
import type { IconicShop } from '../shop.js';
import type { PlacedUnit } from './placed-order.js';
import { componentIdOf, componentNameOf, type TaxRate } from './tax-component.js';
import type { Voucher } from './unit.js';

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
  let stated: Decimal = '0';
  let shared: Decimal = '0';
  return vouchers.map(voucher => {
    const before = shared;
    stated = add(stated, voucher.amount);
    shared = divide(multiply(discount, stated), discountWithTax, 4);
    return { voucher, amount: subtract(shared, before) };
  });
}

const toDiscount = mapper<VoucherShare, DiscountAllocation, IconicShop>({
  id: absent('vouchers have a code and no id'),
  name: ({ voucher }) => voucher.code,
  code: ({ voucher }) => voucher.code,
  amount: derived("the voucher's share of the line's discount, without tax", share => share.amount),
});

interface BorneTax extends TaxRate {
  readonly amount: Decimal;
}

const toTax = mapper<BorneTax, TaxAllocation, IconicShop>({
  componentId: derived('the country and the percentage', componentIdOf),
  name: derived('the name of the country’s tax', componentNameOf),
  rate: derived('`taxPercent`; 0 where the item is marked as free of GST', ({ percent }) => percent),
  amount: derived(
    '`taxPercent` of what was paid, or of `unitPrice` where that gives `taxAmount`; so the stated tax is checked by it',
    tax => tax.amount,
  ),
});

export const toLine = mapper<PlacedUnit, OrderLine, IconicShop>({
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
  statusRaw: ({ unit }) => unit.status,
  quantity: always('1', 'an item is one unit'),
  quantityFulfilled: derived('1 once it was shipped, unless it could not be delivered', ({ status }) =>
    status.delivery === 'unknown' ? null : oneIf(status.delivery !== 'none' && status.refund !== 'undelivered'),
  ),
  quantityCanceled: derived('1 when `status` is canceled', ({ status }) => oneIf(status.phase === 'canceled')),
  quantityRefunded: derived('1 when `status` is returned, or failed where the shop refunds those', ({ refunded }) =>
    oneIf(refunded),
  ),
  unitPrice: derived('`unitPrice` less the tax within it: `taxAmount` and the tax that the discount took off', source =>
    subtract(source.amounts.gross, add(source.amounts.tax, source.amounts.taxOfDiscount)),
  ),
  discount: derived(
    'vouchers, else `discountAmount`, else `unitPrice` − `paidPrice`; less the tax at `taxPercent` that it took off',
    discountExcludingTax,
  ),
  discounts: each(toDiscount, voucherShares),
  tax: ({ amounts }) => amounts.tax,
  taxes: each(toTax, ({ unit: { taxPercent: percent }, country, amounts }) =>
    percent === null ? [] : [{ country, percent, amount: amounts.taxByRate }],
  ),
  total: derived('`paidPrice`, to which credits that were taken off it are added', ({ amounts }) => amounts.total),
  isGiftCard: always(false, 'the marketplace sells no gift cards for its sellers'),
  requiresShipping: absent('items do not say'),
});
