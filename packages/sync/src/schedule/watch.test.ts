import {
  AuthError,
  type Connector,
  RateLimitError,
  RequestError,
  type Run,
  type Storage,
  TransportError,
} from '@cartograph/core';
import { createMemoryStorage } from '@cartograph/storage';
import { beforeEach, expect, test } from 'vitest';
import { createLiteralShop, type LiteralShop, literalConnection, literalConnector } from '../testing/literal.js';
import { createVirtualTime, type VirtualTime } from '../testing/virtual-time.js';
import { atCadence } from './cadence.js';
import { type WatchOptions, watch } from './watch.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

let shop: LiteralShop;
let storage: Storage;
let time: VirtualTime;
let done: { readonly run: Run; readonly atMs: number }[];
let runs = 0;

beforeEach(async () => {
  shop = createLiteralShop();
  storage = createMemoryStorage();
  time = createVirtualTime();
  done = [];
  await storage.saveConnection(literalConnection);
});

/** The shop's clock goes with the watcher's. */
const follow = () => {
  Object.defineProperty(shop, 'clock', { get: () => time.host.now() });
};

function watchFor(forMs: number, options: Partial<WatchOptions> = {}): Promise<void> {
  follow();
  const watching = watch({
    storage,
    host: time.host,
    open: () => ({ connector: literalConnector(shop), config: {} }),
    newRunId: () => `run-${++runs}`,
    onRun: run => done.push({ run, atMs: time.elapsedMs() }),
    ...options,
  });
  return time.run(watching, forMs);
}

/** When the stream was read, in minutes, and how that ended. */
const readings = (stream: string, kind?: string) =>
  done.flatMap(({ run, atMs }) => {
    const certificate = run.streams[stream];
    return certificate && (kind === undefined || certificate.kind === kind)
      ? [[atMs / minute, certificate.outcome]]
      : [];
  });

test('each stream is read by its own cadence', async () => {
  await watchFor(21 * minute);
  expect(readings('payments')).toEqual([0, 5, 10, 15, 20].map(at => [at, 'complete']));
  expect(readings('company')).toEqual([[0, 'complete']]);
});

test.each([
  ['one that is named', { everyMs: null, byStream: new Map([['payments', 2 * minute]]) }, [0, 2, 4, 6, 8], [0]],
  ['all', { everyMs: 4 * minute, byStream: new Map() }, [0, 4, 8], [0, 4, 8]],
  ['all but one', { everyMs: 4 * minute, byStream: new Map([['payments', hour]]) }, [0], [0, 4, 8]],
])('what is told of %s goes before what the connector says', async (_whom, cadence, payments, company) => {
  const connector = atCadence(literalConnector(shop), cadence);
  await watchFor(9 * minute, { open: () => ({ connector, config: {} }) });
  expect(readings('payments').map(([at]) => at)).toEqual(payments);
  expect(readings('company').map(([at]) => at)).toEqual(company);
});

test('a process that is started anew goes on by the same cadence', async () => {
  await watchFor(6 * minute);
  const first = time.elapsedMs();
  const began = time;
  time = createVirtualTime();
  const later = { ...time.host, now: () => new Date(time.host.now().getTime() + first) };
  done = [];
  follow();
  const watching = watch({
    storage,
    host: later,
    open: () => ({ connector: literalConnector(shop), config: {} }),
    newRunId: () => `run-${++runs}`,
    onRun: run => done.push({ run, atMs: time.elapsedMs() + began.elapsedMs() }),
  });
  await time.run(watching, 5 * minute);
  expect(readings('payments')).toEqual([[10, 'complete']]);
  expect(readings('company')).toEqual([]);
});

test('ids are swept by their own cadence, counted from when everything was met last', async () => {
  await watchFor(2 * day + hour);
  expect(readings('payments', 'sweep')).toEqual([
    [day / minute, 'complete'],
    [(2 * day) / minute, 'complete'],
  ]);
});

test('what may pass is tried again after waits that double, and success ends them', async () => {
  let failures = 0;
  shop.onPage = () => {
    if (++failures <= 3) throw new TransportError('no answer');
  };
  await watchFor(9 * minute, { streams: ['payments'] });
  expect(readings('payments')).toEqual([
    [0, 'incomplete'],
    [0.5, 'incomplete'],
    [1.5, 'incomplete'],
    [3.5, 'complete'],
    [8.5, 'complete'],
  ]);
});

test('a rate limit is waited for as long as the platform wants', async () => {
  let limited = true;
  shop.onPage = () => {
    if (limited) throw new RateLimitError('wait', { retryAfterMs: 2 * hour });
    limited = false;
  };
  setLimitedUntil(2 * hour, () => {
    limited = false;
  });
  await watchFor(2 * hour + minute, { streams: ['payments'] });
  expect(readings('payments').map(([at]) => at)).toEqual([0, 120]);
});

