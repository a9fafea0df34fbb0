import type { Run } from '@cartograph/core';

/** Keeps the run as it stands with what was just written; the driver does both in one transaction. */
export function certified<Result>(
  writer: { readonly run?: (result: Result) => Run },
  result: Result,
  saveRun: (run: Run) => unknown,
): Result {
  if (writer.run) saveRun(writer.run(result));
  return result;
}
