import { moneyNumber } from '../../money.js';
import { stamp } from '../clock.js';
import { documentItem } from '../sales/documents.js';
import type { Child, Line, Sale } from '../sales/sale.js';
import { colorAttribute, sizeAttribute } from '../shop/attributes.js';
import { noRow, type RowMoney, type Two, type UnitMoney } from '../shop/pricing.js';
import { isVirtual, type Product } from '../shop/product.js';
import { totalPercent } from '../shop/taxes.js';
import { amountText, type Body, inBoth, join } from './body.js';

/** Rows of an order as they are listed: each parent, then its children. */
export const orderItemBodies = (sale: Sale): Body[] => sale.lines.flatMap(line => lineBodies(sale, line));

/** A configurable goes by the sku of what was chosen, a bundle by the skus of all its parts. */
export function lineSku(line: Line): string {
  if (line.rowType === 'configurable') return line.children[0]?.product.sku ?? line.product.sku;
  if (line.rowType === 'bundle') return [line.product.sku, ...line.children.map(child => child.product.sku)].join('-');
  return line.product.sku;
}

function lineBodies(sale: Sale, line: Line): Body[] {
  const parent = join(
    common(sale, line.id, line.product, line.rowType),
    moneyOf(line.unit, line.row),
    weeeOf(line),
    progressOf(sale, line),
    {
      applied_rule_ids: sale.discount && line.row.order.discount > 0 ? String(sale.discount.ruleId) : undefined,
      discount_percent: line.discountPercent,
      free_shipping: 0,
      is_qty_decimal: line.product.isDecimal ? 1 : 0,
      no_discount: 0,
      product_id: line.knowsProduct ? line.product.id : undefined,
      qty_canceled: line.canceled,
      qty_invoiced: line.invoiced,
      qty_ordered: line.quantity,
      qty_refunded: line.refunded,
      qty_shipped: line.product.isShippedInParts ? 0 : line.shipped,
      sku: lineSku(line),
      tax_percent: totalPercent(line.rates),
      product_option: productOption(line),
    },
  );
  const itemizedTaxes = line.rates.map((rate, index) => ({
    tax_item_id: line.id * 4 + index,
    tax_id: sale.id * 10 + index,
    item_id: line.id,
    tax_code: rate.code,
    tax_percent: rate.percent,
    // Magento repeats the combined tax on each rate; only the real amounts are split.
    amount: moneyNumber(line.row.order.tax),
    base_amount: moneyNumber(line.row.base.tax),
    real_amount: moneyNumber(line.rateTaxes.order[index] ?? 0),
    real_base_amount: moneyNumber(line.rateTaxes.base[index] ?? 0),
    taxable_item_type: 'product',
  }));
  if (itemizedTaxes.length > 0) parent.extension_attributes = { itemized_taxes: itemizedTaxes };
  return [parent, ...line.children.map(child => childBody(sale, line, child, parent))];
}

function childBody(sale: Sale, line: Line, child: Child, parent: Body): Body {
  const { priced } = child;
  const row = priced ? { order: priced.order.row, base: priced.base.row } : { order: noRow, base: noRow };
  const money = priced ? moneyOf({ order: priced.order.unit, base: priced.base.unit }, row) : childlessMoney;
  return join(common(sale, child.id, child.product, child.product.type), money, {
    parent_item_id: line.id,
    product_id: child.product.id,
    qty_canceled: line.canceled * child.perUnit,
    qty_invoiced: line.invoiced * child.perUnit,
    qty_ordered: line.quantity * child.perUnit,
    qty_refunded: line.refunded * child.perUnit,
    qty_shipped: line.rowType === 'bundle' ? line.shipped * child.perUnit : 0,
    sku: child.product.sku,
    tax_percent: priced ? totalPercent(line.rates) : 0,
    parent_item: parent,
  });
}

