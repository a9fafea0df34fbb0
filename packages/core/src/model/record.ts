import { z } from 'zod';
import { instantSchema, textSchema } from './scalars.js';

/** What every record says of itself; a connector provides these. */
export const recordFields = {
  /** The platform's id as text; unique per connection and resource. */
  id: textSchema,
  /** When the platform made the thing. */
  createdAt: instantSchema.nullable(),
  /** When the platform last changed it, as far as it says. */
  sourceModifiedAt: instantSchema.nullable(),
  /** True where the platform has no such object and a stated rule made the record. */
  derived: z.boolean(),
} as const;

/**
 * How a record was found gone: the stream was read whole without it, an enumeration of ids did not meet it, the platform
 * was asked for it and said so, or its native record is there and yields it no more.
 */
export type DeletionEvidence = 'enumeration' | 'sweep' | 'not found' | 'not yielded';

/** What storage adds to every record. */
export interface Stored {
  readonly connectionId: string;
  readonly platform: string;
  /** When its content last changed in the store. */
  readonly syncedAt: string;
  /** When it was found gone at the source; null while it is there. */
  readonly deletedAt: string | null;
  /** Null while it is there, and where it was found gone before this was written down. */
  readonly deletedBecause: DeletionEvidence | null;
  /** Version of the mapping that made it. */
  readonly mapperVersion: number;
}
