import { type Check, type ModelRecord, type ProvenResource, proveRecords } from '@cartograph/core';

/** The records that do not add up, with what is missing where. */
export const unprovenRecords = (
  records: readonly ModelRecord[],
  scope: 'shop' | 'part' = 'shop',
): { readonly resource: ProvenResource; readonly id: string; readonly residues: readonly Check[] }[] =>
  proveRecords(records, scope)
    .filter(({ proof }) => proof.result === 'unproven')
    .map(({ resource, id, proof: { residues } }) => ({ resource, id, residues }));
