import type { Entry, Instant, Storage } from '@cartograph/core';
import { type Position, present } from './position.js';

/** How far a consumer was told, and what it is being told. Whoever writes it says what it was: so nobody's work is undone. */
export interface DeliveryState {
  /** All before it is delivered, or given up. */
  readonly position: Position;
  /** The message whose turn it is. */
  readonly head: Head | null;
  /** Messages that were made for it until now. */
  readonly made: number;
  /** Since when no attempt succeeds, and where it was then; null while all is well. */
  readonly failing: Failing | null;
  /** Who sends; until then nobody else does. */
  readonly claim: Claim | null;
}

export interface Head {
  /** In the log. */
  readonly place: number;
  /** Where the consumer is once it has it. */
  readonly after: Position;
  readonly dueAt: Instant;
  /** Attempts that failed. */
  readonly failures: number;
}

export interface Failing {
  readonly since: Instant;
  readonly position: Position;
}

export interface Claim {
  readonly owner: string;
  readonly until: Instant;
}

const stateKind = 'webhook state';

export interface KnownState {
  readonly state: DeliveryState;
  readonly entry: Entry;
}

export const stateEntry = (id: string, state: DeliveryState): Entry => ({
  kind: stateKind,
  id,
  body: JSON.stringify(state),
});

export const stateName = (id: string) => ({ kind: stateKind, id });

const known = (entry: Entry): KnownState => ({ state: JSON.parse(entry.body), entry });

export async function readState(storage: Storage, id: string): Promise<KnownState | null> {
  const entry = await storage.entry(stateKind, id);
  return entry && known(entry);
}

/** By consumer. */
export async function readStates(storage: Storage): Promise<ReadonlyMap<string, DeliveryState>> {
  return new Map((await storage.entries(stateKind)).map(entry => [entry.id, known(entry).state]));
}

/** Of a consumer that is told what happens from now on. */
export const newState = async (storage: Storage): Promise<DeliveryState> => ({
  position: await present(storage),
  ...{ head: null, made: 0, failing: null, claim: null },
});

export const isClaimedByAnother = ({ claim }: DeliveryState, owner: string, now: Date): boolean =>
  claim !== null && claim.owner !== owner && Date.parse(claim.until) > now.getTime();
