import { createHash } from 'node:crypto';
import type { Fetch } from '../../quirks/quirk.js';
import type { Doc } from '../records/fields.js';
import type { Rows } from '../records/rows.js';
import type { News } from '../shop/news.js';
import { webhookSignature } from './signature.js';

/** Seconds until the next attempt, after the first, the second…; then the hook is switched off. */
const waits = [60, 180, 300, 600, 900, 1800, 3600, 7200, 21_600, 50_400, 86_400];

const willRetry = 90_001;
const givenUp = 90_002;

/** One call of one hook, however often it is tried. */
interface Delivery {
  readonly id: string;
  readonly hook: Doc;
  readonly body: string;
  attempts: number;
  /** Milliseconds by the shop's clock. */
  dueAt: number;
}

interface OutboxOptions {
  /** Where it is left out, nothing is sent. */
  readonly deliver: Fetch | undefined;
  readonly hooks: Rows;
  readonly news: News;
  readonly now: () => number;
  readonly storeHash: string;
  readonly storeId: number;
  readonly clientSecret: string;
  /** Told of each call that is made a second time; null where each is made once. */
  readonly twice: (() => void) | null;
}

export interface Outbox {
  /** Sends what is due by the shop's clock, and waits for no answer. */
  sendDue(): void;
  /** Resolves when all that was sent has been answered. */
  settled(): Promise<void>;
}

/** `store/order/*` takes all that happens to orders. */
const listens = (hook: Doc, scope: string): boolean => {
  const wanted = String(hook.scope);
  return wanted === scope || (wanted.endsWith('/*') && scope.startsWith(wanted.slice(0, -1)));
};

/** Hears of everything that happens in the shop, and calls the hooks that wait for it. */
export function createOutbox(options: OutboxOptions): Outbox {
  const { deliver, hooks, news, now, storeHash, storeId, clientSecret, twice } = options;
  const waiting = new Set<Delivery>();
  const sent = new Set<Promise<void>>();
  let messages = 0;

  const requestOf = ({ id, hook, body }: Delivery): Request => {
    const timestamp = Math.floor(now() / 1000);
    return new Request(String(hook.destination), {
      method: 'POST',
      headers: {
        ...(hook.headers as Record<string, string> | null),
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': webhookSignature(clientSecret, id, timestamp, body),
      },
      body,
    });
  };

  const fail = (delivery: Delivery) => {
    const { hook, attempts } = delivery;
    const wait = waits[attempts - 1];
    const exception = (error_code: number, message: string) => {
      if (!String(hook.scope).startsWith('store/hook/'))
        news.tell('hook/deliveryException', { type: 'webhook', id: hook.id, error_code, message });
    };
    if (wait === undefined) {
      hooks.change(hook, { is_active: false });
      exception(givenUp, 'The hook has been switched off: its destination did not answer.');
      return;
    }
    delivery.dueAt = now() + wait * 1000;
    waiting.add(delivery);
    exception(willRetry, 'The destination did not answer; the call will be repeated.');
  };

  /** Whether the destination took it; one that cannot be reached did not. */
  const call = async (delivery: Delivery, to: Fetch): Promise<boolean> => {
    try {
      return (await to(requestOf(delivery))).ok;
    } catch {
      return false;
    }
  };
  const keep = (work: Promise<void>) => {
    const done = work.then(() => {
      sent.delete(done);
    });
    sent.add(done);
  };

  const send = (delivery: Delivery, to: Fetch) => {
    delivery.attempts += 1;
    keep(
      call(delivery, to).then(ok => {
        if (!ok) fail(delivery);
      }),
    );
    if (!twice) return;
    twice();
    keep(call(delivery, to).then(() => {}));
  };

  news.listen((event, data) => {
    if (!deliver) return;
    const scope = `store/${event}`;
    const listening = hooks.all.filter(hook => hook.is_active === true && listens(hook, scope));
    if (listening.length === 0) return;
    const created_at = Math.floor(now() / 1000);
    const hash = createHash('sha1')
      .update(JSON.stringify([scope, data, created_at]))
      .digest('hex');
    const body = JSON.stringify({
      scope,
      store_id: String(storeId),
      data,
      hash,
      created_at,
      producer: `stores/${storeHash}`,
    });
    for (const hook of listening)
      send({ id: `msg_${String(++messages).padStart(12, '0')}`, hook, body, attempts: 0, dueAt: now() }, deliver);
  });

  return {
    sendDue() {
      if (!deliver || waiting.size === 0) return;
      for (const delivery of [...waiting]) {
        if (delivery.dueAt > now()) continue;
        waiting.delete(delivery);
        if (hooks.all.includes(delivery.hook) && delivery.hook.is_active === true) send(delivery, deliver);
      }
    },
    async settled() {
      while (sent.size > 0) await Promise.all(sent);
    },
  };
}