function setLimitedUntil(atMs: number, end: () => void): void {
  const page = shop.onPage;
  shop.onPage = number => {
    if (time.elapsedMs() >= atMs) end();
    return page(number);
  };
}

test('what the platform refuses is tried once a day', async () => {
  shop.onPage = () => {
    throw new RequestError('no such filter');
  };
  await watchFor(day + hour, { streams: ['payments'] });
  expect(readings('payments').map(([at]) => at)).toEqual([0, day / minute]);
});

test('refused credentials leave the connection alone until its settings change', async () => {
  shop.check = async () => {
    throw new AuthError('the token is refused');
  };
  const paused: string[] = [];
  const onPause = (_id: string, reason: string) => {
    paused.push(reason);
    const renewed = async () => {
      await time.host.sleep(3 * hour);
      shop.check = async () => {};
      const connection = await storage.connection('shop');
      if (connection) await storage.saveConnection({ ...connection, settings: 'sealed anew' });
    };
    void renewed();
  };
  await watchFor(3 * hour + 2 * minute, { streams: ['payments'], onPause });
  expect(paused).toEqual(['the token is refused']);
  const [refused, ...letIn] = readings('payments');
  expect(refused).toEqual([0, 'incomplete']);
  expect(letIn).toEqual([[expect.closeTo(180, 0), 'complete']]);
  expect(await storage.connection('shop')).toMatchObject({ pausedBecause: null });
});

test('a shop that a person paused is left alone until it is resumed', async () => {
  const paused = { ...literalConnection, pausedBecause: 'the season is over', pausedByUser: true as const };
  await storage.saveConnection(paused);
  void time.host.sleep(10.5 * minute).then(() => storage.saveConnection(literalConnection));
  await watchFor(12 * minute);
  expect(readings('payments')).toEqual([[11, 'complete']]);
});

test('what takes long does not hold up what changed', async () => {
  const literal = literalConnector(shop);
  async function* slowly() {
    await time.host.sleep(12 * minute);
    yield { records: [], next: null };
  }
  const connector: Connector = {
    ...literal,
    open: (config, host) => {
      const session = literal.open(config, host);
      return { ...session, read: (name, query) => (name === 'company' ? slowly() : session.read(name, query)) };
    },
  };
  await watchFor(13 * minute, { open: () => ({ connector, config: {} }) });
  expect(readings('company')).toEqual([[12, 'complete']]);
  expect(readings('payments', 'incremental').map(([at]) => at)).toEqual([5, 10]);
});

test('a connection that is added is watched, one that is gone is not any more', async () => {
  const change = async () => {
    await time.host.sleep(7 * minute);
    await storage.saveConnection({ ...literalConnection, id: 'second' });
    await storage.deleteConnection('shop', time.host.now().toISOString());
  };
  void change();
  await watchFor(14 * minute, { streams: ['payments'] });
  expect(done.map(({ run, atMs }) => [run.connectionId, atMs / minute])).toEqual([
    ['shop', 0],
    ['shop', 5],
    ['second', 7],
    ['second', 12],
  ]);
});

test('a sweep that takes long lets what changed be read in between', async () => {
  const [last] = shop.payments.slice(-1);
  shop.onIds = async () => {
    await time.host.sleep(10 * minute);
    if (last) shop.payments = [...shop.payments.slice(0, 4), { ...last, modifiedAt: time.host.now().toISOString() }];
  };
  await watchFor(day + hour, { streams: ['payments'] });
  const sweep = done.find(({ run }) => run.streams.payments?.kind === 'sweep');
  expect(sweep?.run.streams.payments?.outcome).toBe('complete');
  const during = shop.queries.filter(
    ({ since }) => since !== null && Date.parse(since) > Date.parse('2026-02-01T23:56:00Z'),
  );
  expect(during.length).toBeGreaterThanOrEqual(3);
});

test('it ends cleanly when it is stopped in the middle of a page', async () => {
  shop.onPage = () => time.host.sleep(hour, time.host.signal);
  await watchFor(10 * minute, { streams: ['payments'] });
  expect(done.map(({ run }) => [run.finishedAt !== null, run.streams.payments?.reason])).toEqual([
    [true, 'interrupted; the next run goes on from here'],
  ]);
});

test('a bug ends the watching', async () => {
  shop.onPage = () => {
    throw new TypeError('cannot read properties of undefined');
  };
  await expect(watchFor(hour)).rejects.toThrow('cannot read properties');
});
