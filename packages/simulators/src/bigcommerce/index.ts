export { bigcommerceProfiles } from './quirks.js';
export { type BigCommerceSimulatorOptions, createBigCommerceSimulator } from './simulator.js';
