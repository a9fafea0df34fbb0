import { moneyNumber } from '../../money.js';
import { locations, pickupMethod } from '../shop/locations.js';
import type { OrderRecord } from '../shop/order-book.js';
import type { OrderLine } from '../shop/order-model.js';
import type { Tampering } from '../tampering.js';
import { addressBody } from './address.js';
import { link } from './link.js';
import { addressCosts, unitsOf } from './order-details.js';
import { orderProductBody } from './order-product.js';

/** No order lists more line items than this inside its consignments. https://github.com/bigcommerce/docs/issues/960 */
const includedLines = 50;

const warning = {
  __warning__: {
    message: `Not all line items of this consignment are returned with this response, only ${includedLines} are included. Please use the \`/v2/orders/{order_id}/products\` endpoint to fetch all line items.`,
  },
};

/** Links, or the order products themselves as far as the order's allowance goes. */
function createLineWriter(record: OrderRecord, storeHash: string, included: boolean, serve: Tampering['serve']) {
  let allowance = includedLines;
  return (lines: readonly OrderLine[]): unknown[] => {
    if (!included) return lines.map(line => link(storeHash, `/orders/${record.order.id}/products/${line.id}`));
    const shown = lines.slice(0, allowance);
    allowance -= shown.length;
    const bodies: unknown[] = shown.map(line => serve('orderProducts', line.id, orderProductBody(record, line)));
    return shown.length < lines.length ? [...bodies, warning] : bodies;
  };
}

function pickupBody(lines: unknown[], id: number) {
  const place = locations.find(location => location.id === pickupMethod.locationId);
  return {
    id,
    pickup_method_id: pickupMethod.id,
    pickup_method_display_name: pickupMethod.name,
    collection_instructions: pickupMethod.instructions,
    collection_time_description: pickupMethod.hours,
    location: {
      id: pickupMethod.locationId,
      name: place?.label ?? '',
      code: place?.code ?? '',
      address_line_1: place?.street ?? '',
      address_line_2: '',
      city: place?.city ?? '',
      state: place?.state ?? '',
      postal_code: place?.zip ?? '',
      country_alpha2: 'AU',
      email: 'store@lantern-loom.example',
      phone: '0355501234',
    },
    line_items: lines,
  };
}

/** Amounts in here are numbers, unlike everywhere else in an order. */
export function consignmentsBody(
  record: OrderRecord,
  storeHash: string,
  withLines: boolean,
  serve: Tampering['serve'],
) {
  const { order } = record;
  const write = createLineWriter(record, storeHash, withLines, serve);
  const shipping = order.addresses.map((address, position) => ({
    id: address.id,
    ...addressBody(address.person, address.company),
    form_fields: [],
    shipping_method: address.method,
    line_items: write(order.lines.filter(line => line.address === position)),
    ...unitsOf(record, address),
    ...addressCosts(address, moneyNumber),
    shipping_zone_id: order.zone.id,
    shipping_zone_name: order.zone.name,
    shipping_quotes: link(storeHash, `/orders/${order.id}/consignments/shipping/${address.id}/shipping_quotes`),
  }));
  const collected = order.pickup ? order.lines.filter(line => line.kind === 'physical') : [];
  const downloads = order.lines.filter(line => line.kind === 'digital');
  const certificates = order.lines.filter(line => line.kind === 'giftcertificate');
  const mail = { recipient_email: order.billing.email };
  return {
    pickups: collected.length > 0 ? [pickupBody(write(collected), order.id * 4)] : [],
    shipping,
    downloads: downloads.length > 0 ? [{ ...mail, line_items: write(downloads) }] : [],
    email: { gift_certificates: certificates.length > 0 ? [{ ...mail, line_items: write(certificates) }] : [] },
  };
}
