import type {
  Checkpoint,
  CommitResult,
  Connection,
  Customer,
  Instant,
  ModelRecord,
  NativeRecord,
  NormalizedRecord,
  Order,
  PageCommit,
  Payment,
  Replay,
  Run,
  SetAside,
  Sweep,
} from '@cartograph/core';

/** Minutes of one day: `minute(5)` is after `minute(4)`. */
export const minute = (count: number): Instant => new Date(Date.UTC(2026, 0, 31, 9, count)).toISOString();

export const connectionOf = (id: string, over: Partial<Connection> = {}): Connection => ({
  id,
  platform: 'example',
  settings: `sealed settings of ${id}`,
  shop: { name: `Shop ${id}`, currency: 'AUD', timeZone: 'Australia/Sydney' },
  createdAt: minute(0),
  pausedBecause: null,
  ...over,
});

const own = { createdAt: minute(0), sourceModifiedAt: minute(0), derived: false };

export function orderOf(id: string, over: Partial<Order> = {}): ModelRecord {
  const totals = { grand: '10', tax: '0', discount: '0', gratuity: '0', platformTotal: '10' };
  const record: Order = {
    ...own,
    id,
    number: id,
    placedAt: minute(0),
    closedAt: null,
    status: 'open',
    paymentStatus: 'paid',
    fulfillmentStatus: 'unfulfilled',
    statusRaw: 'processing',
    paymentStatusRaw: null,
    channel: null,
    customer: { id: null, guest: true, name: null, email: null, phone: null },
    billingAddress: null,
    shippingAddresses: [],
    currency: 'AUD',
    taxInclusive: true,
    lines: [],
    charges: [],
    adjustments: [],
    totals: { ...totals, refunded: null, net: null, paid: null, due: null },
    shopCurrency: null,
    exchangeRate: null,
    shopTotals: null,
    note: null,
    ...over,
  };
  return { resource: 'orders', record };
}

export function paymentOf(id: string, orderId: string): ModelRecord {
  const record: Payment = {
    ...own,
    id,
    orderId,
    currency: 'AUD',
    amount: '10',
    status: 'paid',
    statusRaw: null,
    type: 'card',
    methodId: null,
    method: null,
    provider: null,
    reference: null,
  };
  return { resource: 'payments', record };
}

export function customerOf(id: string, over: Partial<Customer> = {}): ModelRecord {
  const record: Customer = {
    ...own,
    id,
    name: 'Jo Doe',
    firstName: 'Jo',
    lastName: 'Doe',
    company: null,
    email: null,
    phone: null,
    taxNumber: null,
    defaultCurrency: null,
    group: null,
    addresses: [],
    status: 'active',
    statusRaw: null,
    note: null,
    ...over,
  };
  return { resource: 'customers', record };
}

export const nativeOf = (id: string, body: unknown = { id }, stream = 'orders'): NativeRecord => ({
  stream,
  id,
  modifiedAt: minute(0),
  body,
});

/** A native record whose content follows from what it yields, as a mapper's does. */
export const yielding = (id: string, ...records: ModelRecord[]): NormalizedRecord => ({
  native: nativeOf(id, { id, content: records.map(({ record }) => record) }),
  records,
});

export const setAsideOf = (id: string, reason = 'lines[1].unitPrice: "N/A" is not a decimal amount'): SetAside => ({
  native: nativeOf(id, { id, broken: true }),
  reason,
  path: 'lines[1].unitPrice',
});

export const noWindow: Checkpoint = { mark: null, window: null };

/** A page of the connection `shop`, stream `orders`, of the run `run-1`. */
export function pageOf(natives: readonly NormalizedRecord[], over: Partial<PageCommit> = {}): PageCommit {
  const stream = over.stream ?? 'orders';
  return {
    connectionId: 'shop',
    platform: 'example',
    stream,
    runId: 'run-1',
    mapperVersion: 1,
    at: minute(1),
    natives: natives.map(({ native, records }) => ({ native: { ...native, stream }, records })),
    setAside: [],
    checkpoint: noWindow,
    ...over,
  };
}

export const sweepOf = (runId: string, over: Partial<Sweep> = {}): Sweep => ({
  connectionId: 'shop',
  stream: 'orders',
  runId,
  at: minute(30),
  checkpoint: noWindow,
  ...over,
});

/** Of the connection `shop`. */
export const replayOf = (natives: readonly NormalizedRecord[], over: Partial<Replay> = {}): Replay => ({
  connectionId: 'shop',
  platform: 'example',
  mapperVersion: 1,
  shop: connectionOf('shop').shop,
  at: minute(50),
  natives,
  setAside: [],
  ...over,
});

/** What a commit answers that did nothing. */
export const nothingStored: CommitResult = { stored: 0, unchanged: 0, deleted: 0, restored: 0, sequence: 0 };

/** A body that cannot be written. */
export const unreadable = {
  toJSON() {
    throw new Error('a body that cannot be written');
  },
};

export const runOf = (id: string, over: Partial<Run> = {}): Run => ({
  id,
  connectionId: 'shop',
  full: false,
  startedAt: minute(0),
  finishedAt: null,
  requests: 3,
  limited: 1,
  streams: {},
  ...over,
});
