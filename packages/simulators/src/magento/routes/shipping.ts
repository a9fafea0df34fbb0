import { trackBody } from '../bodies/shipment.js';
import { noEntity, noSuchEntity, Refused, refusal } from '../protocol/errors.js';
import { demand } from '../protocol/input.js';
import { readRows } from '../sales/asked-rows.js';
import type { Track } from '../sales/documents.js';
import { type Operations, unshipped, usualSource } from '../sales/operations.js';
import { hasUnshippedRows, isClosedToShipments } from '../sales/rules.js';
import type { Shop } from '../shop/shop.js';
import { moveStock } from '../shop/stock.js';
import type { Desk, Endpoint } from './endpoint.js';
import {
  commentOf,
  created,
  documentParameters,
  type SaleWriting,
  takesNothing,
  unitsBySku,
  validate,
} from './sale-writing.js';

const right = 'Magento_Sales::ship';

const shipParameters = {
  ...documentParameters,
  'tracks?': [{ track_number: 'text', title: 'text', carrier_code: 'text', extension_attributes: {} }],
  'packages?': ['any'],
  'arguments?': { extension_attributes: { source_code: 'text' } },
} as const;

const trackFields = {
  order_id: 'int',
  created_at: 'text',
  entity_id: 'int',
  parent_id: 'int',
  updated_at: 'text',
  weight: 'number',
  qty: 'number',
  description: 'text',
  track_number: 'text',
  title: 'text',
  carrier_code: 'text',
  extension_attributes: {},
} as const;
const demandedOfTracks = [
  'order_id',
  'parent_id',
  'weight',
  'qty',
  'description',
  'track_number',
  'title',
  'carrier_code',
] as const;

/** Shipments take their units from a source; their parcels can be told later. */
export function shippingEndpoints(
  shop: Shop,
  desk: Desk,
  { onOrder, nextId }: SaleWriting,
  operations: Operations,
): Endpoint[] {
  /** Shipments by the parcels that were told over the API; the shop's own parcels go by the number of their shipment. */
  const shipmentOf = new Map<number, number>();
  return [
    [
      'POST /V1/order/:orderId/ship',
      right,
      onOrder(shipParameters, (sale, { input, at }) => {
        const { quantity, problems } = readRows(sale, input.items, unshipped, 'ship');
        const tracks = input.tracks ?? [];
        const sourceCode = input.arguments?.extension_attributes?.source_code ?? usualSource(sale);
        if (!shop.tables.sources.get(sourceCode)) throw new Refused(noSuchEntity('source_code', sourceCode));
        validate('Shipment', [
          isClosedToShipments(sale) && `A shipment cannot be created when an order has a status of ${sale.status}`,
          !hasUnshippedRows(sale) && 'The order does not allow a shipment to be created.',
          ...problems,
          takesNothing(sale, quantity) && "You can't create a shipment without products.",
          tracks.some(track => !track.track_number) && 'Please enter a tracking number.',
        ]);
        operations.ship(sale, at, quantity, {
          sourceCode,
          tracks: tracks.map(track => toTrack(nextId(), at, track)),
        });
        const shipment = sale.shipments.at(-1);
        for (const track of shipment?.tracks ?? []) shipmentOf.set(track.id, shipment?.id ?? 0);
        for (const item of shipment?.items ?? [])
          for (const [sku, units] of unitsBySku(item.line, item.quantity))
            moveStock(shop.sourceItems, sku, sourceCode, -units);
        return created(shipment, commentOf(input, at, nextId));
      }),
    ],
    [
      // Labels come from carriers' modules, of which this shop has none.
      'GET /V1/shipment/:id/label',
      right,
      ({ params }) => (shop.ledger.saleOf('shipments', Number(params.id)) ? null : noEntity()),
    ],
    [
      'POST /V1/order/notify-orders-are-ready-for-pickup',
      'Magento_InventoryInStorePickupSalesAdminUi::notify_orders_are_ready_for_pickup',
      desk.write({ orderIds: ['int'] }, ({ input }) => {
        const missing = input.orderIds.filter(id => !shop.ledger.sale(id));
        return {
          successful: missing.length === 0,
          errors: missing.map(id => `The order ${id} is not ready for pickup`),
        };
      }),
    ],
    [
      'POST /V1/shipment/track',
      right,
      desk.write({ entity: trackFields }, ({ input: { entity }, at }) => {
        demand(demandedOfTracks.filter(name => entity[name] === undefined || entity[name] === null));
        const sale = shop.ledger.saleOf('shipments', Number(entity.parent_id));
        const shipment = sale?.shipments.find(({ id }) => id === entity.parent_id);
        if (!sale || !shipment) throw new Refused(noEntity());
        if (sale.id !== entity.order_id) throw new Refused(refusal(400, "The shipment tracking can't be saved."));
        const track = toTrack(nextId(), at, entity);
        shipment.tracks.push(track);
        shipmentOf.set(track.id, shipment.id);
        // Nobody has written down whether a later parcel moves its shipment's time; here it does.
        shipment.updatedAt = at;
        shop.ledger.keep(sale);
        return trackBody(sale, shipment, track);
      }),
    ],
    [
      'DELETE /V1/shipment/track/:id',
      right,
      desk.write({}, ({ params, at }) => {
        const id = Number(params.id);
        const shipmentId = shipmentOf.get(id) ?? id;
        const sale = shop.ledger.saleOf('shipments', shipmentId);
        const shipment = sale?.shipments.find(known => known.id === shipmentId);
        if (!sale || !shipment?.tracks.some(track => track.id === id)) throw new Refused(noEntity());
        shipment.tracks.splice(
          shipment.tracks.findIndex(track => track.id === id),
          1,
        );
        shipment.updatedAt = at;
        shop.ledger.keep(sale);
        return true;
      }),
    ],
  ];
}

interface Told {
  readonly track_number?: string | null;
  readonly title?: string | null;
  readonly carrier_code?: string | null;
  readonly weight?: number | null;
  readonly qty?: number | null;
  readonly description?: string | null;
}

const toTrack = (id: number, at: number, told: Told): Track => ({
  id,
  at,
  number: told.track_number ?? '',
  title: told.title ?? '',
  carrier: told.carrier_code ?? '',
  weight: told.weight ?? null,
  quantity: told.qty ?? null,
  description: told.description ?? null,
});
