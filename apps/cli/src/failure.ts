import type { Logger } from '@cartograph/core';
import { isCommerceError } from '@cartograph/core';

/** One sentence for a person, on standard error, and the exit code 1. The whole error goes to the log. */
export function reportFailure(error: unknown, logger: Logger, json: boolean): void {
  const expected = isCommerceError(error);
  const message = error instanceof Error ? error.message : String(error);
  logger.error({ error, stack: error instanceof Error ? error.stack : undefined }, 'command failed');
  const sentence = expected
    ? message
    : `something went wrong that should not: ${message} (CARTOGRAPH_LOG=error shows where)`;
  if (json)
    process.stdout.write(`${JSON.stringify({ error: { code: expected ? error.code : 'internal', message } })}\n`);
  process.stderr.write(`cartograph: ${sentence}\n`);
  process.exitCode = 1;
}
