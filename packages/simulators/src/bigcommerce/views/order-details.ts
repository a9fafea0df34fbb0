import { type AmountWriter, asWritten, padded } from '../amounts.js';
import { rfc2822 } from '../dates.js';
import type { Doc } from '../records/fields.js';
import type { OrderRecord } from '../shop/order-book.js';
import type { Charge, OrderCoupon, OrderFee, ShipTo } from '../shop/order-model.js';
import type { Shipment } from '../shop/order-state.js';
import { taxOf } from '../shop/taxes.js';
import { addressBody } from './address.js';
import { link } from './link.js';

const writerOf = ({ order }: OrderRecord): AmountWriter => (order.writtenByApi ? asWritten : padded);

/** Only a percentage is sent as a number: the platform declares text, float and integer for both. */
export const couponBody = (record: OrderRecord, coupon: OrderCoupon) => ({
  id: coupon.id,
  coupon_id: coupon.couponId,
  order_id: record.order.id,
  code: coupon.code,
  amount: coupon.type === 1 ? coupon.face : coupon.face.toFixed(4),
  type: coupon.type,
  discount: coupon.discount / 10_000,
});

const feeFields = (fee: OrderFee, money: AmountWriter, exTax: string) => ({
  id: fee.id,
  type: 'custom_fee',
  display_name_customer: fee.name,
  display_name_merchant: fee.merchantName ?? fee.name,
  source: fee.source ?? 'AA',
  base_cost: money(fee.charge.taxed.entered),
  [exTax]: money(fee.charge.taxed.ex),
  cost_inc_tax: money(fee.charge.taxed.inc),
  cost_tax: money(taxOf(fee.charge.parts)),
  tax_class_id: fee.charge.parts.length > 0 ? 0 : null,
});

export const feeBody = (record: OrderRecord, fee: OrderFee) => feeFields(fee, writerOf(record), 'cost_ex_tax');

/** The fees endpoint of its own misspells one key, as its published sample does. */
export const feeEndpointBody = (record: OrderRecord, fee: OrderFee) => feeFields(fee, writerOf(record), 'cost_exc_tax');

/** What an address costs to reach; text in addresses, numbers in consignments. */
export const addressCosts = <T>({ shipping, handling }: ShipTo, money: (amount: number) => T) => {
  const fields = (base: string, name: string, charge: Charge) => ({
    [base]: money(charge.taxed.entered),
    [`${name}_ex_tax`]: money(charge.taxed.ex),
    [`${name}_inc_tax`]: money(charge.taxed.inc),
    [`${name}_tax`]: money(taxOf(charge.parts)),
    [`${name}_tax_class_id`]: 2,
  });
  return { ...fields('base_cost', 'cost', shipping), ...fields('base_handling_cost', 'handling_cost', handling) };
};

/** How many units go to an address, and how many have left. */
export function unitsOf({ order, state }: OrderRecord, address: ShipTo) {
  const lines = order.lines.filter(line => order.addresses[line.address] === address);
  const count = (units: (line: (typeof lines)[number]) => number) => lines.reduce((sum, line) => sum + units(line), 0);
  return {
    items_total: count(line => line.quantity),
    items_shipped: count(line => state.shippedUnits.get(line.id) ?? 0),
  };
}

export const shippingAddressBody = (record: OrderRecord, address: ShipTo, storeHash: string) => ({
  id: address.id,
  order_id: record.order.id,
  ...addressBody(address.person, address.company),
  ...unitsOf(record, address),
  shipping_method: address.method,
  ...addressCosts(address, writerOf(record)),
  shipping_zone_id: record.order.zone.id,
  shipping_zone_name: record.order.zone.name,
  shipping_quotes: link(storeHash, `/orders/${record.order.id}/shippingaddresses/${address.id}/shippingquotes`),
  form_fields: [],
});

/** The ways of tracking: an integrated provider, a carrier of the tracking service, a link of the merchant's own, or none. */
function trackingFields({ id, written }: Shipment) {
  if (written) return writtenTracking(written);
  const number = `AP${id}AU`;
  const generated = `https://tracking.example/${number}`;
  const fields = (provider: string, display: string, carrier: string, own: string, link: string) => ({
    tracking_number: own === '' && link === '' ? '' : number,
    shipping_provider: provider,
    tracking_carrier: carrier,
    tracking_link: own,
    shipping_provider_display_name: display,
    generated_tracking_link: link,
  });
  if (id % 23 === 0) return fields('', '', '', '', '');
  if (id % 11 === 0) return fields('', '', '', `https://couriers.example/track/${id}`, '');
  if (id % 7 === 0) return fields('', '', 'toll-ipec', '', generated);
  return fields('auspost', 'Australia Post', '', '', generated);
}

/** A carrier that is known makes a link out of the number; a link of the merchant's own stays beside it. */
function writtenTracking(written: Doc) {
  const { tracking_number: number = '', shipping_provider: provider = '', tracking_carrier: carrier = '' } = written;
  const known = number !== '' && (provider !== '' || carrier !== '');
  return {
    tracking_number: number,
    shipping_provider: provider,
    tracking_carrier: carrier,
    tracking_link: written.tracking_link ?? '',
    shipping_provider_display_name: provider === 'auspost' ? 'Australia Post' : String(provider).toUpperCase(),
    generated_tracking_link: known ? `https://tracking.example/${number}` : '',
  };
}

export function shipmentBody({ order }: OrderRecord, shipment: Shipment) {
  const address = order.addresses.find(({ id }) => id === shipment.addressId);
  return {
    id: shipment.id,
    order_id: order.id,
    customer_id: order.customerId,
    order_address_id: shipment.addressId,
    date_created: rfc2822(shipment.at),
    merchant_shipping_cost: shipment.written?.merchant_shipping_cost ?? '0.0000',
    shipping_method: shipment.written?.shipping_method ?? address?.method ?? 'None',
    comments: shipment.written?.comments ?? '',
    ...trackingFields(shipment),
    billing_address: addressBody(order.billing, order.company),
    shipping_address: addressBody(address?.person ?? order.billing, address?.company ?? ''),
    items: shipment.items.map(({ lineId, productId, quantity }) => ({
      order_product_id: lineId,
      product_id: productId,
      quantity,
    })),
  };
}

export const messageBody = ({ order }: OrderRecord, at: number, position: number) => ({
  id: order.id * 8 + position,
  order_id: order.id,
  staff_id: 1,
  customer_id: order.customerId,
  type: 'admin',
  subject: `Re: Order #${order.id}`,
  message: 'Thank you again!',
  status: 'unread',
  is_flagged: false,
  date_created: rfc2822(at),
  customer: {},
});
