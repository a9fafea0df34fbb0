import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import { joined } from '../shared/encoding.js';
import { deflating, fullBytes, type StagedBlock } from './staging.js';

/** Where a body is: in which block, and at which bytes of it once it is inflated. */
export interface Place {
  readonly block: number;
  readonly start: number;
  readonly length: number;
}

export interface Blocks {
  /** Takes a body into the block that it was staged in, or else into the one that is being filled. */
  put(connectionId: string, body: Buffer): Place;
  /** The body is no longer wanted; a block goes with its last one. */
  drop(block: number): void;
  /** Writes what was taken: to be called before the transaction ends. */
  flush(): void;
  /** Forgets what was taken, as a transaction before it may have been undone, and expects these. */
  begin(staged: readonly StagedBlock[]): void;
}

/** Of a block that is not written yet. */
interface Taken {
  readonly key: number;
  readonly connectionId: string;
  readonly deflated: () => Buffer;
  /** How many of its bodies are wanted. */
  live: number;
}

/**
 * Native bodies lie in blocks that are deflated as one: the records of a page share most of their text, so that an order
 * takes an eighth of its JSON, and compressing costs no more than writing the rest would.
 */
export function blocks(database: Database): Blocks {
  const last = database.prepare<[], number>('SELECT coalesce(max(key), 0) FROM native_blocks').pluck();
  const add = database.prepare(
    'INSERT INTO native_blocks (key, connection_id, live, deflated, body) VALUES (?, ?, ?, 1, ?)',
  );
  const remove = database.prepare('DELETE FROM native_blocks WHERE key = ? AND live <= 1');
  const release = database.prepare('UPDATE native_blocks SET live = live - 1 WHERE key = ?');
  const taken = new Map<number, Taken>();
  const staged = new Map<Buffer, { readonly of: StagedBlock; readonly start: number }>();
  const begun = new Map<StagedBlock, Taken>();
  let filling: { readonly block: Taken; readonly bodies: Buffer[]; bytes: number } | null = null;

  function take(connectionId: string, deflated: () => Buffer): Taken {
    const key = Math.max(last.get() ?? 0, ...taken.keys()) + 1;
    const block = { key, connectionId, deflated, live: 0 };
    taken.set(key, block);
    return block;
  }

  function fill(connectionId: string): NonNullable<typeof filling> {
    const bodies: Buffer[] = [];
    filling = { block: take(connectionId, () => deflateRawSync(joined(bodies), deflating)), bodies, bytes: 0 };
    return filling;
  }

  return {
    put(connectionId, body) {
      const { length } = body;
      const known = staged.get(body);
      if (known !== undefined) {
        const block = begun.get(known.of) ?? take(connectionId, () => known.of.deflated);
        begun.set(known.of, block);
        block.live += 1;
        return { block: block.key, start: known.start, length };
      }
      const isFull = filling === null || filling.bytes >= fullBytes || filling.block.connectionId !== connectionId;
      const into = isFull ? fill(connectionId) : (filling as NonNullable<typeof filling>);
      const start = into.bytes;
      into.bodies.push(body);
      into.bytes += length;
      into.block.live += 1;
      return { block: into.block.key, start, length };
    },
    drop(block) {
      const unwritten = taken.get(block);
      if (unwritten !== undefined) unwritten.live -= 1;
      else if (remove.run(block).changes === 0) release.run(block);
    },
    flush() {
      for (const { key, connectionId, live, deflated } of taken.values()) {
        if (live > 0) add.run(key, connectionId, live, deflated());
      }
    },
    begin(blocks) {
      taken.clear();
      begun.clear();
      staged.clear();
      filling = null;
      for (const of of blocks) {
        let start = 0;
        for (const body of of.bodies) {
          staged.set(body, { of, start });
          start += body.length;
        }
      }
    },
  };
}

/** What a block is once it is read. */
export interface BlockRow {
  readonly deflated: number;
  readonly body: Buffer;
}

/** All bodies of the block, one after the other. */
export const inflate = ({ deflated, body }: BlockRow): Buffer => (deflated === 1 ? inflateRawSync(body) : body);
