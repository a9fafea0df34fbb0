import { type Identity, id, isLoose } from '@cartograph/connector-kit';
import { instant } from '../mapping/instant.js';

/** Of a record by the field that holds its id, and the field of its time. */
export function identityOf(record: unknown, key: string, time: 'updated_at' | 'created_at' = 'updated_at'): Identity {
  const body = isLoose(record) ? record : {};
  return { id: id(body[key]), modifiedAt: instant(body[time]) };
}

/** Long transactions commit with the time at which they began. */
export const lagMs = 5 * 60_000;

/** An item of a list as the composite that a stream keeps, unless it is one already: `key` holds the item in it. */
export const wrapped =
  (key: string, rest: object) =>
  (item: unknown): unknown =>
    isLoose(item) && isLoose(item[key]) ? item : { [key]: item, ...rest };
