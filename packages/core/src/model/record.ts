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

/** What storage adds to every record. */
export interface Stored {
  readonly connectionId: string;
  readonly platform: string;
  /** When its content last changed in the store. */
  readonly syncedAt: string;
  /** When it was found gone at the source; null while it is there. */
  readonly deletedAt: string | null;
  /** Version of the mapping that made it. */
  readonly mapperVersion: number;
}
