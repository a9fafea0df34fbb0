import { decodeUtf8 } from './utf8.js';

export type Body =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'text'; readonly text: string; readonly truncated: boolean };

/** A page for people. The content type is not asked: platforms mislabel JSON, and firewalls label their pages as anything. */
export const isPage = (text: string): boolean => /^\s*</.test(text);

export function readBody(bytes: Uint8Array<ArrayBuffer>): Body {
  if (bytes.byteLength === 0) return { kind: 'json', value: null };
  const text = decodeUtf8(bytes);
  try {
    return { kind: 'json', value: JSON.parse(text) };
  } catch {
    return { kind: 'text', text, truncated: /^\s*[[{"]/.test(text) };
  }
}
