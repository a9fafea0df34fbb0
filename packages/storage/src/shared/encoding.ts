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

const roomBytes = 1 << 20;

/** Writes one after the other into the same memory, so that what lies side by side need not be copied to become one. */
export class Encoder {
  #room = Buffer.alloc(0);
  #used = 0;

  encode(value: unknown): Encoded {
    const json = JSON.stringify(value);
    const mostBytes = json.length * mostBytesPerUnit;
    if (mostBytes > this.#room.length - this.#used) {
      this.#room = Buffer.allocUnsafeSlow(Math.max(mostBytes, roomBytes));
      this.#used = 0;
    }
    const end = this.#used + this.#room.write(json, this.#used);
    const bytes = this.#room.subarray(this.#used, end);
    this.#used = end;
    return { bytes, hash: hash('sha1', bytes, 'base64') };
  }
}

/** In memory where they lie, if they lie side by side; else in a copy. */
export function joined(parts: readonly Buffer[]): Buffer {
  const [first] = parts;
  if (first === undefined) return Buffer.alloc(0);
  let end = first.byteOffset;
  for (const part of parts) {
    if (part.buffer !== first.buffer || part.byteOffset !== end) return Buffer.concat(parts);
    end += part.length;
  }
  return Buffer.from(first.buffer, first.byteOffset, end - first.byteOffset);
}

/** A UTF-16 unit takes three bytes at most. */
const mostBytesPerUnit = 3;
const scratch = Buffer.allocUnsafe(1 << 20);

/** Writing where there is room and copying the result is twice as fast as `Buffer.from`, which walks the text to measure it first. */
const writtenOnce = (json: string): Buffer => Buffer.from(scratch.subarray(0, scratch.write(json)));
