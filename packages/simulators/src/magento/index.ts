export type { MagentoSimulatorOptions } from './options.js';
export { createMagentoSimulator, type MagentoSimulator } from './simulator.js';
