import type { Instant, ModelRecord, NativeRecord, PageCommit, ResourceName, SetAside } from '@cartograph/core';

/** A native record with its body as JSON: ready to be written, and cheap to hand to another thread. */
export interface SerializedNative extends Omit<NativeRecord, 'body'> {
  readonly json: string;
}

export interface SerializedRecord {
  readonly resource: ResourceName;
  readonly id: string;
  /** Of payments and refunds. */
  readonly orderId: string | null;
  readonly sourceModifiedAt: Instant | null;
  readonly json: string;
}

export interface SerializedSetAside extends Omit<SetAside, 'native'> {
  readonly native: SerializedNative;
}

export interface SerializedPage extends Omit<PageCommit, 'natives' | 'setAside'> {
  readonly natives: readonly { readonly native: SerializedNative; readonly records: readonly SerializedRecord[] }[];
  readonly setAside: readonly SerializedSetAside[];
}

export const serializePage = (page: PageCommit): SerializedPage => ({
  ...page,
  natives: page.natives.map(({ native, records }) => ({
    native: serializeNative(native),
    records: records.map(serializeRecord),
  })),
  setAside: page.setAside.map(({ native, reason, path }) => ({ native: serializeNative(native), reason, path })),
});

const serializeNative = ({ stream, id, modifiedAt, body }: NativeRecord): SerializedNative => ({
  stream,
  id,
  modifiedAt,
  json: JSON.stringify(body),
});

const serializeRecord = ({ resource, record }: ModelRecord): SerializedRecord => ({
  resource,
  id: record.id,
  orderId: 'orderId' in record ? record.orderId : null,
  sourceModifiedAt: record.sourceModifiedAt,
  json: JSON.stringify(record),
});
