/** All that is read from the environment. */
export interface Env {
  /** `CARTOGRAPH_DB`: the database file. */
  readonly database: string;
  /** `CARTOGRAPH_KEY`: the key under which settings are encrypted. */
  readonly key: string | undefined;
  /** `CARTOGRAPH_LOG`: level of the log on standard error. */
  readonly logLevel: string;
}

export const readEnv = (variables: NodeJS.ProcessEnv): Env => ({
  database: variables.CARTOGRAPH_DB || 'cartograph.db',
  key: variables.CARTOGRAPH_KEY || undefined,
  logLevel: variables.CARTOGRAPH_LOG || 'silent',
});
