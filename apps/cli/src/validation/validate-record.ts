import {
  type Check,
  type Connector,
  type Explanation,
  type NativeRecord,
  type Proof,
  type ProvenResource,
  proveRecords,
  type ResourceName,
  type ShopContext,
} from '@cartograph/core';
import { normalizePage } from '@cartograph/sync';

/** What a native record would become. */
export interface ValidatedRecord {
  readonly stream: string;
  readonly id: string;
  readonly yields: readonly { readonly resource: ResourceName; readonly id: string }[];
  readonly proofs: readonly ValidatedProof[];
  /** Why it would be set aside; null where it would not. */
  readonly setAside: { readonly path: string | null; readonly reason: string } | null;
}

/** Whether a record adds up by what this one native record says; what others say of it is left out. */
export interface ValidatedProof {
  readonly resource: ProvenResource;
  readonly id: string;
  readonly result: Proof['result'];
  readonly explanations: readonly Explanation[];
  readonly residues: readonly Check[];
}

export interface ValidationSummary {
  readonly records: number;
  readonly setAside: number;
  readonly yields: Readonly<Partial<Record<ResourceName, number>>>;
  readonly proofs: Readonly<Record<Proof['result'], number>>;
}

export function validateRecord(
  connector: Pick<Connector, 'normalize'>,
  native: NativeRecord,
  shop: ShopContext,
): ValidatedRecord {
  const page = normalizePage(connector, [native], shop);
  const made = page.natives.flatMap(({ records }) => records);
  const [failure = null] = page.setAside;
  return {
    stream: native.stream,
    id: native.id,
    yields: made.map(({ resource, record }) => ({ resource, id: record.id })),
    proofs: proveRecords(made, 'part').map(({ resource, id, proof: { result, explanations, residues } }) => ({
      resource,
      id,
      result,
      explanations,
      residues,
    })),
    setAside: failure && { path: failure.path, reason: failure.reason },
  };
}

export function summarize(records: readonly ValidatedRecord[]): ValidationSummary {
  const yields: Partial<Record<ResourceName, number>> = {};
  const proofs = { proven: 0, explained: 0, unproven: 0 };
  for (const record of records) {
    for (const { resource } of record.yields) yields[resource] = (yields[resource] ?? 0) + 1;
    for (const { result } of record.proofs) proofs[result] += 1;
  }
  const setAside = records.filter(record => record.setAside !== null).length;
  return { records: records.length, setAside, yields, proofs };
}
