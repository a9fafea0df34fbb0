import { createHash, createHmac } from 'node:crypto';

interface SignedParts {
  readonly method: string;
  /** The path with its query, percent-encoded as RFC 3986 has it: a space is `%20`. */
  readonly target: string;
  /** UNIX seconds in decimal. */
  readonly timestamp: string;
  readonly nonce: string;
  /** The body as sent; empty when there is none. */
  readonly body: string;
}

/** The lower-case hex HMAC-SHA256 that the platform expects in `X-Signature`. */
export function signatureOf({ method, target, timestamp, nonce, body }: SignedParts, secret: string): string {
  const bodyHash = body === '' ? '' : createHash('sha256').update(body).digest('hex');
  const text = [`${method} ${target}`, `timestamp=${timestamp}`, `nonce=${nonce}`, `body_hash=${bodyHash}`].join('\n');
  return createHmac('sha256', secret).update(text).digest('hex');
}

/** Remembers nonces: one that was used before is refused, on a retry as well. */
export function createSignatureCheck(secret: string): (request: Request, body: string) => boolean {
  const used = new Set<string>();
  return (request, body) => {
    const header = (name: string) => request.headers.get(name) ?? '';
    const url = new URL(request.url);
    const [timestamp, nonce] = [header('x-timestamp'), header('x-nonce')];
    const target = `${url.pathname}${url.search.replaceAll('+', '%20')}`;
    const wellFormed =
      header('x-signature-algorithm') === 'HMAC-SHA256' &&
      /^\d+$/.test(timestamp) &&
      nonce.length > 0 &&
      nonce.length <= 40 &&
      !used.has(nonce);
    const expected = signatureOf({ method: request.method, target, timestamp, nonce, body }, secret);
    if (!wellFormed || header('x-signature') !== expected) return false;
    used.add(nonce);
    return true;
  };
}
