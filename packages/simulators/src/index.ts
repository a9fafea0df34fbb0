export { type BigCommerceSimulatorOptions, createBigCommerceSimulator } from './bigcommerce/index.js';
export { createIconicSimulator, type IconicSimulatorOptions } from './iconic/index.js';
export { createMagentoSimulator, type MagentoSimulator, type MagentoSimulatorOptions } from './magento/index.js';
export type { RequestCounts, Simulator, SimulatorOptions } from './simulator.js';
