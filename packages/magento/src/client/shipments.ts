import { checkInput } from '@cartograph/connector-kit';
import { z } from 'zod';
import { type TrackInput, trackInput } from '../input/document.js';
import { type ShipmentTrack, shipmentTrackSchema } from '../native/shipment.js';
import { type Api, act, at, type MagentoCall, type Raw, written } from './api.js';
import { createDocumentComments, type DocumentComments } from './document-comments.js';
import type { Lists } from './lists.js';

type Id = string | number;

/** Made by `orders.ship`. Their labels are large: leave them out of lists by `fields`. */
export interface ShipmentActions {
  readonly comments: DocumentComments;
  readonly tracks: {
    create(shipmentId: Id, track: TrackInput, call?: MagentoCall): Promise<Raw<ShipmentTrack>>;
    delete(trackId: Id, call?: MagentoCall): Promise<boolean>;
  };
  /** PDF in base64; empty where there is none. */
  label(id: Id, call?: MagentoCall): Promise<string>;
  email(id: Id, call?: MagentoCall): Promise<boolean>;
}

const labelSchema = z.string().nullish();

export function createShipments(api: Api, lists: Lists): Lists['shipments'] & ShipmentActions {
  const check = api.checks('shipments.tracks', shipmentTrackSchema);
  return {
    ...lists.shipments,
    comments: createDocumentComments(api, 'shipments.comments', id => at`V1/shipment/${id}/comments`),
    tracks: {
      create: async (shipmentId, track, call) => {
        const entity = { parent_id: Number(shipmentId), ...checkInput('shipments.tracks.create', trackInput, track) };
        return written(api, check, 'POST', 'V1/shipment/track', { entity }, call);
      },
      delete: (trackId, call) => act(api, 'DELETE', at`V1/shipment/track/${trackId}`, undefined, call),
    },
    label: async (id, call) =>
      (await api.request('GET', at`V1/shipment/${id}/label`, { schema: labelSchema }, call)) ?? '',
    email: (id, call) => act(api, 'POST', at`V1/shipment/${id}/emails`, undefined, call),
  };
}
