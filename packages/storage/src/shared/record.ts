import type { Instant, ModelRecord } from '@cartograph/core';
import { encode } from './encoding.js';
import type { Writing } from './feed.js';
import { isOlder } from './instants.js';
import type { RecordContent, RowKey, Tables } from './tables.js';

/** Who made the records. */
export interface MadeBy {
  readonly platform: string;
  readonly mapperVersion: number;
}

interface Placed {
  readonly key: RowKey;
  readonly changed: boolean;
}

/**
 * Stores one record that a native record yields. Where another native record owns it, `ownerStands` tells from the
 * platform's own times whose version stands: the newer one, unless told. Who does not own the record claims it, so that it
 * lives as long as anyone yields it. What a new native record yields is mostly new: that is tried first.
 */
export function placeRecord(
  tables: Tables,
  { connectionId, platform, mapperVersion, at, changes }: Writing & MadeBy,
  native: { readonly key: RowKey; readonly isNew?: boolean },
  { resource, record }: ModelRecord,
  ownerStands: (own: Instant | null, owners: Instant | null) => boolean = isOlder,
): Placed {
  const { key: nativeKey, isNew = false } = native;
  const { bytes: body, hash } = encode(record);
  const content: RecordContent = {
    connectionId,
    platform,
    nativeKey,
    orderId: 'orderId' in record ? record.orderId : null,
    sourceModifiedAt: record.sourceModifiedAt,
    body,
    hash,
    syncedAt: at,
    mapperVersion,
  };
  const { id } = record;
  const name = { connectionId, resource, id };
  let stored = isNew ? undefined : tables.findRecord(name);
  if (stored === undefined) {
    const added = tables.addRecord(name, content);
    if (added !== null) {
      changes.push([resource, 'created', id]);
      return { key: added, changed: true };
    }
    stored = tables.findRecord(name);
    if (stored === undefined) throw new TypeError(`${resource} ${id} is neither there nor can be added`);
  }
  const { key } = stored;
  const same = stored.hash === hash && !stored.deleted;
  if (stored.nativeKey !== nativeKey && !stored.deleted) {
    if (same || ownerStands(record.sourceModifiedAt, stored.sourceModifiedAt)) {
      tables.claim(key, nativeKey);
      return { key, changed: false };
    }
    tables.unclaim(key, nativeKey);
    tables.claim(key, stored.nativeKey);
  }
  if (!same) {
    changes.push([resource, stored.deleted ? 'restored' : 'updated', id]);
    tables.changeRecord(key, content);
  } else if (stored.mapperVersion !== mapperVersion) tables.remapRecord(key, mapperVersion);
  return { key, changed: !same };
}
