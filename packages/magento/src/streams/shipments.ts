import { optionalId, stream } from '@cartograph/connector-kit';
import type { Raw } from '../client/api.js';
import type { MagentoClient } from '../client.js';
import { toFulfillment } from '../mapping/fulfillment.js';
import type { NativeOrderItem } from '../native/order-item.js';
import { type NativeShipment, shipmentBodySchema } from '../native/shipment.js';
import type { MagentoShop } from '../shop.js';
import { feed, type Made } from './feed.js';
import { identityOf, lagMs, weekMs, wrapped } from './identity.js';
import { withOrderRows } from './order-rows.js';

/** All but the label, a document of some hundred kilobytes, and the comments. */
const fields =
  'entity_id,increment_id,order_id,store_id,created_at,updated_at,shipment_status,total_qty,items,tracks,extension_attributes';

export const shipments = stream({
  yields: ['fulfillments'],
  incremental: 'modified',
  lagMs,
  native: shipmentBodySchema,
  identify: body => identityOf(body.shipment, 'entity_id'),
  wrap: wrapped('shipment', { rows: [] }),
  sweepEveryMs: weekMs,
  ...feed({ list: client => client.shipments, fields, make }),
  normalize: (body, shop: MagentoShop) => [{ resource: 'fulfillments', record: toFulfillment(body, shop) }],
});

const rowFields = 'item_id,parent_item_id,qty_ordered,is_virtual';

/** Shipments with the rows of the bundles that they hold parts of: one more request a page. */
function make(client: MagentoClient, shipments: readonly Raw<NativeShipment>[]): Promise<readonly Made[]> {
  return withOrderRows(client, shipments, { fields: rowFields }, (shipment, rows) => ({
    shipment,
    rows: partlyShipped(shipment, rows),
  }));
}

type Row = Raw<NativeOrderItem>;

/** The rows of a bundle, of which the shipment names a part. */
function partlyShipped({ items }: Raw<NativeShipment>, rows: readonly Row[]): Row[] {
  const shipped = new Set((Array.isArray(items) ? items : []).map(item => String(item?.order_item_id)));
  const bundles = new Set(
    rows.filter(row => shipped.has(String(row.item_id))).flatMap(row => optionalId(row.parent_item_id) ?? []),
  );
  return rows.filter(row => bundles.has(String(row.item_id)) || bundles.has(String(row.parent_item_id)));
}
