import { type Logger, silentLogger } from '@cartograph/core';
import { CommanderError } from 'commander';
import { readEnv } from './env.js';
import { reportFailure, reportMisuse } from './failure.js';
import { createLogger } from './logger.js';
import { createProgram } from './program.js';
import type { Shell } from './shell.js';

/** Runs one command to its end. `words` are what stands behind `cartograph`; the exit code is left in the shell. */
export async function run(shell: Shell, words: readonly string[]): Promise<void> {
  const json = words.includes('--json');
  let logger: Logger = silentLogger;
  try {
    logger = createLogger(readEnv(shell.env).logLevel, shell.stderr);
    await createProgram(shell).parseAsync(words, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) reportMisuse(error, shell, json);
    else reportFailure(error, shell, logger, json);
  }
}
