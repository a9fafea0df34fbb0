import type { Provision } from './coverage.js';
import type { ResourceName } from './model/resources.js';

/** A model record with where each of its values comes from. */
export interface ExplainedRecord {
  readonly resource: ResourceName;
  readonly id: string;
  /** Every value in it, in the order of the model: nested ones by their path, an empty list as one value. */
  readonly fields: readonly ExplainedField[];
}

export interface ExplainedField {
  /** `totals.grand`, `lines[1].unitPrice`. */
  readonly path: string;
  readonly value: unknown;
  /** The native fields that it was read from; empty for what is true of the platform, or absent there. */
  readonly sources: readonly FieldSource[];
  readonly provision: Provision;
}

export interface FieldSource {
  /** In the native record's body: `order.total_inc_tax`; or in what is known of the shop: `shop.currency`. */
  readonly path: string;
  /** As the platform sent it; undefined where it sent no such field. */
  readonly value: unknown;
}
