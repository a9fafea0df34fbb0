import { ConflictError, type DocumentWrite, type ViewPosition } from '@cartograph/core';

/** Whether everything of the view is to be forgotten first. Throws a ConflictError where another writer moved it. */
export function beginsAnew({ view, from, to }: DocumentWrite, stored: ViewPosition | null): boolean {
  if (stored?.version !== from?.version || stored?.sequence !== from?.sequence)
    throw new ConflictError(`Another process moved the view ${view} on: go on from where it is`, { view });
  return from?.version !== to.version;
}
