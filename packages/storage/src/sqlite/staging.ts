import { promisify } from 'node:util';
import { deflateRaw, type ZlibOptions } from 'node:zlib';
import type { PageCommit } from '@cartograph/core';
import { type Encoded, joined } from '../shared/encoding.js';
import type { Tables } from '../shared/tables.js';

/** Some thirty orders: more saves little, and whoever reads one body inflates its whole block. */
export const fullBytes = 256 * 1024;

/**
 * Level 2 leaves an eighth of an order, in a third of the time that the default takes to leave a tenth. The chunk takes
 * what a full block is deflated to: each chunk is a way to the thread and back.
 */
export const deflating = { level: 2, chunkSize: 128 * 1024 } as const;

/** Bodies that were deflated as one before their transaction began. */
export interface StagedBlock {
  readonly bodies: readonly Buffer[];
  readonly deflated: Buffer;
}

/**
 * Deflates the bodies of a page that are not stored yet in the threads that Node keeps for it, while this one reads on. What
 * is stored may change until the transaction begins; that decides, and deflates itself what was not expected.
 */
export function stageBlocks(
  { findNative }: Pick<Tables, 'findNative'>,
  { connectionId, natives }: PageCommit,
  encoded: readonly Encoded[],
): Promise<readonly StagedBlock[]> {
  const bodies = natives.flatMap(({ native: { stream, id } }, position) => {
    const body = encoded[position];
    return body === undefined || findNative({ connectionId, stream, id })?.hash === body.hash ? [] : [body.bytes];
  });
  return Promise.all(
    inBlocks(bodies).map(async block => ({ bodies: block, deflated: await deflate(joined(block), deflating) })),
  );
}

const deflate = promisify<Buffer, ZlibOptions, Buffer>(deflateRaw);

function inBlocks(bodies: readonly Buffer[]): readonly Buffer[][] {
  const found: Buffer[][] = [];
  let bytes = fullBytes;
  for (const body of bodies) {
    if (bytes >= fullBytes) {
      found.push([]);
      bytes = 0;
    }
    found.at(-1)?.push(body);
    bytes += body.length;
  }
  return found;
}
