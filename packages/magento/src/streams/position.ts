import { isLoose } from '@cartograph/connector-kit';
import { RequestError } from '@cartograph/core';

/** The columns by which a feed is read: the platform's time of a record, and its id among those of the same second. */
export interface Sequence {
  readonly time: 'updated_at' | 'created_at';
  readonly id: 'entity_id' | 'transaction_id';
}

export const byChange: Sequence = { time: 'updated_at', id: 'entity_id' };

/** The place of a record in the order of its feed: second, then id. */
export interface Position {
  /** `YYYY-MM-DD hh:mm:ss`, UTC. */
  readonly at: string;
  readonly id: number;
}

const pattern = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\|(\d+)$/;

export const formatPosition = ({ at, id }: Position): string => `${at}|${id}`;

export function parsePosition(token: string): Position {
  const [, at, id] = pattern.exec(token) ?? [];
  if (at === undefined) throw new RequestError('Magento: this is no place to resume from; read from the start');
  return { at, id: Number(id) };
}

/** Null for a record that does not say. Some records have their `entity_id` under `id`. */
export function positionOf(item: unknown, sequence: Sequence): Position | null {
  if (!isLoose(item)) return null;
  const token = `${item[sequence.time]}|${item[sequence.id] ?? item.id}`;
  return pattern.test(token) ? parsePosition(token) : null;
}

export const isAfter = (position: Position, after: Position): boolean =>
  position.at > after.at || (position.at === after.at && position.id > after.id);
