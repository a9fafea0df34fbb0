import { moneyNumber } from '../../money.js';
import { stamp } from '../clock.js';
import type { Shipment, Track } from '../sales/documents.js';
import { incrementId, type Sale } from '../sales/sale.js';
import { addressId } from './address.js';
import type { Body } from './body.js';
import { commentBodies, rowId } from './documents.js';
import { lineSku } from './order-item.js';

/** The row itself, or the parts of a bundle that is shipped in parts. */
const shippedRows = ({ line, quantity }: Shipment['items'][number]): Body[] =>
  line.product.isShippedInParts
    ? line.children.map(({ id, product, perUnit, priced }) => ({
        name: product.name,
        order_item_id: id,
        price: moneyNumber(priced?.order.unit.price ?? 0),
        product_id: product.id,
        qty: quantity * perUnit,
        sku: product.sku,
      }))
    : [
        {
          name: line.product.name,
          order_item_id: line.id,
          price: moneyNumber(line.unit.order.price),
          ...(line.knowsProduct ? { product_id: line.product.id } : {}),
          qty: quantity,
          sku: lineSku(line),
        },
      ];

export const trackBody = (sale: Sale, shipment: Shipment, track: Track): Body => ({
  order_id: sale.id,
  created_at: stamp(track.at),
  entity_id: track.id,
  parent_id: shipment.id,
  updated_at: stamp(track.at),
  weight: track.weight,
  qty: track.quantity,
  description: track.description,
  track_number: track.number,
  title: track.title,
  carrier_code: track.carrier,
});

export const shipmentBody = (sale: Sale, shipment: Shipment): Body => ({
  billing_address_id: addressId(sale.id, 'billing'),
  created_at: stamp(shipment.at),
  entity_id: shipment.id,
  increment_id: incrementId(sale.view.id, shipment.id),
  order_id: sale.id,
  packages: [],
  shipping_address_id: addressId(sale.id, 'shipping'),
  store_id: sale.view.id,
  total_qty: shipment.items.reduce((total, item) => total + item.quantity, 0),
  updated_at: stamp(shipment.updatedAt),
  items: shipment.items.flatMap(shippedRows).map((row, index) => ({
    entity_id: rowId(shipment.id, index),
    parent_id: shipment.id,
    ...row,
  })),
  tracks: shipment.tracks.map(track => trackBody(sale, shipment, track)),
  comments: commentBodies(shipment.comments, shipment.id),
  extension_attributes: { source_code: shipment.sourceCode },
});
