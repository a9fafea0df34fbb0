import { randomUUID } from 'node:crypto';
import { again } from './again.js';
import { attempt } from './attempt.js';
import { attempted, type Delivery, deliveryAt, logEntry, readLog } from './delivery.js';
import type { Position } from './position.js';
import type { WebhookServices } from './services.js';
import { signed } from './signed.js';
import { type DeliveryState, newState, readState, stateEntry, stateName } from './state.js';

/** What is looked at and sent because somebody asks for it, whether or not the consumer is disabled. */
export interface ByHand {
  /** How far the consumer was told; null where it never was. */
  state(id: string): Promise<DeliveryState | null>;
  /** The newest first. */
  log(id: string): Promise<readonly Delivery[]>;
  /** It is told again what comes after the position, or is not told what comes before it. */
  replay(id: string, position: Position): Promise<void>;
  /** Before the oldest message of the log that failed; null where none did. */
  beforeFailed(id: string): Promise<Position | null>;
  /** Sends a message of the log again, once and at once. Null where it is not in the log. */
  resend(id: string, messageId: string): Promise<Delivery | null>;
  /**
   * Sends a message that tells nothing, once and at once; where it is taken, what waits is sent as well. Null where there is no
   * such consumer.
   */
  test(id: string): Promise<Delivery | null>;
}

export function createByHand(services: WebhookServices): ByHand {
  const { storage, host, formats } = services;

  const known = async (id: string) => {
    const found = await readState(storage, id);
    return found ?? { state: await newState(storage), entry: { ...stateName(id), body: null } };
  };
  const logged = async (id: string, messageId: string) =>
    (await readLog(storage, id)).find(({ delivery }) => delivery.id === messageId);

  return {
    state: async id => (await readState(storage, id))?.state ?? null,
    log: async id => (await readLog(storage, id)).map(({ delivery }) => delivery),
    replay: (id, position) =>
      again(async () => {
        const { state, entry } = await known(id);
        const next = { ...state, position, head: null, failing: null };
        const head = state.head && (await deliveryAt(storage, id, state.head.place));
        const put = [stateEntry(id, next)];
        if (state.head && head)
          put.push(logEntry(id, state.head.place, { ...head, status: 'dropped', nextAttemptAt: null }));
        await storage.writeEntries({ expect: [entry], put });
      }),
    async beforeFailed(id) {
      const failed = (await readLog(storage, id)).filter(({ delivery }) => delivery.status === 'failed');
      return failed.flatMap(({ delivery }) => delivery.position ?? []).at(-1) ?? null;
    },
    async resend(id, messageId) {
      const consumer = await signed(services, id);
      const message = await logged(id, messageId);
      if (!consumer || !message) return null;
      const made = await attempt(services, consumer, message.delivery, host.signal);
      return again(async () => {
        const found = await logged(id, messageId);
        const delivery = resent(found?.delivery ?? message.delivery, made);
        const { entry } = found ?? message;
        if (found) await storage.writeEntries({ expect: [entry], put: [{ ...entry, body: JSON.stringify(delivery) }] });
        return delivery;
      });
    },
    async test(id) {
      const consumer = await signed(services, id);
      const format = consumer && formats[consumer.format];
      if (!consumer || !format) return null;
      const [messageId, madeAt] = [randomUUID(), host.now().toISOString()];
      const draft = format.ofTest(madeAt);
      const message = { id: messageId, type: draft.type, body: JSON.stringify(draft.body(messageId)) };
      const made = await attempt(services, consumer, message, host.signal);
      const delivery: Delivery = {
        ...{ ...message, madeAt, position: null, nextAttemptAt: null, attempts: [made] },
        status: made.error === null ? 'delivered' : 'failed',
      };
      await again(async () => {
        const { state, entry } = await known(id);
        const head = state.head && made.error === null ? { ...state.head, dueAt: madeAt } : state.head;
        const next = { ...state, head, made: state.made + 1 };
        await storage.writeEntries({
          expect: [entry],
          put: [logEntry(id, state.made, delivery), stateEntry(id, next)],
        });
      });
      return delivery;
    },
  };
}

/** A message whose turn it is stays so. */
const resent = (delivery: Delivery, made: Parameters<typeof attempted>[1]): Delivery => {
  const isOver = made.error === null && delivery.status !== 'pending';
  return attempted(delivery, made, { ...delivery, status: isOver ? 'delivered' : delivery.status });
};
