import type { Simulator, SimulatorOptions } from '@cartograph/simulators';
import { onTestFinished } from 'vitest';
import { startServer } from '../sandbox/server.js';
import { createSimulator } from '../sandbox/simulators.js';
import type { User } from './user.js';

/** A made-up shop behind a port of this machine, until the test ends. */
export interface Shop {
  readonly platform: string;
  readonly url: string;
  readonly config: Record<string, unknown>;
  readonly simulator: Simulator;
  /** Answers in the simulator's place where it gives a response. */
  answer: (request: Request) => Response | undefined;
}

/** No waiting for the rate that the real platform allows, and every order there is. */
const settings: Readonly<Record<string, Record<string, unknown>>> = {
  iconic: { requestsPerSecond: 1000 },
  bigcommerce: { includeIncomplete: true },
};

export async function openShop(platform: string, options: SimulatorOptions = { orders: 60 }): Promise<Shop> {
  const simulator = createSimulator(platform, options);
  const fetch = async (request: Request) => shop.answer(request) ?? (await simulator.fetch(request));
  const { url, close } = await startServer({ ...simulator, fetch }, 0);
  onTestFinished(close);
  const config = { ...simulator.config(url), ...settings[platform] };
  const shop: Shop = { platform, url, config, simulator, answer: () => undefined };
  return shop;
}

/** Connects the shop under the platform's name, or another. */
export async function connectShop(user: User, { platform, config }: Shop, name = platform): Promise<void> {
  for (const secret of secretsIn(config)) user.secrets.add(secret);
  const { exitCode, err } = await user.run('connect', platform, name, '--config', user.file(`${name}.json`, config));
  if (exitCode !== 0) throw new Error(err);
}

/** The texts under names that tell of a secret. */
export const secretsIn = (config: object): string[] =>
  Object.entries(config).flatMap(([name, value]) => {
    if (typeof value === 'object' && value !== null) return secretsIn(value);
    return /secret|token$|password/i.test(name) ? [String(value)] : [];
  });
