import { createHmac } from 'node:crypto';

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const signatureOf = (text: string, secret: string): string =>
  createHmac('sha256', secret).update(text).digest('base64url');

/** A token in HS256; the secret's own bytes are the key. */
export function signJwt(claims: Readonly<Record<string, unknown>>, secret: string): string {
  const text = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded(claims)}`;
  return `${text}.${signatureOf(text, secret)}`;
}

/** The claims of a token that the secret has signed, or null. */
export function readJwt(token: string, secret: string): Readonly<Record<string, unknown>> | null {
  const [header = '', claims = '', signature] = token.split('.');
  if (signature !== signatureOf(`${header}.${claims}`, secret)) return null;
  try {
    const { alg } = JSON.parse(Buffer.from(header, 'base64url').toString());
    return alg === 'HS256' ? JSON.parse(Buffer.from(claims, 'base64url').toString()) : null;
  } catch {
    return null;
  }
}
