import { createVirtualClock } from '@cartograph/conformance';
import { type ClientOptions, isLoose } from '@cartograph/connector-kit';
import { type Host, silentLogger } from '@cartograph/core';
import { type BigCommerceSimulatorOptions, createBigCommerceSimulator } from '@cartograph/simulators';
import { createBigCommerceClient } from '../client.js';
import type { BigCommerceConfig } from '../config.js';

/** What was asked, without the address of the store. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly json: unknown;
  readonly headers: Headers;
}

async function askedOf(request: Request): Promise<Asked> {
  const { pathname, search } = new URL(request.url);
  const text = await request.clone().text();
  const isJson = request.headers.get('content-type') === 'application/json';
  const json = isJson && text !== '' ? JSON.parse(text) : null;
  const path = pathname.replace(/^\/stores\/[^/]+/, '');
  return { method: request.method, path, query: decodeURIComponent(search), json, headers: request.headers };
}

function hostOf(answer: (request: Request) => Promise<Response> | Response) {
  const clock = createVirtualClock(new Date('2026-07-01T00:00:00Z'));
  const asked: Asked[] = [];
  const host: Host = {
    fetch: async (input, init) => {
      const request = new Request(input, init);
      asked.push(await askedOf(request));
      return answer(request);
    },
    now: clock.now,
    sleep: clock.sleep,
    logger: silentLogger,
  };
  return { host, asked, clock };
}

/** A client of a simulated shop, and what it asked. */
export function openClient(shop: BigCommerceSimulatorOptions = {}, options: ClientOptions = {}) {
  const elapsed = { ms: () => 0 };
  const simulator = createBigCommerceSimulator({ orders: 60, products: 40, ...shop, elapsedMs: () => elapsed.ms() });
  const { host, asked, clock } = hostOf(request => simulator.fetch(request));
  elapsed.ms = clock.elapsedMs;
  const config = simulator.config('https://shop.example') as Partial<BigCommerceConfig> & BigCommerceConfig;
  const client = createBigCommerceClient(config, host, options);
  const last = () => asked.at(-1);
  return { client, simulator, asked, last };
}

/** A client whose platform is one function, for what a simulated shop never answers. */
export function scriptedClient(
  answer: (asked: Request) => Promise<Response> | Response,
  config: Parameters<typeof createBigCommerceClient>[0] = { storeHash: 'z4zn3wo', accessToken: 'secret-token' },
  options: ClientOptions = {},
) {
  const { host, asked } = hostOf(answer);
  return { client: createBigCommerceClient(config, host, options), asked };
}

/** What is thrown, to look at. */
export async function failureOf(attempt: Promise<unknown>): Promise<Error & { readonly body?: unknown }> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

export const fieldOf = (error: unknown): unknown =>
  isLoose(error) && isLoose(error.context) ? error.context.field : undefined;
