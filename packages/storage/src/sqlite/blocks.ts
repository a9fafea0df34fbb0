import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Database } from 'better-sqlite3';

/** Where a body is: in which block, and at which bytes of it once it is inflated. */
export interface Place {
  readonly block: number;
  readonly start: number;
  readonly length: number;
}

/** Some thirty orders: more saves little, and whoever reads one body inflates its whole block. */
const fullBytes = 256 * 1024;

/** Level 2 leaves an eighth of an order, in a third of the time that the default takes to leave a tenth. */
const level = 2;

export interface Blocks {
  /** Takes a body into the block that is being filled. */
  put(connectionId: string, body: Buffer): Place;
  /** The body is no longer wanted; a block goes with its last one. */
  drop(block: number): void;
  /** Writes what is being filled: to be called before the transaction ends. */
  flush(): void;
  /** Forgets what is being filled: the transaction was undone. */
  reset(): void;
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
  let filling: { key: number; connectionId: string; bodies: Buffer[]; bytes: number } | null = null;

  function flush(): void {
    if (filling === null) return;
    const { key, connectionId, bodies } = filling;
    filling = null;
    add.run(key, connectionId, bodies.length, deflateRawSync(Buffer.concat(bodies), { level }));
  }

  return {
    put(connectionId, body) {
      if (filling !== null && (filling.bytes >= fullBytes || filling.connectionId !== connectionId)) flush();
      filling ??= { key: (last.get() ?? 0) + 1, connectionId, bodies: [], bytes: 0 };
      const place = { block: filling.key, start: filling.bytes, length: body.length };
      filling.bodies.push(body);
      filling.bytes += body.length;
      return place;
    },
    drop(block) {
      if (block === filling?.key) flush();
      if (remove.run(block).changes === 0) release.run(block);
    },
    flush,
    reset() {
      filling = null;
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
