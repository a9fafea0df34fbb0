import { isoInstant, localInstant, text, usualInstant } from '@cartograph/connector-kit';
import type { Instant } from '@cartograph/core';
import type { IconicShop } from '../shop.js';

const dayEnd = 10;

const isSign = (character: string | undefined): boolean => character === '+' || character === '-';

/** Ends in `Z`, `+10:00` or `+1000`. */
const hasZone = (found: string): boolean =>
  found.endsWith('Z') || (found.length > dayEnd && (isSign(found.at(-6)) || isSign(found.at(-5))));

/** Most dates carry an offset; those of a few older rows do not and are local to the venture. Zero dates are null. */
export const instant = (value: unknown, shop: Pick<IconicShop, 'timeZone'>): Instant | null =>
  (typeof value === 'string' ? usualInstant(value) : null) ?? unusualInstant(value, shop);

function unusualInstant(value: unknown, shop: Pick<IconicShop, 'timeZone'>): Instant | null {
  const found = text(value);
  if (found === null) return null;
  if (!hasZone(found)) return localInstant(found, shop.timeZone ?? 'UTC');
  return isoInstant(found[dayEnd] === ' ' ? `${found.slice(0, dayEnd)}T${found.slice(dayEnd + 1)}` : found);
}
