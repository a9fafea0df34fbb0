import { createHmac, timingSafeEqual } from 'node:crypto';
import { AuthError } from '@cartograph/core';

/** A claim that somebody made in the platform's name and that does not hold. */
export const forged = (what: string, why: string): AuthError =>
  new AuthError(`BigCommerce: ${what} is refused: ${why}`, { connector: 'bigcommerce' });

/** Takes as long for a wrong value as for the right one. */
export function isSame(given: string | Uint8Array, expected: string | Uint8Array): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** HMAC-SHA256 with the secret's own bytes. */
export const sign = (secret: string, content: string | Uint8Array): Buffer =>
  createHmac('sha256', secret).update(content).digest();
