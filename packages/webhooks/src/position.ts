import type { Storage } from '@cartograph/core';

/** Up to where a consumer was told. What comes next is the event after it, or the changes that come before that. */
export interface Position {
  /** Of the change feed. */
  readonly change: number;
  /** Of the event log. */
  readonly event: number;
  /** How many of the messages that the next event becomes are through. */
  readonly part: number;
}

export const present = async (storage: Storage): Promise<Position> => ({
  change: await storage.lastSequence(),
  event: await storage.lastEvent(),
  part: 0,
});

/** Before the change, and the events that came after it; before the first one is before everything. */
export async function beforeChange(storage: Storage, sequence: number): Promise<Position> {
  if (sequence <= 1) return { change: 0, event: 0, part: 0 };
  const event = await lastBefore(await storage.lastEvent(), async number => {
    for await (const { changes } of storage.events({ since: number - 1, limit: 1 })) return changes < sequence;
    return false;
  });
  return { change: Math.min(sequence - 1, await storage.lastSequence()), event, part: 0 };
}

/** Before what happened then or later, by the clocks of those who did it. */
export async function beforeTime(storage: Storage, time: Date): Promise<Position> {
  const isBefore = (at: string) => Date.parse(at) < time.getTime();
  const change = await lastBefore(await storage.lastSequence(), async number => {
    for await (const { at } of storage.changes({ since: number - 1, limit: 1 })) return isBefore(at);
    return false;
  });
  const event = await lastBefore(await storage.lastEvent(), async number => {
    for await (const { at } of storage.events({ since: number - 1, limit: 1 })) return isBefore(at);
    return false;
  });
  return { change, event, part: 0 };
}

/** The last number of which it holds; it holds up to some number, and of none after that. 0 where it holds of none. */
async function lastBefore(last: number, holds: (number: number) => Promise<boolean>): Promise<number> {
  let [low, high] = [0, last];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (await holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
