export { iconicProfiles } from './quirks.js';
export { createIconicSimulator, type IconicSimulatorOptions } from './simulator.js';
