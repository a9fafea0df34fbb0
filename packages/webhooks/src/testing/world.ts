import { type Host, type Storage, silentLogger } from '@cartograph/core';
import { type ByHand, createByHand } from '../by-hand.js';
import { type ConsumerWish, nativeFormat } from '../consumer.js';
import { type Consumers, createConsumers } from '../consumers.js';
import { deliverWebhooks } from '../deliver.js';
import type { Companies } from '../format.js';
import { createNativeFormat } from '../native-format.js';
import type { WebhookServices } from '../services.js';
import { type Clock, createClock } from './clock.js';
import { createEndpoints, type Endpoints, type Received } from './endpoints.js';
import { createStore, type Store } from './store.js';

/** A store, consumers, time, and what delivers between them while it passes. */
export interface World extends Store, Pick<Clock, 'pass'> {
  readonly services: WebhookServices;
  readonly clock: Clock;
  readonly endpoints: Endpoints;
  readonly consumers: Consumers;
  readonly byHand: ByHand;
  /** What was logged, as JSON. */
  readonly log: string[];
  /** The consumer's id; its URL is `https://<name>.test/`. */
  consumer(name: string, wish?: Partial<ConsumerWish>): Promise<string>;
  /** Delivers until the signal, asking the store so often. */
  deliver(signal: AbortSignal, everyMs?: number, storage?: Storage): Promise<void>;
}

export const urlOf = (name: string): string => `https://${name}.test/`;

/** What a native message tells of records: `sequence change id`. */
export const recordsIn = ({ body }: Pick<Received, 'body'>): readonly string[] =>
  (JSON.parse(body).data.records ?? []).map(
    ({ sequence, change, id }: { sequence: number; change: string; id: string }) => `${sequence} ${change} ${id}`,
  );

const aloneCompanies: Companies = { ofConnection: () => null, ofEvent: () => null };

export function createWorld(
  options: { readonly startAt?: Date; readonly companies?: Companies; readonly storage?: Storage } = {},
): World {
  const { startAt = new Date('2026-02-01T00:00:00Z'), companies = aloneCompanies } = options;
  const clock = createClock(startAt);
  const store = createStore(clock.now, options.storage);
  const endpoints = createEndpoints(clock.now);
  const log: string[] = [];
  const note = (fields: object, message: string) => void log.push(JSON.stringify({ ...fields, message }));
  const host: Host = {
    ...{ fetch: endpoints.fetch, now: clock.now, sleep: clock.sleep },
    logger: { ...silentLogger, info: note, warn: note, error: note },
  };
  const services: WebhookServices = {
    ...{ storage: store.storage, host, companies: async () => companies },
    vault: { seal: (id, value) => JSON.stringify([id, value]), unseal: ({ settings }) => JSON.parse(settings)[1] },
    formats: { [nativeFormat]: createNativeFormat(store.storage) },
  };
  const consumers = createConsumers(services);
  return {
    ...{ ...store, services, clock, endpoints, consumers, log, pass: clock.pass },
    byHand: createByHand(services),
    consumer: async (name, wish) =>
      (await consumers.create(nativeFormat, { url: urlOf(name), ...wish }, true)).consumer.id,
    deliver: (signal, everyMs, storage = store.storage) => deliverWebhooks({ ...services, storage }, signal, everyMs),
  };
}

/** Does the work while messages are delivered. */
export async function delivering(world: World, work: () => Promise<void>, everyMs?: number): Promise<void> {
  const stopping = new AbortController();
  const delivery = world.deliver(stopping.signal, everyMs);
  await work();
  stopping.abort();
  await world.pass(2000);
  await delivery;
}
