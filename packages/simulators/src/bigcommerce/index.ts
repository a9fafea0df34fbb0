export { type BigCommerceSimulatorOptions, createBigCommerceSimulator } from './simulator.js';
