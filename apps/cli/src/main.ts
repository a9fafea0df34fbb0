import { readEnv } from './env.js';
import { reportFailure } from './failure.js';
import { createLogger } from './logger.js';
import { createProgram } from './program.js';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
});

try {
  await createProgram().parseAsync();
} catch (error) {
  reportFailure(error, createLogger(readEnv().logLevel), process.argv.includes('--json'));
}
