import type { Activation } from './oauth-exchange.js';

/** Activations between the two requests of a handshake. Several processes share them by a store of their own. */
export interface PendingActivations {
  put(activation: Activation): Promise<void> | void;
  /** Gives it away: a second asker gets null. */
  take(consumerKey: string): Promise<Activation | null> | Activation | null;
}

/** A shop’s activation ends by then. */
const lifeMs = 300_000;
/** Anyone may post: beyond so many the oldest is dropped. */
const most = 1000;

export function createPendingActivations(now: () => Date): PendingActivations {
  const pending = new Map<string, { readonly activation: Activation; readonly at: number }>();
  const drop = (): void => {
    for (const [key, { at }] of pending)
      if (pending.size > most || now().getTime() - at > lifeMs) pending.delete(key);
      else return;
  };
  return {
    put(activation) {
      pending.delete(activation.consumerKey);
      pending.set(activation.consumerKey, { activation, at: now().getTime() });
      drop();
    },
    take(consumerKey) {
      drop();
      const found = pending.get(consumerKey);
      pending.delete(consumerKey);
      return found?.activation ?? null;
    },
  };
}
