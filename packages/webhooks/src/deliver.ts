import { randomUUID } from 'node:crypto';
import { type Consumer, readConsumers } from './consumer.js';
import { type Position, present } from './position.js';
import type { WebhookServices } from './services.js';
import { type DeliveryState, isClaimedByAnother, readStates } from './state.js';
import { Work } from './work.js';

const graceMs = 2000;
const restMs = 60_000;

/**
 * Tells consumers what happens in the store, each by itself, until the signal: one that is slow or away holds up nobody. What
 * fails is tried again. Another process may write, so the store is asked every so often. At the end a message that is under way
 * is waited for a little, so that it need not be sent again.
 */
export async function deliverWebhooks(services: WebhookServices, signal: AbortSignal, everyMs = 1000): Promise<void> {
  const { host } = services;
  const owner = randomUUID();
  const busy = new Map<string, Promise<void>>();
  /** By consumer, until when it is left alone: what failed once in here fails again. */
  const resting = new Map<string, number>();
  const cutting = new AbortController();
  const begin = (id: string): void => {
    const work = new Work(services, owner, id, { soon: signal, now: cutting.signal })
      .run()
      .catch(error => {
        resting.set(id, host.now().getTime() + restMs);
        host.logger.error({ webhookId: id, error }, 'a webhook consumer could not be told');
      })
      .finally(() => busy.delete(id));
    busy.set(id, work);
  };
  while (!signal.aborted) {
    await due(services, owner).then(
      ids => {
        const nowMs = host.now().getTime();
        for (const id of ids) if (!busy.has(id) && (resting.get(id) ?? 0) <= nowMs) begin(id);
      },
      error => host.logger.warn({ error }, 'webhook consumers could not be read'),
    );
    await host.sleep(everyMs, signal).catch(() => {});
  }
  if (busy.size === 0) return;
  const over = new AbortController();
  const ended = Promise.all(busy.values()).then(() => over.abort());
  await host.sleep(graceMs, over.signal).catch(() => {});
  cutting.abort();
  await ended;
}

/** The consumers for which there may be something to do. */
async function due({ storage, host, formats }: WebhookServices, owner: string): Promise<readonly string[]> {
  const consumers = await readConsumers(storage, Object.keys(formats));
  if (consumers.length === 0) return [];
  const states = await readStates(storage);
  const [end, now] = [await present(storage), host.now()];
  const isDue = ({ id, disabled }: Consumer): boolean => {
    const state = states.get(id);
    if (disabled) return false;
    return state === undefined || (!isClaimedByAnother(state, owner, now) && hasWork(state, end, now));
  };
  return consumers.filter(isDue).map(({ id }) => id);
}

function hasWork({ head, position }: DeliveryState, end: Position, now: Date): boolean {
  if (head !== null) return Date.parse(head.dueAt) <= now.getTime();
  return position.change < end.change || position.event < end.event;
}
