import { createHash, createHmac, randomUUID } from 'node:crypto';

export const algorithm = 'HMAC-SHA256';
const algorithmHeader = 'X-Signature-Algorithm';

/** The header by which a call asks to be signed; it goes out with the signature. */
export const signed: Readonly<Record<string, string>> = { [algorithmHeader]: algorithm };

export interface Signable {
  readonly method: string;
  /** Absolute path, with `?` and the query as it is sent where there is one. */
  readonly target: string;
  /** Seconds since 1970. */
  readonly timestamp: string;
  /** At most 40 characters, never used before. */
  readonly nonce: string;
  readonly body: Uint8Array;
}

/** Lower-case hex, over four lines without a last line break. */
export function signatureOf({ method, target, timestamp, nonce, body }: Signable, secret: string): string {
  const bodyHash = body.length === 0 ? '' : createHash('sha256').update(body).digest('hex');
  const lines = [
    `${method.toUpperCase()} ${target}`,
    `timestamp=${timestamp}`,
    `nonce=${nonce}`,
    `body_hash=${bodyHash}`,
  ];
  return createHmac('sha256', secret).update(lines.join('\n')).digest('hex');
}

/** Signs a request that asks for it, each time with a new nonce; leaves others as they are. */
export async function signRequest(request: Request, secret: string, now: () => Date): Promise<Request> {
  if (request.headers.get(algorithmHeader) !== algorithm) return request;
  const { pathname, search } = new URL(request.url);
  const timestamp = String(Math.floor(now().getTime() / 1000));
  const nonce = randomUUID();
  const body = new Uint8Array(await request.clone().arrayBuffer());
  const signature = signatureOf(
    { method: request.method, target: `${pathname}${search}`, timestamp, nonce, body },
    secret,
  );
  request.headers.set('X-Timestamp', timestamp);
  request.headers.set('X-Nonce', nonce);
  request.headers.set('X-Signature', signature);
  return request;
}
