import type { Instant } from '@cartograph/core';

/** Text that sorts as the instants do, whatever the length of their fractions. */
export const sortable = (instant: Instant): string => instant.replace(/(?:\.0*|(\.\d*?)0*)?Z$/, '$1');

/** False where one of the two is unknown. */
export const isOlder = (one: Instant | null, other: Instant | null): boolean =>
  one !== null && other !== null && sortable(one) < sortable(other);
