export { bigcommerceProfiles } from './quirks.js';
export {
  type BigCommerceSimulator,
  type BigCommerceSimulatorOptions,
  createBigCommerceSimulator,
} from './simulator.js';
