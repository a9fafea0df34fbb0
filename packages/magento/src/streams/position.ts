import { isLoose } from '@cartograph/connector-kit';
import { RequestError } from '@cartograph/core';

/** The place of a record in the order of modification: second, then id. */
export interface Position {
  /** `YYYY-MM-DD hh:mm:ss`, UTC. */
  readonly updatedAt: string;
  readonly id: number;
}

const pattern = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\|(\d+)$/;

export const formatPosition = ({ updatedAt, id }: Position): string => `${updatedAt}|${id}`;

export function parsePosition(token: string): Position {
  const [, updatedAt, id] = pattern.exec(token) ?? [];
  if (updatedAt === undefined) throw new RequestError('Magento: this is no place to resume from; read from the start');
  return { updatedAt, id: Number(id) };
}

/** Null for a record that does not say. */
export function positionOf(item: unknown): Position | null {
  if (!isLoose(item)) return null;
  const token = `${item.updated_at}|${item.entity_id ?? item.id}`;
  return pattern.test(token) ? parsePosition(token) : null;
}

export const isAfter = (position: Position, after: Position): boolean =>
  position.updatedAt > after.updatedAt || (position.updatedAt === after.updatedAt && position.id > after.id);
