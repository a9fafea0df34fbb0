import { z } from 'zod';
import { forged, isSame, sign } from './secrets.js';

const person = z.object({ id: z.number(), email: z.string() });

const signedPayloadSchema = z.object({
  user: person,
  /** Of a multi-user app; old payloads lack it. */
  owner: person.nullish(),
  /** `stores/<hash>`; old payloads lack it. */
  context: z.string().nullish(),
  store_hash: z.string(),
  /** Seconds since 1970, with a fraction. */
  timestamp: z.number(),
});

export type SignedPayload = z.infer<typeof signedPayloadSchema>;

/**
 * What the `signed_payload` of a load callback says: the form before `signed_payload_jwt`, for old apps. It does not expire by
 * itself: compare `timestamp` where that matters. Throws an AuthError unless it was signed with this secret.
 */
export function verifySignedPayload(payload: string, clientSecret: string): SignedPayload {
  const [content, signature, ...more] = payload.split('.');
  if (!content || !signature || more.length > 0)
    throw forged('a signed_payload', 'it is not two parts with a dot between');
  const json = Buffer.from(content, 'base64');
  // Inside its base64 the signature is hexadecimal text.
  const given = Buffer.from(signature, 'base64');
  if (!isSame(given, sign(clientSecret, json).toString('hex')))
    throw forged('a signed_payload', 'it was not signed with this client secret');
  const read = signedPayloadSchema.safeParse(parsed(json.toString()));
  if (!read.success) throw forged('a signed_payload', 'it names no user and store');
  return read.data;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
