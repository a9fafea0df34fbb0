import { again } from './again.js';
import { type Consumer, type ConsumerSecret, findConsumer, toEntry } from './consumer.js';
import { rotate } from './secret.js';
import type { WebhookServices } from './services.js';

export interface Signed extends Consumer {
  readonly secret: ConsumerSecret;
}

/** The consumer, with a secret: one that was made before anything was sent gets its first one now. */
export const signed = (services: WebhookServices, id: string): Promise<Signed | null> =>
  again(async () => {
    const { storage, vault, host, formats } = services;
    const found = await findConsumer(storage, Object.keys(formats), id);
    if (found === null) return null;
    const { consumer, entry } = found;
    if (consumer.secret) return { ...consumer, secret: consumer.secret };
    const { secret } = rotate(vault, consumer, { now: host.now(), previousUntil: null, shown: false });
    await storage.writeEntries({ expect: [entry], put: [toEntry({ ...consumer, secret })] });
    return { ...consumer, secret };
  });
