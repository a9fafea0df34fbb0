import type { Fetch } from '../quirks/quirk.js';
import { type Seeded, uuid } from './seeded.js';
import type { EventAlias, Tell } from './shop/events.js';

export interface Webhook {
  readonly publicId: string;
  callbackUrl: string;
  events: readonly EventAlias[];
  isEnabled: boolean;
  readonly createdAt: number;
  updatedAt: number;
}

/** One thing that one webhook is told of, however often it is tried. */
export interface Callback {
  readonly id: number;
  readonly webhook: Webhook;
  readonly url: string;
  readonly event: EventAlias;
  /** JSON text. */
  readonly payload: string;
  readonly createdAt: number;
  status: 'success' | 'fail' | 'inprogress' | 'queueing_failed';
  lastCallAt: number | null;
  attempts: number;
  /** When it is tried next; null when it is not. */
  dueAt: number | null;
}

export interface Webhooks {
  readonly hooks: readonly Webhook[];
  readonly callbacks: readonly Callback[];
  readonly tell: Tell;
  add(callbackUrl: string, events: readonly EventAlias[]): Webhook;
  /** Nothing that still waits for it is tried again. */
  remove(webhook: Webhook): void;
  /** Sends at once, whenever it was due. */
  retry(callback: Callback): void;
  /** Sends what is due by the shop's clock, and waits for no answer. */
  sendDue(): void;
  /** Resolves when all that was sent has been answered. */
  settled(): Promise<void>;
}

interface Options {
  /** Where it is left out, nothing can be sent. */
  readonly deliver: Fetch | undefined;
  readonly now: () => number;
  readonly seeded: Seeded;
  /** Told of each call that is made a second time; null where each is made once. */
  readonly twice: (() => void) | null;
}

const minuteMs = 60_000;
/** Minutes until the next attempt, after the first, the second… */
const waits = [1, 5, 10, 30, 60, 120, 300, 600];
const longestWait = 1440;
const abandonedAfterMs = 30 * 24 * 60 * minuteMs;

const requestOf = ({ url, event, payload }: Callback): Request =>
  new Request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{"event":${JSON.stringify(event)},"payload":${payload}}`,
  });

export function createWebhooks({ deliver, now, seeded, twice }: Options): Webhooks {
  const hooks: Webhook[] = [];
  const callbacks: Callback[] = [];
  const waiting = new Set<Callback>();
  const underWay = new Set<Promise<void>>();
  let [lastHook, lastCallback] = [0, 0];

  const drop = (callback: Callback) => {
    waiting.delete(callback);
    callbacks.splice(callbacks.indexOf(callback), 1);
  };
  const settle = (callback: Callback, succeeded: boolean) => {
    callback.status = succeeded ? 'success' : 'fail';
    if (succeeded || !hooks.includes(callback.webhook)) return;
    if (now() - callback.createdAt > abandonedAfterMs) return drop(callback);
    callback.dueAt = now() + (waits[callback.attempts - 1] ?? longestWait) * minuteMs;
    waiting.add(callback);
  };
  /** Only 200 is success. */
  const call = async (send: Fetch, callback: Callback): Promise<boolean> => {
    const answer = await send(requestOf(callback)).catch(() => null);
    return answer?.status === 200;
  };
  const send = (callback: Callback) => {
    waiting.delete(callback);
    callback.dueAt = null;
    if (!deliver) {
      callback.status = 'queueing_failed';
      return;
    }
    callback.status = 'inprogress';
    callback.lastCallAt = now();
    callback.attempts += 1;
    const calls = [call(deliver, callback)];
    if (twice) {
      twice();
      calls.push(call(deliver, callback));
    }
    const answered = Promise.all(calls).then(succeeded => {
      settle(callback, succeeded.includes(true));
      underWay.delete(answered);
    });
    underWay.add(answered);
  };

  return {
    hooks,
    callbacks,
    tell: (event, payload) => {
      for (const webhook of hooks) {
        if (!webhook.isEnabled || !webhook.events.includes(event)) continue;
        lastCallback += 1;
        const callback: Callback = {
          id: lastCallback,
          webhook,
          url: webhook.callbackUrl,
          event,
          payload: JSON.stringify(payload),
          createdAt: now(),
          status: 'inprogress',
          lastCallAt: null,
          attempts: 0,
          dueAt: now(),
        };
        callbacks.push(callback);
        waiting.add(callback);
      }
    },
    add: (callbackUrl, events) => {
      lastHook += 1;
      const publicId = uuid(seeded('token', -100 - lastHook));
      const webhook = { publicId, callbackUrl, events, isEnabled: true, createdAt: now(), updatedAt: now() };
      hooks.push(webhook);
      return webhook;
    },
    remove: webhook => {
      hooks.splice(hooks.indexOf(webhook), 1);
      for (const callback of [...waiting]) if (callback.webhook === webhook) waiting.delete(callback);
    },
    retry: send,
    sendDue: () => {
      for (const callback of [...waiting]) {
        if (callback.dueAt !== null && callback.dueAt <= now()) send(callback);
      }
    },
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
