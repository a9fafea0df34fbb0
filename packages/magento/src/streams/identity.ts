import { type Identity, id, isLoose } from '@cartograph/connector-kit';
import { instant } from '../mapping/instant.js';

/** Of a record by the field that holds its id, and the field of its time. */
export function identityOf(record: unknown, key: string, time: 'updated_at' | 'created_at' = 'updated_at'): Identity {
  const body = isLoose(record) ? record : {};
  return { id: id(body[key]), modifiedAt: instant(body[time]) };
}

/** Long transactions commit with the time at which they began. */
export const lagMs = 5 * 60_000;

/** How often what changes less than orders is read. */
export const quarterHourMs = 15 * 60_000;

/** How often the ids are swept of what Magento itself never deletes: only modules do. */
export const weekMs = 7 * 24 * 60 * 60_000;

/** An item of a list as the composite that a stream keeps, unless it is one already: `key` holds the item in it. */
export const wrapped =
  (key: string, rest: object) =>
  (item: unknown): unknown =>
    isLoose(item) && isLoose(item[key]) ? item : { [key]: item, ...rest };
