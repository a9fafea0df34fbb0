import { errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { forged } from './secrets.js';

export interface AppCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

const claimsSchema = z.object({
  sub: z.string().regex(/^stores\/[a-z0-9]+$/),
  iat: z.number(),
  user: z.object({ id: z.number(), email: z.string(), locale: z.string().nullish() }),
  owner: z.object({ id: z.number(), email: z.string() }),
  url: z.string().nullish(),
  channel_id: z.number().nullish(),
  jti: z.string().nullish(),
});

export interface AppLoad {
  readonly storeHash: string;
  readonly user: { readonly id: number; readonly email: string; readonly locale: string | null };
  readonly owner: { readonly id: number; readonly email: string };
  readonly isOwner: boolean;
  /** What of the app to show. */
  readonly url: string;
  readonly channelId: number | null;
  /** Of this load alone. */
  readonly tokenId: string | null;
}

/** Clocks of two machines may differ. */
const leewaySeconds = 60;

/**
 * Who opens the app, or uninstalls it, or is removed from it, as the `signed_payload_jwt` of the callback says. Only HS256 with
 * this app's secret is believed, for this app, from the platform, and not after a day. Throws an AuthError otherwise.
 */
export async function verifySignedPayloadJwt(
  jwt: string,
  { clientId, clientSecret }: AppCredentials,
  now: Date = new Date(),
): Promise<AppLoad> {
  const read = claimsSchema.safeParse(await claimsOf(jwt, clientId, clientSecret, now));
  if (!read.success) throw forged('a signed_payload_jwt', 'it names no user, owner and store');
  const { sub, iat, user, owner, url, channel_id, jti } = read.data;
  if (iat > now.getTime() / 1000 + leewaySeconds) throw forged('a signed_payload_jwt', 'it was issued in the future');
  return {
    storeHash: sub.slice('stores/'.length),
    user: { id: user.id, email: user.email, locale: user.locale ?? null },
    owner,
    isOwner: user.id === owner.id,
    url: url ?? '/',
    channelId: channel_id ?? null,
    tokenId: jti ?? null,
  };
}

async function claimsOf(jwt: string, audience: string, secret: string, currentDate: Date): Promise<unknown> {
  try {
    const { payload } = await jwtVerify(jwt, new TextEncoder().encode(secret), {
      algorithms: ['HS256'],
      audience,
      issuer: 'bc',
      currentDate,
      clockTolerance: leewaySeconds,
      requiredClaims: ['exp'],
    });
    return payload;
  } catch (cause) {
    if (cause instanceof errors.JOSEError) throw forged('a signed_payload_jwt', cause.message);
    throw cause;
  }
}
