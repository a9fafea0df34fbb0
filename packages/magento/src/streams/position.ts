import { isLoose } from '@cartograph/connector-kit';
import { RequestError } from '@cartograph/core';
import { instant } from '../mapping/instant.js';

/** The columns by which a feed is read: the platform's time of a record, and its id among those of the same second. */
export interface Sequence {
  readonly time: 'updated_at' | 'created_at';
  readonly id: 'entity_id' | 'transaction_id';
}

export const byChange: Sequence = { time: 'updated_at', id: 'entity_id' };

/** Where a reading stands: all before this second was met, and of the second itself some. */
export interface Position {
  /** `YYYY-MM-DD hh:mm:ss`, UTC. */
  readonly at: string;
  /** Ids of the second that were met; few. */
  readonly met: readonly number[];
  /** In a second that many records share: all up to this id were met as well. Null elsewhere. */
  readonly upTo: number | null;
}

const pattern = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\|([\d,]*)(?:\|(\d+))?$/;

export const formatPosition = ({ at, met, upTo }: Position): string =>
  `${at}|${met.join(',')}${upTo === null ? '' : `|${upTo}`}`;

export function parsePosition(token: string): Position {
  const [, at, met = '', upTo] = pattern.exec(token) ?? [];
  if (at === undefined) throw new RequestError('Magento: this is no place to resume from; read from the start');
  return { at, met: met === '' ? [] : met.split(',').map(Number), upTo: upTo === undefined ? null : Number(upTo) };
}

/** A record's own place. */
export interface Place {
  /** As in `Position`; null where the record does not tell. */
  readonly at: string | null;
  readonly id: number | null;
}

/** Some records have their `entity_id` under `id`. */
export function placeOf(item: unknown, sequence: Sequence): Place {
  if (!isLoose(item)) return { at: null, id: null };
  const id = Number(item[sequence.id] ?? item.id ?? Number.NaN);
  return { at: stampOf(item[sequence.time]), id: Number.isSafeInteger(id) ? id : null };
}

export const toStamp = (time: string): string => time.slice(0, 19).replace('T', ' ');

function stampOf(value: unknown): string | null {
  try {
    const time = instant(value);
    return time === null ? null : toStamp(time);
  } catch {
    return null;
  }
}

/** The second that follows. */
export const secondAfter = (at: string): string =>
  toStamp(new Date(Date.parse(`${at.replace(' ', 'T')}Z`) + 1000).toISOString());
