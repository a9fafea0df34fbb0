/** V2 writes instants as RFC 2822 in UTC: `Tue, 20 Nov 2012 00:00:00 +0000`. */
export const rfc2822 = (instant: number): string => new Date(instant).toUTCString().replace('GMT', '+0000');

/** V3 mostly writes whole seconds with an offset: `2026-01-31T10:00:00+00:00`. */
export const isoOffset = (instant: number): string => `${new Date(instant).toISOString().slice(0, 19)}+00:00`;

/** Some V3 resources write `Z` instead. */
export const isoZulu = (instant: number): string => `${new Date(instant).toISOString().slice(0, 19)}Z`;

/** Customer groups write a zone-less UTC time: `2025-07-01 09:30:00`. */
export const bareTime = (instant: number): string => new Date(instant).toISOString().slice(0, 19).replace('T', ' ');

const isoDate = /^\d{4}-\d{2}-\d{2}$/;
const isoTime = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;
const mailTime = /^([A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}(:\d{2})? ([+-]\d{4}|GMT|UTC)$/;

/**
 * The instant that a filter names, or undefined. An unencoded `+` of an offset arrives as a space, and the date is
 * then as unreadable here as it is on the platform.
 */
export function parseDate(text: string): number | undefined {
  if (isoDate.test(text)) return Date.parse(`${text}T00:00:00Z`);
  if (mailTime.test(text)) return Date.parse(text);
  if (!isoTime.test(text)) return undefined;
  const zoned = /(Z|[+-]\d{2}:?\d{2})$/.test(text.slice(10)) ? text : `${text}Z`;
  const instant = Date.parse(zoned.replace(' ', 'T').replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(instant) ? undefined : instant;
}

export const isBareDate = (text: string): boolean => isoDate.test(text);
