import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { AppCredentials } from './signed-payload-jwt.js';

export interface CustomerLogin extends AppCredentials {
  readonly storeHash: string;
  readonly customerId: number;
  readonly channelId: number;
  /** Path of the storefront to go to afterwards. */
  readonly redirectTo?: string;
  /** Only a browser at this address may use it. */
  readonly requestIp?: string;
  /** Accepted for thirty seconds from here: best the platform's own time, `client.store.time()`. Now unless told. */
  readonly issuedAt?: Date;
}

/** Logs a customer in at the storefront, once. The app's account needs the scope `store_v2_customers_login`. */
export function createCustomerLoginToken(login: CustomerLogin): Promise<string> {
  const issuedAt = Math.floor((login.issuedAt ?? new Date()).getTime() / 1000);
  const claims = {
    operation: 'customer_login',
    store_hash: login.storeHash,
    customer_id: login.customerId,
    channel_id: login.channelId,
    ...(login.redirectTo !== undefined && { redirect_to: login.redirectTo }),
    ...(login.requestIp !== undefined && { request_ip: login.requestIp }),
  };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(login.clientId)
    .setIssuedAt(issuedAt)
    .setJti(randomUUID())
    .sign(new TextEncoder().encode(login.clientSecret));
}

/** Where to send the customer's browser. `secureUrl` is the store's `secure_url`. */
export const customerLoginUrl = (secureUrl: string, token: string): string =>
  `${secureUrl.replace(/\/+$/, '')}/login/token/${token}`;
