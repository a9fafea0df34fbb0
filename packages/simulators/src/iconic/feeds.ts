import { doneAfterMs, stageOf } from './jobs.js';
import { type Seeded, uuid } from './seeded.js';
import type { Tell } from './shop/events.js';

/** A row of a file that was not taken. */
export interface FeedError {
  /** From 1. */
  readonly itemId: number;
  readonly sellerSku: string;
  readonly fieldName: string;
  readonly errorCode: number;
  readonly errorMessage: string;
}

/** A file that a seller sent, worked through in the background. */
export interface Feed {
  readonly id: number;
  readonly uuid: string;
  readonly action: string;
  readonly mimeType: string;
  /** As it was sent. */
  readonly input: Uint8Array;
  readonly totalRecords: number;
  readonly createdAt: number;
  updatedAt: number;
  status: 'Queued' | 'Processing' | 'Finished' | 'Canceled';
  looks: number;
  errors: readonly FeedError[];
}

export type Work = () => Promise<readonly FeedError[]>;

export interface Feeds {
  readonly all: readonly Feed[];
  start(feed: Pick<Feed, 'action' | 'mimeType' | 'input' | 'totalRecords'>, work: Work): Feed;
  byUuid(uuid: string | undefined): Feed | undefined;
  /** Brings the feed on: it is queued, then processed, and with the third look its rows are done. */
  look(feed: Feed): Promise<void>;
  /** Whether any feed has waited for a minute. */
  isDue(): boolean;
  /** Does the rows of feeds that have waited for a minute. */
  finishDue(): Promise<void>;
  cancel(feed: Feed): boolean;
}

interface Options {
  readonly seeded: Seeded;
  readonly now: () => number;
  readonly tell: Tell;
}

/** Of these, and of no other feeds, webhooks are sent. */
const isTold = (action: string): boolean => /^(product|image)-/.test(action);

export function createFeeds({ seeded, now, tell }: Options): Feeds {
  const all: Feed[] = [];
  const open = new Map<Feed, Work>();

  const due = () => [...open.keys()].filter(feed => now() - feed.createdAt >= doneAfterMs);
  const advance = async (feed: Feed): Promise<void> => {
    const work = open.get(feed);
    if (!work) return;
    const stage = stageOf(feed.looks, now() - feed.createdAt);
    if (stage !== feed.status) feed.updatedAt = now();
    if (stage !== 'Finished') {
      feed.status = stage;
      return;
    }
    open.delete(feed);
    feed.errors = await work();
    feed.status = stage;
    if (isTold(feed.action)) tell('onFeedCompleted', { Feed: feed.uuid });
  };

  return {
    all,
    byUuid: id => all.find(feed => feed.uuid === id),
    start: (sent, work) => {
      const id = all.length + 1;
      const feed: Feed = {
        ...sent,
        id,
        uuid: uuid(seeded('token', -20_000 - id)),
        createdAt: now(),
        updatedAt: now(),
        status: 'Queued',
        looks: 0,
        errors: [],
      };
      all.push(feed);
      open.set(feed, work);
      if (isTold(feed.action)) tell('onFeedCreated', { Feed: feed.uuid });
      return feed;
    },
    look: feed => {
      feed.looks += 1;
      return advance(feed);
    },
    isDue: () => due().length > 0,
    finishDue: async () => {
      for (const feed of due()) await advance(feed);
    },
    cancel: feed => {
      const canceled = open.delete(feed);
      if (canceled) feed.status = 'Canceled';
      return canceled;
    },
  };
}
