import { createHash } from 'node:crypto';

/** The same for the same texts, in the form of a version 5 UUID: https://www.rfc-editor.org/rfc/rfc9562#section-5.5 */
export function uuidOf(...texts: readonly string[]): string {
  const bytes = createHash('sha1')
    .update(JSON.stringify(['cartograph', ...texts]))
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
