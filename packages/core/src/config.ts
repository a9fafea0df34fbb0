import type { Connector } from './connector.js';
import { ConfigError } from './errors.js';
import { problemsOf } from './problems.js';

/** Settings as a user gives them, checked. Throws a ConfigError with a sentence for every field that is wrong; no value is quoted. */
export function parseConfig<Config>(connector: Pick<Connector<Config>, 'title' | 'config'>, settings: unknown): Config {
  const parsed = connector.config.safeParse(settings);
  if (parsed.success) return parsed.data;
  const problems = problemsOf(parsed.error.issues, settings, 'is not a setting').map(({ field, complaint }) => ({
    field: field || 'the settings',
    complaint,
  }));
  const fields = problems.map(({ field }) => field).join(', ');
  const sentences = problems.map(({ field, complaint }) => `"${field}" ${complaint}`).join('; ');
  throw new ConfigError(`${connector.title} settings: ${sentences}`, { fields });
}
