import { isoInstant, localInstant } from '@cartograph/connector-kit';
import type { Instant } from '@cartograph/core';

const offset = /(?:Z|[+-]\d{2}:?\d{2})$/;

/** `YYYY-MM-DD hh:mm:ss`, in UTC unless told: Magento does not say so. Some modules write ISO 8601 with an offset. */
export const instant = (value: unknown, zone?: string): Instant | null =>
  typeof value === 'string' && value.includes('T') && offset.test(value)
    ? isoInstant(value)
    : localInstant(value, zone);

/** Of an attribute, which modules and imports fill as they like: null for a day in some local form (`01/12/2025`). */
export const attributeInstant = (value: string | null, zone: string): Instant | null =>
  value !== null && /^-?\d{4}-\d\d-\d\d/.test(value) ? instant(value, zone) : null;
