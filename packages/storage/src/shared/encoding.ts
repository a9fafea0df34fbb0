import { hash } from 'node:crypto';

/** JSON in UTF-8, and what tells it from other content. */
export interface Encoded {
  readonly bytes: Buffer;
  readonly hash: string;
}

/**
 * Two values of the same content but another order of keys differ: a platform's answer and a mapper's record keep theirs.
 * SHA-1 tells versions of one record apart; nothing is trusted because of it. Encoded once, as hashing and binding
 * bytes costs a third of doing so with text.
 */
export function encode(value: unknown): Encoded {
  const json = JSON.stringify(value);
  const bytes = json.length * mostBytesPerUnit > scratch.length ? Buffer.from(json) : writtenOnce(json);
  return { bytes, hash: hash('sha1', bytes, 'base64') };
}

/** A UTF-16 unit takes three bytes at most. */
const mostBytesPerUnit = 3;
const scratch = Buffer.allocUnsafe(1 << 20);

/** Writing where there is room and copying the result is twice as fast as `Buffer.from`, which walks the text to measure it first. */
const writtenOnce = (json: string): Buffer => Buffer.from(scratch.subarray(0, scratch.write(json)));
