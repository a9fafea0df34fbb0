import { z } from 'zod';
import { key, text, time } from './kinds.js';

/** A value of one's own beside a record; unique by its namespace and key. */
export const metafieldSchema = z.object({
  id: z.number(),
  namespace: text,
  key: text,
  value: text,
  description: text,
  permission_set: text,
  resource_type: text,
  resource_id: key,
  date_created: time,
  date_modified: time,
  owner_client_id: text,
});

export type Metafield = z.input<typeof metafieldSchema>;
