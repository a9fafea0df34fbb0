import type { Change, Host, Storage } from '@cartograph/core';

export interface ChangeWish {
  readonly accepts: (change: Change) => boolean;
  readonly limit: number;
}

export interface ChangePage {
  readonly data: readonly Change[];
  /** All up to here were looked at. */
  readonly next: number;
}

/** How many changes a page looks at, whatever it finds: so its cost has an end. */
const mostLooked = 20_000;

export async function readChanges(
  storage: Storage,
  { accepts, limit }: ChangeWish,
  since: number,
): Promise<ChangePage> {
  const data: Change[] = [];
  let next = since;
  for await (const change of storage.changes({ since, limit: mostLooked })) {
    next = change.sequence;
    if (accepts(change)) data.push(change);
    if (data.length === limit) break;
  }
  return { data, next };
}

/** Another process may write, so the store is asked. */
export const pollMs = 250;

/** As `readChanges`, once there is something, or nothing more to look at after some seconds. */
export async function waitForChanges(
  { storage, host }: { readonly storage: Storage; readonly host: Host },
  wish: ChangeWish,
  since: number,
  seconds: number,
  signal: AbortSignal,
): Promise<ChangePage> {
  const endsAt = host.now().getTime() + seconds * 1000;
  for (let from = since; ; ) {
    const page = await readChanges(storage, wish, from);
    const behind = page.next < (await storage.lastSequence());
    if (page.data.length > 0 || behind || signal.aborted || host.now().getTime() >= endsAt) return page;
    from = page.next;
    await host.sleep(pollMs, signal);
  }
}
