import { z } from 'zod';

/** Text, number or flag: V2 writes numbers as text, and not always. Some rows have `{}` for null. */
export const scalar = z.union([z.string(), z.number(), z.boolean(), z.strictObject({})]).nullish();
