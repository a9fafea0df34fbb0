export {
  type BigCommerceSimulator,
  type BigCommerceSimulatorOptions,
  bigcommerceProfiles,
  createBigCommerceSimulator,
} from './bigcommerce/index.js';
export { createIconicSimulator, type IconicSimulatorOptions, iconicProfiles } from './iconic/index.js';
export {
  createMagentoSimulator,
  type MagentoSimulator,
  type MagentoSimulatorOptions,
  magentoProfiles,
} from './magento/index.js';
export type { QuirkProfile } from './quirks/quirk.js';
export { sharedProfiles } from './quirks/quirks.js';
export type { RequestCounts, SendingSimulator, Simulator, SimulatorOptions } from './simulator.js';
