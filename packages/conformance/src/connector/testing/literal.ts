import {
  AuthError,
  type Connector,
  type Coverage,
  type Customer,
  type NativeRecord,
  type Order,
  RateLimitError,
  type ReadQuery,
  RecordError,
  ResponseError,
  type Session,
  type Stream,
  TransportError,
  UnsupportedError,
} from '@cartograph/core';
import { z } from 'zod';

/** A shop of one list, in memory: what the rules need to be shown right and wrong. */
export interface LiteralRecord {
  readonly id: string;
  readonly modifiedAt: string;
  readonly total: string;
  readonly tax: string;
}

/** The places in which a connector can go wrong; each of the broken connectors replaces one. */
export interface LiteralBehavior {
  readonly pageSize: number;
  readonly isDue: (record: LiteralRecord, query: ReadQuery) => boolean;
  readonly next: (offset: number, count: number) => number | null;
  readonly from: (resume: string | null) => number;
  readonly failure: (status: number, token: string, cause?: unknown) => Error;
  readonly decode: (text: string) => unknown;
  readonly refusesStreams: boolean;
  readonly config: z.ZodType<{ readonly apiToken: string }>;
  readonly normalize: (native: NativeRecord) => Order;
  readonly extra: (native: NativeRecord) => readonly Customer[];
  readonly coverage: Coverage;
}

export const literalStream: Stream = {
  yields: ['orders'],
  incremental: 'modified',
  lagMs: 0,
  everyMs: 60_000,
  sweepEveryMs: 60_000,
  records: () => [],
};

export const literalConnector = (behavior: LiteralBehavior): Connector<{ readonly apiToken: string }> => ({
  specVersion: 1,
  id: 'literal',
  title: 'Literal',
  mapperVersion: 1,
  config: behavior.config,
  shop: z.strictObject({ name: z.null(), currency: z.string(), timeZone: z.null() }),
  emptyShop: { name: null, currency: 'AUD', timeZone: null },
  coverage: behavior.coverage,
  streams: { orders: literalStream },
  open: ({ apiToken }, host): Session => {
    const list = async (): Promise<LiteralRecord[]> => {
      const headers = { authorization: apiToken };
      const response = await host.fetch('https://shop.example/orders', { headers }).catch(cause => {
        throw behavior.failure(0, apiToken, cause);
      });
      if (!response.ok) throw behavior.failure(response.status, apiToken);
      return behavior.decode(await response.text()) as LiteralRecord[];
    };
    return {
      now: host.now,
      check: async () => {
        await list();
        return { name: null, currency: 'AUD', timeZone: null };
      },
      read: async function* (stream, query) {
        if (stream !== 'orders' && behavior.refusesStreams) throw new UnsupportedError(`there is no stream ${stream}`);
        for (let offset: number | null = behavior.from(query.resume); offset !== null; ) {
          const due = (await list()).filter(record => behavior.isDue(record, query));
          const found = due.slice(offset, offset + behavior.pageSize);
          offset = behavior.next(offset, due.length);
          const records = found.map(body => ({ stream, id: body.id, modifiedAt: body.modifiedAt, body }));
          yield { records, next: offset === null ? null : String(offset) };
        }
      },
      find: async (stream, ids) => {
        const listed = new Map((await list()).map(body => [body.id, body]));
        const found = (id: string) => {
          const body = listed.get(id);
          return body === undefined ? null : { stream, id, modifiedAt: body.modifiedAt, body };
        };
        return new Map(ids.map(id => [id, found(id)]));
      },
      ids: async function* () {
        yield { ids: (await list()).map(({ id }) => id), next: null };
      },
    };
  },
  normalize: native => [
    { resource: 'orders', record: behavior.normalize(native) },
    ...behavior.extra(native).map(record => ({ resource: 'customers' as const, record })),
  ],
  explain: () => [],
});

export const literalFailure: LiteralBehavior['failure'] = (status, _token, cause) => {
  if (status === 401) return new AuthError('the token is refused');
  if (status === 429) return new RateLimitError('asks us to wait');
  return new TransportError(`no good answer (${status})`, {}, { cause });
};

export const literalDecode: LiteralBehavior['decode'] = text => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ResponseError('the answer is not JSON', {}, { cause });
  }
};

const bodySchema = z.object({ id: z.string(), modifiedAt: z.string(), total: z.string(), tax: z.string() });

export function literalOrder({ id, body }: NativeRecord): Order {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) throw new RecordError(`orders ${id} does not parse`, { id }, { cause: parsed.error });
  const { total, tax, modifiedAt } = parsed.data;
  return {
    id,
    createdAt: null,
    sourceModifiedAt: modifiedAt,
    derived: false,
    number: id,
    placedAt: null,
    closedAt: null,
    status: 'open',
    paymentStatus: 'paid',
    fulfillmentStatus: 'unfulfilled',
    statusRaw: null,
    paymentStatusRaw: null,
    channel: null,
    customer: { id: null, guest: true, name: null, email: null, phone: null },
    billingAddress: null,
    shippingAddresses: [],
    currency: 'AUD',
    taxInclusive: null,
    lines: [],
    charges: [
      { id: null, type: 'other', name: null, net: '10', discount: '0', discounts: [], tax, taxes: [], total: '11' },
    ],
    adjustments: [],
    totals: {
      grand: total,
      tax,
      discount: '0',
      gratuity: '0',
      refunded: null,
      net: null,
      paid: null,
      due: null,
      platformTotal: total,
    },
    shopCurrency: null,
    exchangeRate: null,
    shopTotals: null,
    note: null,
  };
}
