import { UnsupportedError } from '@cartograph/core';
import {
  createBigCommerceSimulator,
  createIconicSimulator,
  createMagentoSimulator,
  type Simulator,
  type SimulatorOptions,
} from '@cartograph/simulators';

const simulators: Readonly<Record<string, (options: SimulatorOptions) => Simulator>> = {
  iconic: createIconicSimulator,
  bigcommerce: createBigCommerceSimulator,
  magento: createMagentoSimulator,
};

/** Throws an UnsupportedError that lists the platforms there are. */
export function createSimulator(platform: string, options: SimulatorOptions): Simulator {
  const create = Object.hasOwn(simulators, platform) ? simulators[platform] : undefined;
  if (create) return create(options);
  const known = Object.keys(simulators).join(', ');
  throw new UnsupportedError(`there is no sandbox for "${platform}"; there is ${known}`, { platform });
}
