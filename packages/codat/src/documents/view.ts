import { setImmediate } from 'node:timers/promises';
import {
  type Change,
  type Document,
  type DocumentName,
  isCommerceError,
  type Storage,
  type ViewPosition,
} from '@cartograph/core';
import { makeDocument, nameOf } from './make.js';
import { targetsOf } from './targets.js';

/** The view in which storage keeps what Codat's clients ask for; its collections are named as their paths. */
export const codatView = 'codat';

/** To be raised whenever the same records would become other documents: they are made anew then. */
export const projectionVersion = 1;

export interface DocumentKeeper {
  /**
   * Resolves when what was committed before the call is in the documents, or after so many steps, and tells which. Other
   * work is let in between; where another process keeps the same documents, the two share the work. Documents of a later
   * version are left to whoever knows it.
   */
  catchUp(mostSteps?: number): Promise<boolean>;
}

/** Keeps documents of all records: made by the change feed, one for each record that Codat has a place for. */
export function createDocumentKeeper(storage: Storage): DocumentKeeper {
  let step: Promise<void> | null = null;
  return {
    async catchUp(mostSteps = Number.POSITIVE_INFINITY) {
      const target = await storage.lastSequence();
      for (let steps = 0; ; steps++) {
        const position = await storage.viewPosition(codatView);
        if (position !== null && isThere(position, target)) return true;
        if (steps >= mostSteps) return false;
        step ??= moveOn(storage, position).finally(() => {
          step = null;
        });
        await step;
      }
    },
  };
}

const isThere = ({ version, sequence }: ViewPosition, target: number): boolean =>
  version > projectionVersion || (version === projectionVersion && sequence >= target);

/** Changes that are looked at in one step. */
const stepSize = 500;
/** Documents that are written in one transaction. */
const batchSize = 100;

async function moveOn(storage: Storage, position: ViewPosition | null): Promise<void> {
  const since = position?.version === projectionVersion ? position.sequence : 0;
  const changes: Change[] = [];
  for await (const change of storage.changes({ since, limit: stepSize })) changes.push(change);
  const targets = await targetsOf(storage, changes);
  const reached = changes.at(-1)?.sequence ?? since;
  let from = position;
  for (let start = 0; start === 0 || start < targets.length; start += batchSize) {
    const [put, remove]: [Document[], DocumentName[]] = [[], []];
    for (const target of targets.slice(start, start + batchSize)) {
      const document = await makeDocument(storage, target);
      if (document === null) remove.push(nameOf(target));
      else put.push(document);
    }
    // Until the last batch is written the position stays: whoever goes on after a crash makes all of the step again.
    const sequence = start + batchSize < targets.length ? since : reached;
    const to = { version: projectionVersion, sequence };
    try {
      await storage.writeDocuments({ view: codatView, from, to, put, remove });
    } catch (error) {
      if (isCommerceError(error) && error.code === 'conflict') return;
      throw error;
    }
    from = to;
    await setImmediate();
  }
}
