import { ConfigError, UnsupportedError } from '@cartograph/core';
import {
  bigcommerceProfiles,
  createBigCommerceSimulator,
  createIconicSimulator,
  createMagentoSimulator,
  iconicProfiles,
  magentoProfiles,
  type QuirkProfile,
  type Simulator,
  type SimulatorOptions,
} from '@cartograph/simulators';

interface Sandbox {
  readonly create: (options: SimulatorOptions) => Simulator;
  readonly profiles: readonly QuirkProfile[];
}

const sandboxes: Readonly<Record<string, Sandbox>> = {
  iconic: { create: createIconicSimulator, profiles: iconicProfiles },
  bigcommerce: { create: createBigCommerceSimulator, profiles: bigcommerceProfiles },
  magento: { create: createMagentoSimulator, profiles: magentoProfiles },
};

export const sandboxPlatforms: readonly string[] = Object.keys(sandboxes);

/** Throws an UnsupportedError that lists the platforms there are, and a ConfigError that lists the profiles there are. */
export function createSimulator(platform: string, options: SimulatorOptions): Simulator {
  const { create } = sandboxOf(platform);
  try {
    return create(options);
  } catch (cause) {
    if (cause instanceof RangeError) throw new ConfigError(cause.message, { platform }, { cause });
    throw cause;
  }
}

/** The quirk profiles of a platform. */
export const profilesOf = (platform: string): readonly QuirkProfile[] => sandboxOf(platform).profiles;

function sandboxOf(platform: string): Sandbox {
  const sandbox = Object.hasOwn(sandboxes, platform) ? sandboxes[platform] : undefined;
  if (sandbox) return sandbox;
  const known = sandboxPlatforms.join(', ');
  throw new UnsupportedError(`there is no sandbox for "${platform}"; there is ${known}`, { platform });
}
