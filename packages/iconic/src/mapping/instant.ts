import { isoInstant, localInstant, text } from '@cartograph/connector-kit';
import type { Instant } from '@cartograph/core';
import type { IconicShop } from '../shop.js';

const withZone = /:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})$/;

/** Most dates carry an offset; those of a few older rows do not and are local to the venture. Zero dates are null. */
export function instant(value: unknown, shop: Pick<IconicShop, 'timeZone'>): Instant | null {
  const found = text(value);
  if (found === null) return null;
  return withZone.test(found) ? isoInstant(found.replace(' ', 'T')) : localInstant(found, shop.timeZone ?? 'UTC');
}
