export { createIconicSimulator, type IconicSimulatorOptions } from './simulator.js';
