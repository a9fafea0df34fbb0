import type { Storage } from '@cartograph/core';
import { failedEvent } from '../../webhooks/failed.js';
import type { CodatConnection } from '../directory.js';

/** Tells that the shop refused to be linked. */
export function tellFailed(
  storage: Storage,
  { id, stored, connector, created }: CodatConnection,
  reason: string,
  now: Date,
) {
  const fresh = { id, platform: connector.id, createdAt: created, pausedBecause: null, shop: connector.emptyShop };
  const event = failedEvent({ connection: stored ?? fresh, reason, isNew: stored === null }, now);
  return storage.writeEntries({ tell: [event] });
}
