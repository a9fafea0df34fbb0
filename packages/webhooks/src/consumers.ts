import { randomUUID } from 'node:crypto';
import { again } from './again.js';
import { type Consumer, type ConsumerWish, findConsumer, newConsumer, readConsumers, toEntry } from './consumer.js';
import { readLog } from './delivery.js';
import { rotate, textOf } from './secret.js';
import type { WebhookServices } from './services.js';
import { newState, readState, stateEntry, stateName } from './state.js';

/** A consumer, and its secret where it is shown: null where it was before. */
export interface Shown<Text = string> {
  readonly consumer: Consumer;
  readonly secret: Text;
}

/** Who is told. What is asked of one that is not there is answered with null. */
export interface Consumers {
  list(): Promise<readonly Consumer[]>;
  find(id: string): Promise<Consumer | null>;
  /** It is told what happens from now on. `shown`: whether the caller shows the secret to somebody. */
  create(format: string, wish: ConsumerWish, shown: boolean): Promise<Shown>;
  /** One that is enabled again, or elsewhere now, goes on where it stopped, at once. */
  change(id: string, changes: Partial<ConsumerWish>): Promise<Consumer | null>;
  /** False where there is none. */
  remove(id: string): Promise<boolean>;
  showSecret(id: string): Promise<Shown<string | null> | null>;
  /** Another secret; the one before signs too until `previousUntil`. */
  rotateSecret(id: string, previousUntil: Date | null): Promise<Shown | null>;
}

export function createConsumers({ storage, host, vault, formats }: WebhookServices): Consumers {
  const names = Object.keys(formats);

  /** Changes it as it is now, whoever else does. */
  const changed = <Text>(id: string, change: (consumer: Consumer) => Shown<Text>): Promise<Shown<Text> | null> =>
    again(async () => {
      const known = await findConsumer(storage, names, id);
      if (known === null) return null;
      const shown = change(known.consumer);
      await storage.writeEntries({ expect: [known.entry], put: [toEntry(shown.consumer)] });
      return shown;
    });

  function withSecret(consumer: Consumer, shown: boolean, previousUntil: Date | null = null): Shown {
    const { secret, text } = rotate(vault, consumer, { now: host.now(), previousUntil, shown });
    return { consumer: { ...consumer, secret }, secret: text };
  }

  async function goOn(id: string): Promise<void> {
    await again(async () => {
      const known = await readState(storage, id);
      if (known === null) return;
      const { head } = known.state;
      const now = host.now().toISOString();
      const state = { ...known.state, failing: null, head: head && { ...head, dueAt: now, failures: 0 } };
      await storage.writeEntries({ expect: [known.entry], put: [stateEntry(id, state)] });
    });
  }

  return {
    list: () => readConsumers(storage, names),
    find: async id => (await findConsumer(storage, names, id))?.consumer ?? null,
    async create(format, wish, shown) {
      const made = withSecret(newConsumer(randomUUID(), format, wish, host.now().toISOString()), shown);
      const { consumer } = made;
      await storage.writeEntries({ put: [toEntry(consumer), stateEntry(consumer.id, await newState(storage))] });
      return made;
    },
    async change(id, changes) {
      if (changes.disabled === false || changes.url !== undefined) await goOn(id);
      const decided = changes.disabled === undefined ? {} : { disabledBecause: null };
      const done = await changed(id, consumer => ({ consumer: { ...consumer, ...changes, ...decided }, secret: null }));
      return done?.consumer ?? null;
    },
    remove: id =>
      again(async () => {
        const known = await findConsumer(storage, names, id);
        if (known === null) return false;
        const state = await readState(storage, id);
        const log = await readLog(storage, id);
        // Whoever is sending writes the state and the log together.
        await storage.writeEntries({
          expect: [state?.entry ?? { ...stateName(id), body: null }],
          remove: [known.entry, stateName(id), ...log.map(({ entry }) => entry)],
        });
        return true;
      }),
    showSecret: id =>
      changed<string | null>(id, consumer => {
        const { secret } = consumer;
        if (secret === null) return withSecret(consumer, true);
        const text = secret.shown ? null : textOf(vault, id, secret);
        return { consumer: { ...consumer, secret: { ...secret, shown: true } }, secret: text };
      }),
    rotateSecret: (id, previousUntil) => changed(id, consumer => withSecret(consumer, true, previousUntil)),
  };
}
