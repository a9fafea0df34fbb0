export type { MagentoSimulatorOptions } from './options.js';
export { magentoProfiles } from './quirks.js';
export { createMagentoSimulator, type MagentoSimulator } from './simulator.js';
