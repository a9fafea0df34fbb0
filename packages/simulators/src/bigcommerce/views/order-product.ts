import { asWritten, padded } from '../amounts.js';
import type { OrderRecord } from '../shop/order-book.js';
import type { OrderLine } from '../shop/order-model.js';
import { taxOf } from '../shop/taxes.js';
import { brands } from '../shop/taxonomy.js';

const nothing = '0.0000';

const optionBody = (line: OrderLine, index: number) => {
  const option = line.options[index];
  return (
    option && {
      id: line.id * 4 + index,
      option_id: option.optionId,
      order_product_id: line.id,
      product_option_id: option.optionId,
      display_name: option.name,
      display_name_customer: option.name,
      display_name_merchant: option.name,
      display_value: option.value,
      display_value_customer: option.value,
      display_value_merchant: option.value,
      value: option.valueId,
      type: option.type,
      name: option.name,
      display_style: option.type === 'Multiple choice' ? 'Rectangle' : '',
    }
  );
};

export function orderProductBody({ order, state }: OrderRecord, line: OrderLine): Record<string, unknown> {
  const money = order.writtenByApi ? asWritten : padded;
  const refunded = state.refundedUnits.get(line.id) ?? 0;
  const wrapped = line.wrapped?.taxed;
  const parent = line.parent === null ? undefined : order.lines[line.parent];
  return {
    id: line.id,
    order_id: order.id,
    product_id: line.productId,
    variant_id: line.variantId,
    order_pickup_method_id: order.pickup && line.kind === 'physical' ? 1 : 0,
    order_address_id: order.addresses[line.address]?.id ?? 0,
    name: line.name,
    name_customer: line.name,
    name_merchant: line.name,
    sku: line.sku,
    upc: line.upc,
    type: line.kind,
    base_price: money(line.unit.entered),
    price_ex_tax: money(line.unit.ex),
    price_inc_tax: money(line.unit.inc),
    price_tax: money(taxOf(line.unit.parts)),
    base_total: money(line.total.entered),
    total_ex_tax: money(line.total.ex),
    total_inc_tax: money(line.total.inc),
    total_tax: money(line.totalTax),
    weight: order.writtenByApi ? line.weight : line.weight.toFixed(4),
    width: nothing,
    height: nothing,
    depth: nothing,
    quantity: line.quantity,
    base_cost_price: money(line.cost),
    cost_price_inc_tax: money(line.cost),
    cost_price_ex_tax: money(line.cost),
    cost_price_tax: money(0),
    is_refunded: refunded >= line.quantity,
    quantity_refunded: refunded,
    refund_amount: nothing,
    return_id: 0,
    wrapping_id: wrapped ? 1 : 0,
    wrapping_name: wrapped ? 'Linen wrap' : '',
    base_wrapping_cost: money(wrapped?.entered ?? 0),
    wrapping_cost_ex_tax: money(wrapped?.ex ?? 0),
    wrapping_cost_inc_tax: money(wrapped?.inc ?? 0),
    wrapping_cost_tax: money(line.wrapped ? taxOf(line.wrapped.parts) : 0),
    wrapping_message: '',
    quantity_shipped: state.shippedUnits.get(line.id) ?? 0,
    event_name: null,
    event_date: null,
    fixed_shipping_cost: nothing,
    ebay_item_id: '',
    ebay_transaction_id: '',
    option_set_id: line.options.length > 0 ? line.productId : null,
    parent_order_product_id: parent?.id ?? null,
    is_bundled_product: parent !== undefined,
    bin_picking_number: '',
    external_id: null,
    fulfillment_source: '',
    brand: brands.find(brand => brand.id === line.brandId)?.name ?? '',
    applied_discounts: line.discounts.map(({ id, amount, name, code, target }) => ({
      id,
      amount: money(amount),
      name,
      code,
      target,
    })),
    product_options: line.options.map((_option, index) => optionBody(line, index)),
    configurable_fields: [],
    gift_certificate_id: line.kind === 'giftcertificate' ? order.id : null,
    ...(order.legacy ? {} : { discounted_total_inc_tax: money(line.paid) }),
  };
}
