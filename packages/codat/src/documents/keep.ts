import type { Host } from '@cartograph/core';
import type { DocumentKeeper } from './view.js';

/** Another process may write, so the store is asked. */
const pauseMs = 1000;

/**
 * Keeps the documents up with the store until the signal, so that no request has to wait for those that are to be made.
 * What fails is tried again.
 */
export async function keepDocuments(
  keeper: DocumentKeeper,
  { sleep, logger }: Pick<Host, 'sleep' | 'logger'>,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const isBehind = await keeper.catchUp(1).then(
      there => !there,
      error => {
        logger.warn({ error }, 'documents could not be made');
        return false;
      },
    );
    if (!isBehind) await sleep(pauseMs, signal).catch(() => {});
  }
}
