import type { Connector, Host, Logger, NativeRecord, ReadQuery, Session, ShopContext } from '@cartograph/core';
import { everything } from '@cartograph/core';
import { createVirtualClock, type VirtualClock } from './clock.js';

/** A connector beside the shop that it is to read. Each rule asks for a fresh one. */
export interface ConnectorSubject {
  readonly connector: Connector;
  /** Settings as a user would give them. */
  readonly config: unknown;
  readonly fetch: (request: Request) => Promise<Response>;
  /** The native ids that each stream must meet, streams that re-read others left out. */
  readonly truth: Readonly<Record<string, readonly string[]>>;
  /** Changes the body that the shop serves for one record. */
  tamper(stream: string, id: string, change: (body: unknown) => unknown): void;
  /** Lets some things happen in the shop: new records, and changes of old ones that move their modified time. */
  advance(): void;
}

export type SubjectFactory = (clock: VirtualClock) => ConnectorSubject;

/** A subject with its world around it: what it logs is kept. */
export interface Bench extends ConnectorSubject {
  readonly clock: VirtualClock;
  readonly logged: string[];
  open(fetch?: ConnectorSubject['fetch']): Session;
  /** Reads a stream to its end; a reading that does not end is cut off and fails. */
  readAll(stream: string, query?: Partial<ReadQuery>): Promise<readonly NativeRecord[]>;
  shop(): Promise<ShopContext>;
}

const mostPages = 20_000;

export function createBench(create: SubjectFactory): Bench {
  const clock = createVirtualClock(new Date('2026-07-01T00:00:00Z'));
  const subject = create(clock);
  const logged: string[] = [];
  const keep = (fields: object, message: string) => void logged.push(`${message} ${JSON.stringify(fields)}`);
  const logger: Logger = { debug: keep, info: keep, warn: keep, error: keep };
  const open = (fetch = subject.fetch) => {
    const host: Host = {
      fetch: (input, init) => fetch(new Request(input, init)),
      now: clock.now,
      sleep: clock.sleep,
      logger,
    };
    return subject.connector.open(subject.connector.config.parse(subject.config), host);
  };
  return {
    ...subject,
    clock,
    logged,
    open,
    shop: () => open().check(),
    readAll: async (stream, query = {}) => {
      const records: NativeRecord[] = [];
      let pages = 0;
      for await (const page of open().read(stream, { ...everything, ...query })) {
        records.push(...page.records);
        if (++pages > mostPages) throw new Error(`${stream} did not end after ${mostPages} pages`);
      }
      return records;
    },
  };
}