/** A variant's row repeats no price, and leaves most columns unset. */
const childlessMoney: Body = {
  base_price: 0,
  price: 0,
  original_price: 0,
  base_row_total: 0,
  row_total: 0,
  base_tax_amount: 0,
  tax_amount: 0,
  base_discount_amount: 0,
  discount_amount: 0,
};

const common = (sale: Sale, id: number, product: Product, type: string): Body => ({
  created_at: stamp(sale.createdAt),
  is_virtual: isVirtual(product.type) ? 1 : 0,
  item_id: id,
  name: product.name,
  order_id: sale.id,
  product_type: type,
  quote_item_id: id + 11,
  store_id: sale.view.id,
  updated_at: stamp(sale.updatedAt),
  weight: product.weight ?? undefined,
});

const moneyOf = (unit: Two<UnitMoney>, row: Two<RowMoney>): Body =>
  inBoth({
    price: role => unit[role].price,
    price_incl_tax: role => unit[role].priceInclTax,
    original_price: role => unit[role].originalPrice,
    row_total: role => row[role].rowTotal,
    row_total_incl_tax: role => row[role].rowTotalInclTax,
    discount_amount: role => row[role].discount,
    tax_amount: role => row[role].tax,
    tax_before_discount: role => row[role].taxBeforeDiscount,
    discount_tax_compensation_amount: role => row[role].compensation,
  });

/** Fixed product tax: a fee beside price and tax, told as JSON text as well. */
function weeeOf(line: Line): Body {
  if (line.unit.base.fixedTax === 0) return {};
  const fees = [
    {
      title: 'E-waste fee',
      base_amount: amountText(line.unit.base.fixedTax),
      amount: moneyNumber(line.unit.order.fixedTax),
      row_amount: moneyNumber(line.row.order.fixedTax),
      base_row_amount: moneyNumber(line.row.base.fixedTax),
    },
  ];
  return {
    weee_tax_applied: JSON.stringify(fees),
    ...inBoth({
      weee_tax_applied_amount: role => line.unit[role].fixedTax,
      weee_tax_applied_row_amount: role => line.row[role].fixedTax,
    }),
  };
}

/** Money invoiced and refunded so far. `amount_refunded` is before tax and before discount. */
function progressOf(sale: Sale, line: Line): Body {
  const invoiced = documentItem(sale, line, 0, line.invoiced).row;
  const refunded = documentItem(sale, line, 0, line.refunded).row;
  return inBoth({
    row_invoiced: role => invoiced[role].rowTotal,
    tax_invoiced: role => invoiced[role].tax,
    discount_invoiced: role => invoiced[role].discount,
    discount_tax_compensation_invoiced: role => invoiced[role].compensation,
    amount_refunded: role => refunded[role].rowTotal,
    tax_refunded: role => (line.refunded > 0 ? refunded[role].tax : undefined),
    discount_refunded: role => (line.refunded > 0 ? refunded[role].discount : undefined),
    discount_tax_compensation_refunded: role => (line.refunded > 0 ? refunded[role].compensation : undefined),
  });
}

function productOption(line: Line): Body | undefined {
  if (line.rowType === 'configurable') {
    const variant = line.children[0]?.product;
    const chosen = [
      { option_id: String(colorAttribute.id), option_value: variant?.colorId },
      { option_id: String(sizeAttribute.id), option_value: variant?.sizeId },
    ];
    return { extension_attributes: { configurable_item_options: chosen } };
  }
  if (line.rowType === 'bundle') {
    const options = line.product.bundleOptions.map(option => ({
      option_id: option.id,
      option_qty: option.quantity,
      option_selections: [option.selectionId],
    }));
    return { extension_attributes: { bundle_options: options } };
  }
  if (line.rowType === 'downloadable')
    return { extension_attributes: { downloadable_option: { downloadable_links: [line.product.id * 2] } } };
  if (line.rowType !== 'giftcard') return undefined;
  const option = {
    giftcard_amount: amountText(line.unit.base.price),
    giftcard_sender_name: 'A friend',
    giftcard_recipient_name: 'Sam',
  };
  return { extension_attributes: { giftcard_item_option: option } };
}
