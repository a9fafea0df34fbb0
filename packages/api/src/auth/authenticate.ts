import type { ApiKey, Storage } from '@cartograph/core';
import { Problem } from '../http/problem.js';
import { covers, opens, readToken, type Scope } from './key.js';
import type { Allowance, createLimiter } from './limiter.js';

/** The key that a request carries. Throws a Problem where there is none, or it does not reach so far. */
export async function authenticate(storage: Pick<Storage, 'apiKey'>, request: Request, needed: Scope): Promise<ApiKey> {
  const token = readToken(request.headers.get('authorization'));
  const key = token && (await storage.apiKey(token.id));
  if (!token || !key || !opens(token, key))
    throw new Problem(
      'unauthorized',
      'Send a key that was not revoked as "Authorization: Bearer cg_…": "cartograph keys create" makes one',
      {},
      { 'www-authenticate': 'Bearer realm="cartograph"' },
    );
  if (!covers(key.scope, needed))
    throw new Problem('forbidden', `This needs a key of the scope "${needed}", and "${key.name}" has "${key.scope}"`);
  return key;
}

/** Headers that tell a client how much it may still ask. Throws a Problem when that is nothing. */
export function charge(
  limiter: ReturnType<typeof createLimiter>,
  key: ApiKey,
  now: Date,
): Readonly<Record<string, string>> {
  const allowance = limiter(key.id, key.requestsPerMinute, now.getTime());
  const headers = headersOf(allowance);
  if (allowance.allowed) return headers;
  throw new Problem(
    'too-many-requests',
    `The key "${key.name}" may ask ${key.requestsPerMinute} times a minute: wait ${allowance.retryAfterSeconds} s`,
    {},
    { ...headers, 'retry-after': String(allowance.retryAfterSeconds) },
  );
}

const headersOf = ({ limit, remaining, retryAfterSeconds }: Allowance): Record<string, string> => ({
  'ratelimit-limit': String(limit),
  'ratelimit-remaining': String(remaining),
  'ratelimit-reset': String(retryAfterSeconds),
});
