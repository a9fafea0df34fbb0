export { createVirtualClock, type VirtualClock } from './connector/clock.js';
export { type ConformanceOptions, connectorConformance, connectorRules, type Test } from './connector/conformance.js';
export { type Fixture, type FixtureOptions, fixtureConformance, readFixtures } from './connector/fixtures.js';
export { lineageConformance } from './connector/lineage.js';
export { moneyCases } from './connector/money-cases.js';
export { unprovenRecords } from './connector/proofs.js';
export { proveShop } from './connector/shops.js';
export type { ConnectorSubject, SubjectFactory } from './connector/subject.js';
export { type CreateStorage, storageConformance, storageConformanceProof } from './storage/conformance.js';
