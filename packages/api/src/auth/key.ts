import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { ApiKey } from '@cartograph/core';

export type Scope = ApiKey['scope'];

/** Each may do what the ones before it may. */
export const scopes = ['read', 'write', 'admin'] as const satisfies readonly Scope[];

export const covers = (has: Scope, needed: Scope): boolean => scopes.indexOf(has) >= scopes.indexOf(needed);

export type KeyWish = Pick<ApiKey, 'name' | 'scope' | 'connections' | 'requestsPerMinute' | 'createdAt'>;

const prefix = 'cg';
const tokenPattern = /^cg_([0-9a-f]{16})_([\w-]{43})$/;

/** A new key, and its token, which is shown once and never stored: only a hash of it is. */
export function createApiKey(wish: KeyWish): { readonly key: ApiKey; readonly token: string } {
  const id = randomBytes(8).toString('hex');
  const secret = randomBytes(32).toString('base64url');
  return {
    key: { id, ...wish, hash: hashOf(secret).toString('hex'), revokedAt: null },
    token: `${prefix}_${id}_${secret}`,
  };
}

export interface Token {
  readonly id: string;
  readonly secret: string;
}

/** Null where the header holds no token. */
export function readToken(authorization: string | null): Token | null {
  const [, id, secret] = tokenPattern.exec(authorization?.replace(/^bearer +/i, '') ?? '') ?? [];
  return id === undefined || secret === undefined ? null : { id, secret };
}

/** Takes as long for a wrong secret as for a right one. Random bits need no slow hash: nobody can try them all. */
export const opens = ({ secret }: Token, key: ApiKey): boolean =>
  timingSafeEqual(hashOf(secret), Buffer.from(key.hash, 'hex')) && key.revokedAt === null;

const hashOf = (secret: string): Buffer => hash('sha256', secret, 'buffer');
