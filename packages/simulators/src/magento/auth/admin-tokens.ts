import { createHmac } from 'node:crypto';
import { hour, minute } from '../clock.js';
import { refusal } from '../protocol/errors.js';
import { print } from '../protocol/print.js';
import type { Credentials } from './credentials.js';

export interface AdminTokens {
  /** `POST /V1/integration/admin/token`. */
  issue(request: Request): Promise<Response>;
  isValid(token: string): boolean;
}

const lifetime = 4 * hour;
const failuresAllowed = 6;
const lockTime = 30 * minute;

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const wrong = () =>
  refusal(
    401,
    'The account sign-in was incorrect or your account is disabled temporarily. Please wait and try again later.',
  );

/** How many requests a token lasts, and who is told of its death. */
export interface TokenDeath {
  readonly requests: number;
  readonly disturbed: () => void;
}

/** Tokens for admin users, JSON Web Tokens as since 2.4.4. Failed sign-ins lock the user name for half an hour. */
export function createAdminTokens(
  credentials: Credentials,
  now: () => number,
  death: TokenDeath | null = null,
): AdminTokens {
  const expiries = new Map<string, number>();
  const uses = new Map<string, number>();
  const failures = new Map<string, { count: number; lockedUntil: number }>();
  let issued = 0;

  const toToken = (at: number): string => {
    const claims = {
      uid: 1,
      utypid: 2,
      iat: Math.floor(at / 1000),
      exp: Math.floor((at + lifetime) / 1000),
      n: ++issued,
    };
    const content = `${encode({ kid: '1', alg: 'HS256' })}.${encode(claims)}`;
    return `${content}.${createHmac('sha256', credentials.consumerSecret).update(content).digest('base64url')}`;
  };

  return {
    async issue(request) {
      const body: unknown = await request.json().catch(() => null);
      const field = (name: string): string => {
        const value =
          body !== null && typeof body === 'object'
            ? Object.entries(body).find(([key]) => key === name)?.[1]
            : undefined;
        return typeof value === 'string' ? value : '';
      };
      const message = '"%fieldName" is required. Enter and try again.';
      const errors = ['username', 'password']
        .filter(name => field(name) === '')
        .map(fieldName => ({ message, parameters: { fieldName } }));
      if (errors.length > 1) return print({ message: 'One or more input exceptions have occurred.', errors }, 400);
      if (errors[0]) return refusal(400, message, errors[0].parameters);
      const at = now();
      const failed = failures.get(field('username')) ?? { count: 0, lockedUntil: 0 };
      if (at < failed.lockedUntil) return wrong();
      if (field('username') !== credentials.username || field('password') !== credentials.password) {
        const count = failed.count + 1;
        failures.set(
          field('username'),
          count < failuresAllowed ? { count, lockedUntil: 0 } : { count: 0, lockedUntil: at + lockTime },
        );
        return wrong();
      }
      failures.delete(field('username'));
      const token = toToken(at);
      expiries.set(token, at + lifetime);
      return print(token);
    },
    isValid(token) {
      if (now() >= (expiries.get(token) ?? 0)) return false;
      const used = uses.get(token) ?? 0;
      uses.set(token, used + 1);
      if (death === null || used < death.requests) return true;
      death.disturbed();
      return false;
    },
  };
}
