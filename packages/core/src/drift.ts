import type { Instant } from './model/scalars.js';

export type DriftKind = 'newField' | 'newType' | 'newValue' | 'vanishedField';

/**
 * Something in the native records of a stream that is not as it was when the stream was first read whole. It tells types
 * and lengths, and the words of enumerations; never what else a shop or a buyer wrote.
 */
export interface Drift {
  readonly kind: DriftKind;
  /** In the native body: `lines[].tax_rate`; `prices{}.amount` below keys that are data; empty for the body itself. */
  readonly path: string;
  /** The first native record in which it was met; of a field that vanished the one in which that was enough to say so. */
  readonly nativeId: string;
  /** What was known: `text or null`, the values of an enumeration; null for a new field. */
  readonly before: string | null;
  /** An example of what came: `number`, `text of 12 characters`, the new value of an enumeration. */
  readonly after: string;
}

/** Drift that nobody accepted yet. */
export interface StoredDrift extends Drift {
  readonly connectionId: string;
  readonly stream: string;
  /** When it was first noticed. */
  readonly at: Instant;
}

/** What a page taught about the shape of a stream's native records; kept in the page's transaction. */
export interface ShapeUpdate {
  /** All that is known of the shape now, as text that only its recorder reads. */
  readonly shape: string;
  readonly drifts: readonly Drift[];
}
