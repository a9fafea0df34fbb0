import type { Logger } from '@cartograph/core';
import { isCommerceError } from '@cartograph/core';
import type { CommanderError } from 'commander';
import { Interrupted } from './interrupt.js';
import type { Shell } from './shell.js';

type Speaker = Pick<Shell, 'stdout' | 'stderr' | 'exitCode'>;

/** One sentence for a person, on standard error, and an exit code. The whole error goes to the log. */
export function reportFailure(error: unknown, shell: Speaker, logger: Logger, json: boolean): void {
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  logger.error({ error, stack: error instanceof Error ? error.stack : undefined }, 'command failed');
  const sentence =
    code === 'internal'
      ? `something went wrong that should not: ${message} (CARTOGRAPH_LOG=error shows where)`
      : message;
  if (json) printError(shell, code, message);
  shell.stderr.write(`cartograph: ${sentence}\n`);
  shell.exitCode = error instanceof Interrupted ? error.exitCode : 1;
}

/** A command line that does not parse; commander has said on standard error what is wrong with it, or shown its help. */
export function reportMisuse({ exitCode, message }: CommanderError, shell: Speaker, json: boolean): void {
  if (json && exitCode !== 0) printError(shell, 'usage', message.replace(/^error: /, ''));
  shell.exitCode = exitCode;
}

const printError = ({ stdout }: Speaker, code: string, message: string) =>
  stdout.write(`${JSON.stringify({ error: { code, message } })}\n`);

function codeOf(error: unknown): string {
  if (isCommerceError(error)) return error.code;
  return error instanceof Interrupted ? 'interrupted' : 'internal';
}
