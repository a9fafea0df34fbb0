export { type QuirkSubject, quirkRules } from './quirk-rules.js';
export { createReplica, type Replica, type ReplicaOptions, type ShopInMemory } from './replica.js';
