import * as bigcommerce from '@cartograph/bigcommerce';
import * as kit from '@cartograph/connector-kit';
import * as core from '@cartograph/core';
import { type Host, silentLogger } from '@cartograph/core';
import * as iconic from '@cartograph/iconic';
import * as magento from '@cartograph/magento';
import {
  createBigCommerceSimulator,
  createIconicSimulator,
  createMagentoSimulator,
  type Simulator,
  type SimulatorOptions,
} from '@cartograph/simulators';
import type { Modules } from './run-example.js';

type CreateClient = (settings: object, host?: Host, options?: object) => unknown;

/** A platform as an example meets it: the package, the name of what opens a client in it, and a shop. */
interface Platform {
  readonly package: Readonly<Record<string, unknown>>;
  readonly opener: string;
  readonly createSimulator: (options: SimulatorOptions) => Simulator;
}

export const platforms: Readonly<Record<string, Platform>> = {
  iconic: { package: iconic, opener: 'createIconicClient', createSimulator: createIconicSimulator },
  bigcommerce: {
    package: bigcommerce,
    opener: 'createBigCommerceClient',
    createSimulator: createBigCommerceSimulator,
  },
  magento: { package: magento, opener: 'createMagentoClient', createSimulator: createMagentoSimulator },
};

/** Time that passes where somebody waits, and only there. */
function createTime() {
  let elapsedMs = 0;
  return {
    elapsedMs: () => elapsedMs,
    now: () => new Date(Date.parse('2026-07-01T00:00:00Z') + elapsedMs),
    sleep: async (ms: number) => {
      elapsedMs += ms;
    },
  };
}

/**
 * The packages as a reader imports them, with simulated shops where real ones would be: a client is opened with the settings of
 * the example and, over them, the address and the credentials of the shop. A host that an example makes reaches the shop of `platform`.
 */
export function shopsFor(platform: string): Modules {
  const opened = Object.entries(platforms).map(([id, { package: names, opener, createSimulator }]) => {
    const { elapsedMs, now, sleep } = createTime();
    const simulator = createSimulator({ orders: 120, elapsedMs });
    const host = kit.createHost({
      fetch: (input, init) => simulator.fetch(new Request(input, init)),
      now,
      sleep,
      logger: silentLogger,
    });
    const open = names[opener] as CreateClient;
    const client: CreateClient = (settings, _host, options) =>
      open({ ...settings, ...simulator.config('https://shop.example') }, host, options);
    return { id, host, names: { ...names, [opener]: client } };
  });
  const host = opened.find(({ id }) => id === platform)?.host;
  return {
    '@cartograph/core': core,
    '@cartograph/connector-kit': { ...kit, createHost: () => host },
    ...Object.fromEntries(opened.map(({ id, names }) => [`@cartograph/${id}`, names])),
  };
}
