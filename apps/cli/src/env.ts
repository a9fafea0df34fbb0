import { ConfigError } from '@cartograph/core';

/** All that is read from the environment. */
export interface Env {
  /** `CARTOGRAPH_DB`: the database file. */
  readonly database: string;
  /** `CARTOGRAPH_KEY`: the key under which settings are encrypted. */
  readonly key: string | undefined;
  /** `CARTOGRAPH_LOG`: level of the log on standard error. */
  readonly logLevel: string;
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

export function readEnv(variables: NodeJS.ProcessEnv): Env {
  const logLevel = variables.CARTOGRAPH_LOG || 'silent';
  if (!logLevels.includes(logLevel))
    throw new ConfigError(`CARTOGRAPH_LOG must be one of ${logLevels.join(', ')}, and not "${logLevel}"`);
  return {
    database: variables.CARTOGRAPH_DB || 'cartograph.db',
    key: variables.CARTOGRAPH_KEY || undefined,
    logLevel,
  };
}
