import {
  type Connection,
  type Connector,
  type Coverage,
  type Host,
  type IdPage,
  type NativePage,
  type NativeRecord,
  type Payment,
  type ReadQuery,
  RecordError,
  silentLogger,
} from '@cartograph/core';
import { z } from 'zod';

/** A connector made of literals: its shop is a list, and the tests say what goes wrong. */
export interface LiteralShop {
  payments: LiteralPayment[];
  /** Called before each page is given. */
  onPage: (page: number) => void | Promise<void>;
  /** Called before each page of ids is given. */
  onIds: (page: number) => void | Promise<void>;
  /** Payments that no request can serve. */
  readonly poisoned: Set<string>;
  /** Payments that are there and that the list of ids leaves out. */
  readonly unlisted: Set<string>;
  /** The ids that were asked for one by one. */
  readonly found: (readonly string[])[];
  /** Queries with which the shop was read. */
  readonly queries: ReadQuery[];
  check: () => Promise<void>;
  clock: Date;
}

export interface LiteralPayment {
  readonly id: string;
  readonly modifiedAt: string;
  readonly amount: string;
}

export const pageSize = 2;

export const createLiteralShop = (): LiteralShop => ({
  payments: [1, 2, 3, 4, 5].map(number => ({
    id: `p${number}`,
    modifiedAt: `2026-01-0${number}T00:00:00Z`,
    amount: '10',
  })),
  onPage: () => {},
  onIds: () => {},
  poisoned: new Set(),
  unlisted: new Set(),
  found: [],
  queries: [],
  check: async () => {},
  clock: new Date('2026-02-01T00:00:00Z'),
});

const dayMs = 24 * 60 * 60_000;
const stream = { everyMs: 5 * 60_000, sweepEveryMs: null, records: () => [] };

export const literalConnector = (shop: LiteralShop): Connector => ({
  specVersion: 1,
  id: 'literal',
  title: 'Literal',
  mapperVersion: 1,
  config: z.unknown(),
  shop: z.strictObject({ name: z.null(), currency: z.string(), timeZone: z.null() }),
  emptyShop: { name: null, currency: 'AUD', timeZone: null },
  coverage: {} as Coverage,
  streams: {
    payments: { ...stream, yields: ['payments'], incremental: 'modified', lagMs: 60_000, sweepEveryMs: dayMs },
    company: { ...stream, yields: ['companyInfo'], incremental: 'none', lagMs: 0, everyMs: dayMs },
  },
  open: () => ({
    now: () => shop.clock,
    check: async () => {
      await shop.check();
      return { name: null, currency: 'AUD', timeZone: null };
    },
    read: (stream, query) => (stream === 'payments' ? readPages(shop, query) : noPages()),
    find: async (_stream, ids) => findPayments(shop, ids),
    ids: (_stream, resume) => readIds(shop, resume),
  }),
  normalize: native => [{ resource: 'payments', record: toPayment(native) }],
  explain: () => [],
});

async function* noPages(): AsyncGenerator<NativePage> {}

async function* readPages(shop: LiteralShop, query: ReadQuery): AsyncGenerator<NativePage> {
  shop.queries.push({ since: query.since, until: query.until, resume: query.resume });
  let offset: number | null = Number(query.resume ?? 0);
  while (offset !== null) {
    await shop.onPage(offset / pageSize);
    const due = shop.payments.filter(payment => isWithin(payment, query));
    const found = due.slice(offset, offset + pageSize);
    offset = offset + pageSize < due.length ? offset + pageSize : null;
    const failed = found.filter(({ id }) => shop.poisoned.has(id)).map(({ id }) => ({ id, reason: 'answered 500' }));
    const records = found.filter(({ id }) => !shop.poisoned.has(id)).map(toNative);
    yield {
      records,
      ...(failed.length > 0 && { failed }),
      next: offset === null ? null : String(offset),
      total: due.length,
    };
  }
}

const isWithin = ({ modifiedAt }: LiteralPayment, { since, until }: ReadQuery): boolean =>
  (since === null || Date.parse(modifiedAt) >= Date.parse(since)) &&
  (until === null || Date.parse(modifiedAt) <= Date.parse(until));

function findPayments(shop: LiteralShop, ids: readonly string[]): Map<string, NativeRecord | null> {
  shop.found.push(ids);
  const payments = new Map(shop.payments.map(payment => [payment.id, payment]));
  return new Map(
    ids
      .filter(id => !shop.poisoned.has(id))
      .map(id => [id, payments.get(id)] as const)
      .map(([id, body]) => [id, body ? toNative(body) : null]),
  );
}

async function* readIds(shop: LiteralShop, resume: string | null): AsyncGenerator<IdPage> {
  let offset: number | null = Number(resume ?? 0);
  while (offset !== null) {
    await shop.onIds(offset / pageSize);
    const ids = shop.payments.slice(offset, offset + pageSize).map(({ id }) => id);
    offset = offset + pageSize < shop.payments.length ? offset + pageSize : null;
    yield { ids: ids.filter(id => !shop.unlisted.has(id)), next: offset === null ? null : String(offset) };
  }
}

const toNative = (body: LiteralPayment): NativeRecord => ({
  stream: 'payments',
  id: body.id,
  modifiedAt: body.modifiedAt,
  body,
});

function toPayment({ id, body }: NativeRecord): Payment {
  const { amount, modifiedAt } = body as LiteralPayment;
  if (!/^\d+$/.test(amount))
    throw new RecordError(`payments ${id}: amount: "${amount}" is no amount`, { id, path: 'amount' });
  return {
    id,
    createdAt: null,
    sourceModifiedAt: modifiedAt,
    derived: false,
    orderId: 'o1',
    currency: 'AUD',
    amount,
    status: 'paid',
    statusRaw: null,
    type: 'unknown',
    methodId: null,
    method: null,
    provider: null,
    reference: null,
  };
}

export const literalConnection: Connection = {
  id: 'shop',
  platform: 'literal',
  settings: 'sealed',
  shop: { name: null, currency: null, timeZone: null },
  createdAt: '2026-01-01T00:00:00Z',
  pausedBecause: null,
};

export const literalHost = (signal?: AbortSignal): Host => ({
  fetch: async () => new Response(),
  now: () => new Date('2026-02-01T12:00:00Z'),
  sleep: async () => {},
  logger: silentLogger,
  ...(signal ? { signal } : {}),
});
