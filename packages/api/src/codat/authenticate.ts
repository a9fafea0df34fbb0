import type { ApiKey, Storage } from '@cartograph/core';
import { covers, opens, readToken } from '../auth/key.js';
import type { createLimiter } from '../auth/limiter.js';
import type { CodatRoute } from './call.js';
import { CodatError } from './error.js';

/** The key that a request carries: `Basic` and the key in base64, with or without the colon that others put there. */
export async function authenticate(storage: Pick<Storage, 'apiKey'>, request: Request): Promise<ApiKey> {
  const token = readToken(keyOf(request.headers.get('authorization')));
  const key = token && (await storage.apiKey(token.id));
  if (token && key && opens(token, key)) return key;
  throw new CodatError(401, 'Unauthorized');
}

function keyOf(authorization: string | null): string | null {
  const [, encoded] = /^basic +(\S+)$/i.exec(authorization?.trim() ?? '') ?? [];
  if (encoded === undefined) return authorization;
  return Buffer.from(encoded, 'base64').toString().replace(/^:|:$/g, '');
}

export function permit(key: ApiKey, { scope, ofAll }: Pick<CodatRoute, 'scope' | 'ofAll'>): void {
  if (!covers(key.scope, scope) || (ofAll === true && key.connections !== null))
    throw new CodatError(403, 'You are using an outdated API key or a key not associated with that resource.');
}

/** Headers that tell how much the key may still ask. Throws a CodatError when that is nothing. */
export function charge(limiter: ReturnType<typeof createLimiter>, key: ApiKey, now: Date): Record<string, string> {
  const { allowed, limit, remaining, retryAfterSeconds } = limiter(key.id, key.requestsPerMinute, now.getTime());
  const headers = {
    'x-rate-limit-limit': String(limit),
    'x-rate-limit-remaining': String(remaining),
    'x-rate-limit-reset': new Date(now.getTime() + retryAfterSeconds * 1000).toISOString(),
  };
  if (allowed) return headers;
  throw new CodatError(
    429,
    'You have made too many requests in a given amount of time; please retry later.',
    'PublicApi',
    { ...headers, 'retry-after': String(retryAfterSeconds) },
  );
}
