import type { Storage } from '@cartograph/core';
import { type ByHand, beforeChange, beforeTime, type Position } from '@cartograph/webhooks';
import { z } from 'zod';
import { Problem } from '../http/problem.js';

/** From where: one of these. */
export const replaySchema = z.union([
  z.strictObject({ sequence: z.int().min(1) }),
  z.strictObject({ time: z.iso.datetime({ offset: true }) }),
  z.strictObject({ failed: z.literal(true) }),
  z.strictObject({ message: z.string().max(100) }),
]);

type From = Exclude<z.infer<typeof replaySchema>, { readonly message: string }>;

/** Throws a Problem where nothing failed. */
export async function positionOf(storage: Storage, byHand: ByHand, id: string, from: From): Promise<Position> {
  if ('sequence' in from) return beforeChange(storage, from.sequence);
  if ('time' in from) return beforeTime(storage, new Date(from.time));
  const position = await byHand.beforeFailed(id);
  if (position) return position;
  throw new Problem('conflict', 'No message of the log failed');
}
