/**
 * Milliseconds that a Retry-After header asks for, in either form (seconds or a date); null when there is none or it
 * cannot be read. A date is measured against the answer's own Date header, so that our clock being wrong does not matter.
 */
export function retryAfterMs(headers: Headers, now: Date): number | null {
  const text = headers.get('retry-after')?.trim();
  if (!text) return null;
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
  const at = Date.parse(text);
  const sentAt = Date.parse(headers.get('date') ?? '');
  const wait = at - (Number.isNaN(sentAt) ? now.getTime() : sentAt);
  return Number.isNaN(wait) ? null : Math.max(0, wait);
}
