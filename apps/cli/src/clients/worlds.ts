import { createBigCommerceClient } from '@cartograph/bigcommerce';
import { type ClientOptions, createHost, type RequestOptions } from '@cartograph/connector-kit';
import type { Host } from '@cartograph/core';
import { createIconicClient } from '@cartograph/iconic';
import { createMagentoClient } from '@cartograph/magento';
import {
  createBigCommerceSimulator,
  createIconicSimulator,
  createMagentoSimulator,
  type Simulator,
} from '@cartograph/simulators';

/** What the same rules are tried on, client by client. */
export interface Client {
  orders(call?: RequestOptions): AsyncIterable<object>;
  /** An order that there is not. */
  missing(call?: RequestOptions): Promise<unknown>;
  /** By POST, so that sending it twice would do it twice. */
  write(call?: RequestOptions): Promise<unknown>;
  /** An input that the platform would refuse, and the field that is wrong. */
  wrong(): Promise<unknown>;
  readonly wrongField: string;
}

type Open = (config: never, host: Host, options: ClientOptions) => Client;

interface Platform {
  readonly createSimulator: () => Simulator;
  readonly open: Open;
  /** Where credentials are fetched; those requests are counted by themselves. */
  readonly token: RegExp;
  /** What proves who asks. */
  readonly proof: string;
  /** A field of an order that is a text or a number. */
  readonly scalar: string;
}

const orders = 260;

export const platforms: Readonly<Record<string, Platform>> = {
  iconic: {
    createSimulator: () => createIconicSimulator({ orders }),
    open: (config, host, options) => {
      const client = createIconicClient(config, host, options);
      const webhook = { callbackUrl: 'https://me.example/told', events: ['onOrderCreated'] };
      return {
        orders: call => client.orders.iterate({}, call),
        missing: call => client.orders.get(999_999_999, call),
        write: call => client.webhooks.create(webhook, call),
        wrong: () => client.webhooks.create({ ...webhook, publicId: 'mine' } as never),
        wrongField: 'publicId',
      };
    },
    token: /\/oauth\//,
    proof: 'authorization',
    scalar: 'number',
  },
  bigcommerce: {
    createSimulator: () => createBigCommerceSimulator({ orders }),
    open: (config, host, options) => {
      const client = createBigCommerceClient(config, host, options);
      return {
        orders: call => client.orders.iterate({}, call),
        missing: call => client.orders.get(999_999_999, {}, call),
        write: call => client.brands.create({ name: 'Fjord' }, call),
        wrong: () => client.brands.create({ id: 7, name: 'Fjord' } as never),
        wrongField: 'id',
      };
    },
    token: /\/oauth2\//,
    proof: 'x-auth-token',
    scalar: 'date_created',
  },
  magento: {
    createSimulator: () => createMagentoSimulator({ orders }),
    open: (config, host, options) => {
      const client = createMagentoClient(config, host, options);
      return {
        orders: call => client.orders.iterate({}, call),
        missing: call => client.orders.get(999_999_999, call),
        write: call => client.orders.comment(1, { comment: 'called' }, call),
        wrong: () => client.orders.comment(1, { comment: 'called', created_at: '2026-01-01' } as never),
        wrongField: 'created_at',
      };
    },
    token: /\/integration\/.*\/token/,
    proof: 'authorization',
    scalar: 'increment_id',
  },
  'magento with an admin': {
    createSimulator: () => createMagentoSimulator({ orders, auth: 'admin' }),
    open: (config, host, options) => (platforms.magento as Platform).open(config, host, options),
    token: /\/integration\/.*\/token/,
    proof: 'authorization',
    scalar: 'increment_id',
  },
};

/** Answers in place of the shop; undefined leaves it to the shop. A throw is an answer that is lost after the shop has acted. */
type Interfere = (request: Request, answer: () => Promise<Response>) => Promise<Response> | undefined;

/** A client, its shop, and what went between them. Time passes where somebody waits, and only there. */
export function meet(
  { createSimulator, open, token }: Platform,
  interfere: Interfere = () => undefined,
  options: ClientOptions = {},
) {
  const simulator = createSimulator();
  const requests: Request[] = [];
  const tokens: Request[] = [];
  let nowMs = Date.parse('2026-07-01T00:00:00Z');
  const host = createHost({
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const isToken = token.test(request.url);
      (isToken ? tokens : requests).push(request);
      const answer = () => simulator.fetch(request.clone());
      return (isToken ? undefined : interfere(request, answer)) ?? answer();
    },
    now: () => new Date(nowMs),
    sleep: async ms => {
      nowMs += ms;
    },
  });
  const client = open(simulator.config('https://shop.example') as never, host, options);
  return { client, simulator, requests, tokens };
}

/** As fetch fails when the answer is lost on its way. */
export const lost = (): TypeError =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) });
