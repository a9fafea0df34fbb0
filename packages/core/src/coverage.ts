import type { ResourceName } from './model/resources.js';

/** How a connector fills one field of the model. */
export type Provision =
  | { readonly kind: 'provided' }
  | { readonly kind: 'derived'; readonly rule: string }
  | { readonly kind: 'absent'; readonly reason: string };

/** By path in the record: `totals.grand`, `lines[].unitPrice`. */
export type FieldCoverage = Readonly<Record<string, Provision>>;

/** What a connector gives of each resource: its fields, or the reason why there is none of it. */
export type Coverage = { readonly [Name in ResourceName]: FieldCoverage | { readonly absent: string } };

/** Why there is none of a resource; null where there is. */
export const absenceOf = (resource: Coverage[ResourceName]): string | null =>
  typeof resource.absent === 'string' ? resource.absent : null;

/** The fields of a resource; none where there is none of it. */
export const coveredFields = (resource: Coverage[ResourceName]): FieldCoverage =>
  absenceOf(resource) === null ? (resource as FieldCoverage) : {};
