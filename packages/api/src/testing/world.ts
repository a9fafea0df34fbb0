import { createHost } from '@cartograph/connector-kit';
import { connectors, findConnector } from '@cartograph/connectors';
import { type ApiKey, ConfigError, type Connection, type Host, parseConfig, type Storage } from '@cartograph/core';
import { createBigCommerceSimulator, createIconicSimulator, createMagentoSimulator } from '@cartograph/simulators';
import { createSqliteStorage } from '@cartograph/storage';
import { syncConnection } from '@cartograph/sync';
import { createApi } from '../api.js';
import { createApiKey, type KeyWish } from '../auth/key.js';
import type { Services } from '../route.js';
import { createRunner, type Runner } from '../runner.js';

const creators = {
  iconic: createIconicSimulator,
  bigcommerce: createBigCommerceSimulator,
  magento: createMagentoSimulator,
};

/** Answers what is asked of other addresses. */
export type Elsewhere = (request: Request) => Promise<Response>;
const nowhere: Elsewhere = () => Promise.reject(new TypeError('no such shop'));

/** A made-up shop of each platform behind `http://<platform>.test`, and settings that open it. */
function createShops(orders: number, elsewhere: Elsewhere) {
  const simulators = Object.entries(creators).map(([platform, create]) => ({
    platform,
    simulator: create({ orders }),
  }));
  const fetch: Host['fetch'] = (input, init) => {
    const request = new Request(input, init);
    const found = simulators.find(({ platform }) => new URL(request.url).hostname === `${platform}.test`);
    return found ? found.simulator.fetch(request) : elsewhere(request);
  };
  const settings = Object.fromEntries(
    simulators.map(({ platform, simulator }) => [platform, simulator.config(`http://${platform}.test`)]),
  );
  return { fetch, settings };
}

export interface World extends Services {
  readonly runner: Runner;
  readonly settingsOf: Readonly<Record<string, object>>;
  readonly api: (request: Request) => Promise<Response>;
  /** Time stands still, but for who sleeps: sleeping moves it. Whoever falls asleep next wakes when `whileAsleep` has happened. */
  readonly clock: { now: Date; whileAsleep: (() => Promise<void>) | null };
  /** What was logged, as JSON. */
  readonly log: string[];
  addKey(wish?: Partial<KeyWish>): Promise<{ readonly key: ApiKey; readonly token: string }>;
  /** Asks with a key that may do everything; the answer's JSON. */
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  send(method: string, path: string, body?: unknown): Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
  readonly body: any;
}

export async function createWorld(orders = 30, elsewhere = nowhere): Promise<World> {
  const storage: Storage = createSqliteStorage({ path: ':memory:' });
  const shops = createShops(orders, elsewhere);
  const clock: World['clock'] = { now: new Date('2026-01-31T09:30:00Z'), whileAsleep: null };
  const log: string[] = [];
  const note = (fields: object, message: string) => void log.push(JSON.stringify({ ...fields, message }));
  const host: Host = {
    ...createHost({ fetch: shops.fetch }),
    now: () => clock.now,
    async sleep(ms) {
      clock.now = new Date(clock.now.getTime() + ms);
      const happening = clock.whileAsleep;
      clock.whileAsleep = null;
      await (happening?.() ?? new Promise(setImmediate));
    },
    logger: { debug: note, info: note, warn: note, error: note },
  };
  const settings: Services['settings'] = {
    seal: (_id, value) => `sealed:${JSON.stringify(value)}`,
    unseal({ settings: sealed }) {
      if (!sealed.startsWith('sealed:')) throw new ConfigError('the settings do not open');
      return JSON.parse(sealed.slice('sealed:'.length));
    },
  };
  const runner = createRunner({ storage, connectors, host, settings });
  const services: Services = { storage, connectors, host, settings, startRun: runner.start };
  const api = createApi(services);
  const addKey: World['addKey'] = async wish => {
    const made = createApiKey({
      name: 'test',
      scope: 'admin',
      connections: null,
      requestsPerMinute: 1_000_000,
      createdAt: clock.now.toISOString(),
      ...wish,
    });
    await storage.saveApiKey(made.key);
    return made;
  };
  const { token } = await addKey();
  const ask = async (
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: unknown,
  ): Promise<Answer> => {
    const init = { method, headers: { authorization: `Bearer ${token}`, ...headers } };
    const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
    const response = await api(
      new Request(`http://api.test${path}`, { ...init, ...(text === undefined ? {} : { body: text }) }),
    );
    return { status: response.status, headers: response.headers, body: parsed(await response.text()) };
  };
  return {
    ...services,
    ...{ runner, settingsOf: shops.settings, api, clock, log, addKey },
    get: (path, headers = {}) => ask('GET', path, headers),
    send: (method, path, body) => ask(method, path, {}, body),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A shop of each platform, connected under the platform's name and read. */
export async function createSyncedWorld(orders = 30, elsewhere = nowhere): Promise<World> {
  const world = await createWorld(orders, elsewhere);
  for (const { id } of connectors) await connectAndRead(world, id);
  return world;
}

export async function connectAndRead(world: World, platform: string, id = platform): Promise<void> {
  const { storage, host, settings, settingsOf } = world;
  const connector = findConnector(platform);
  const given = settingsOf[platform] ?? {};
  const connection: Connection = {
    ...{ id, platform, shop: connector.emptyShop, pausedBecause: null },
    settings: settings.seal(id, given),
    createdAt: '2026-01-01T00:00:00Z',
  };
  await storage.saveConnection(connection);
  const config = parseConfig(connector, given);
  await syncConnection({ connection, connector, config, storage, host, runId: `first ${id}` });
}
