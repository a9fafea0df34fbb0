import { html } from '../../http.js';

/** A limit that a hosting firm or firewall puts in front of the shop; Magento itself has none. */
export interface RequestLimit {
  readonly requests: number;
  readonly windowMs: number;
  /** How the refusal says when to come back. */
  readonly retryAfter?: 'seconds' | 'date' | 'none';
}

/** Counts requests in fixed windows of the shop's clock; gives the refusal for those beyond the limit. */
export function createLimit(limit: RequestLimit | undefined, now: () => number): () => Response | null {
  let window = -1;
  let used = 0;
  return () => {
    if (!limit) return null;
    const current = Math.floor(now() / limit.windowMs);
    used = current === window ? used + 1 : 1;
    window = current;
    if (used <= limit.requests) return null;
    const end = (current + 1) * limit.windowMs;
    const style = limit.retryAfter ?? 'seconds';
    const header =
      style === 'seconds'
        ? String(Math.ceil((end - now()) / 1000))
        : new Date(Math.ceil(end / 1000) * 1000).toUTCString();
    return html(
      '<html><head><title>429 Too Many Requests</title></head><body><h1>Too Many Requests</h1></body></html>',
      429,
      style === 'none' ? {} : { 'retry-after': header },
    );
  };
}
