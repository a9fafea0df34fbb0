/** As the fetch standard reads text: a byte order mark is dropped, bytes that are no UTF-8 become U+FFFD. */
const utf8 = new TextDecoder();

export type Body =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'text'; readonly text: string; readonly truncated: boolean };

export const textOf = (bytes: ArrayBuffer): string => utf8.decode(bytes);

/** A page for people. The content type is not asked: platforms mislabel JSON, and firewalls label their pages as anything. */
export const isPage = (text: string): boolean => /^\s*</.test(text);

export function readBody(bytes: ArrayBuffer): Body {
  if (bytes.byteLength === 0) return { kind: 'json', value: null };
  const text = textOf(bytes);
  try {
    return { kind: 'json', value: JSON.parse(text) };
  } catch {
    return { kind: 'text', text, truncated: /^\s*[[{"]/.test(text) };
  }
}
