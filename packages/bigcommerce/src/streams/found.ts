import { mayBePoisoned, type Salvage, text } from '@cartograph/connector-kit';
import type { FailedRecord } from '@cartograph/core';

/** What was asked for by its ids: null is gone, and of what could not be served nothing was learnt. */
export function foundOf<Body>(
  ids: readonly string[],
  bodies: readonly Body[],
  idOf: (body: Body) => unknown,
  failed: readonly FailedRecord[],
): ReadonlyMap<string, Body | null> {
  const byId = new Map(bodies.map(body => [text(idOf(body)), body]));
  const unknown = new Set(failed.map(({ id }) => id));
  return new Map(ids.filter(id => !unknown.has(id)).map(id => [id, byId.get(id) ?? null]));
}

/** Where none of what was asked for is served, each may be what makes the others fail: of none anything was learnt. */
export async function salvageOf<Item>(ids: readonly string[], salvage: Promise<Salvage<Item>>): Promise<Salvage<Item>> {
  try {
    return await salvage;
  } catch (error) {
    if (!mayBePoisoned(error)) throw error;
    return { items: [], failed: ids.map(id => ({ id, reason: 'is not served' })) };
  }
}
