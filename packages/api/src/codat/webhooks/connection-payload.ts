import type { ConnectionNote, StoreEvent } from '@cartograph/core';
import type { FailedNote } from '../../webhooks/failed.js';
import { type CodatConnection, type Link, type LinkEventType, statusOf, toLink } from '../directory.js';
import { errorOf, infoOf, shapeOf } from '../shapes.js';
import { type PayloadWorld, referenceOf } from './world.js';

/** What happens to a connection before it is authorized, in Codat's words. */
const linkTypes: Readonly<Record<LinkEventType, string>> = {
  'link.created': 'connection.created',
  'link.deleted': 'connection.deleted',
};

interface Told {
  readonly type: string;
  readonly payload: object;
}

/** Null for what Codat does not tell: a connection that a client made was created before storage knew of it. */
export function connectionPayload(world: PayloadWorld, event: StoreEvent): Told | null {
  const { type, connectionId } = event;
  if (connectionId === null) return null;
  if (type in linkTypes) return told(world, event, linkTypes[type as LinkEventType], null);
  if (!type.startsWith('connection.')) return null;
  const note = event.data as ConnectionNote & Partial<FailedNote>;
  if (type === 'connection.created' && world.book.link(connectionId) !== null) return null;
  return told(world, event, type, note.isNew === true ? null : note, note.reason);
}

/** Null where no connector knows the platform any more. */
function told(
  { connectors, origin, book }: PayloadWorld,
  { connectionId, at, data }: StoreEvent,
  type: string,
  note: ConnectionNote | null,
  failure = note?.pausedBecause ?? null,
): Told | null {
  const id = connectionId ?? '';
  const { platform } = data as ConnectionNote | Link;
  const connector = connectors.find(one => one.id === platform);
  if (!connector) return null;
  const createdAt = note?.createdAt ?? (data as Link).created ?? (data as ConnectionNote).createdAt;
  const link = book.link(id) ?? toLink({ id, platform, createdAt });
  const status: CodatConnection['status'] = statusOf(note);
  const isBroken = type === 'connection.failed' || status === 'Deauthorized';
  const connection = {
    ...shapeOf({ ...link, connector, status }, origin),
    dataConnectionErrors: failure !== null && isBroken ? [errorOf(failure, at)] : [],
    connectionInfo: infoOf(note && { id, shop: note.shop }),
  };
  return { type, payload: { referenceCompany: referenceOf(book.company(id), origin), connection } };
}
