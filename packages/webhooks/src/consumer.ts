import type { Entry, Instant, Storage } from '@cartograph/core';

/** Who wants to be told of what happens, and of what. Null stands for all. */
export interface Consumer {
  readonly id: string;
  /** In which words; the name of a format. */
  readonly format: string;
  readonly url: string;
  readonly description: string | null;
  readonly eventTypes: readonly string[] | null;
  readonly connections: readonly string[] | null;
  readonly companies: readonly string[] | null;
  /** `key:value`; a company that has one of them belongs to it. */
  readonly companyTags: readonly string[] | null;
  /** Of what is told of records. */
  readonly resources: readonly string[] | null;
  readonly disabled: boolean;
  /** Why nothing is sent to it any more; null where somebody wanted that, or it is not disabled. */
  readonly disabledBecause: string | null;
  readonly createdAt: Instant | null;
  /** Null while nothing was ever signed for it. */
  readonly secret: ConsumerSecret | null;
  /** Where it knows this API, for links; null where that is not known. */
  readonly origin: string | null;
}

export interface ConsumerSecret {
  /** Texts of one or two secrets, sealed: the second is the one before. */
  readonly sealed: string;
  readonly since: Instant;
  /** Whether somebody has seen it: nobody sees it twice. */
  readonly shown: boolean;
  /** Until when the one before signs too. */
  readonly previousUntil: Instant | null;
}

export type ConsumerWish = Pick<Consumer, 'url'> &
  Partial<Omit<Consumer, 'id' | 'format' | 'url' | 'disabledBecause' | 'createdAt' | 'secret'>>;

export const nativeFormat = 'native';

const kindOf = (format: string): string =>
  format === nativeFormat ? 'webhook consumer' : `${format} webhook consumer`;

export const toEntry = ({ format, ...consumer }: Consumer): Entry => ({
  kind: kindOf(format),
  id: consumer.id,
  body: JSON.stringify(consumer),
});

const unsaid: Omit<Consumer, 'id' | 'format' | 'url'> = {
  ...{ description: null, eventTypes: null, connections: null, companies: null, companyTags: null, resources: null },
  ...{ disabled: false, disabledBecause: null, createdAt: null, secret: null, origin: null },
};

/** Of a list that asks for nothing in particular. */
const orAll = (wanted: readonly string[] | null): readonly string[] | null => (wanted?.length === 0 ? null : wanted);

/** Also as they were kept before anything was sent. */
function toConsumer({ body }: Entry, format: string): Consumer {
  const consumer: Consumer = { ...unsaid, ...JSON.parse(body), format };
  const { eventTypes, companyTags, resources } = consumer;
  return {
    ...consumer,
    ...{ eventTypes: orAll(eventTypes), companyTags: orAll(companyTags), resources: orAll(resources) },
  };
}

/** What is stored under the consumer's name, and that as it was read, for whoever writes it. */
export interface Known {
  readonly consumer: Consumer;
  readonly entry: Entry;
}

export async function findConsumer(storage: Storage, formats: readonly string[], id: string): Promise<Known | null> {
  for (const format of formats) {
    const entry = await storage.entry(kindOf(format), id);
    if (entry) return { consumer: toConsumer(entry, format), entry };
  }
  return null;
}

export async function readConsumers(storage: Storage, formats: readonly string[]): Promise<readonly Consumer[]> {
  const found: Consumer[] = [];
  for (const format of formats)
    found.push(...(await storage.entries(kindOf(format))).map(entry => toConsumer(entry, format)));
  return found;
}

export const newConsumer = (id: string, format: string, wish: ConsumerWish, createdAt: Instant): Consumer => ({
  ...{ ...unsaid, ...wish },
  ...{ id, format, createdAt },
});
