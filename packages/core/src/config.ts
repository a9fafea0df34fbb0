import type { z } from 'zod';
import type { Connector } from './connector.js';
import { ConfigError } from './errors.js';

/** Settings as a user gives them, checked. Throws a ConfigError with a sentence for every field that is wrong; no value is quoted. */
export function parseConfig<Config>(connector: Pick<Connector<Config>, 'title' | 'config'>, settings: unknown): Config {
  const parsed = connector.config.safeParse(settings);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.flatMap(issue => problemsOf(issue, settings));
  const fields = problems.map(({ field }) => field).join(', ');
  const sentences = problems.map(({ sentence }) => sentence).join('; ');
  throw new ConfigError(`${connector.title} settings: ${sentences}`, { fields });
}

interface Problem {
  readonly field: string;
  readonly sentence: string;
}

function problemsOf(issue: z.core.$ZodIssue, settings: unknown): Problem[] {
  const path = issue.path.map(String);
  const problem = (field: string, complaint: string): Problem => ({ field, sentence: `"${field}" ${complaint}` });
  const field = path.join('.') || 'the settings';
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key =>
      problem([...path, key].join('.'), 'is not a setting: remove it or check its spelling'),
    );
  if (issue.code === 'invalid_type') {
    const noun = nounOf(issue.expected);
    return [problem(field, isMissing(settings, path) ? `is missing: give ${noun}` : `must be ${noun}`)];
  }
  if (issue.code === 'invalid_value') return [problem(field, `must be one of ${issue.values.map(String).join(', ')}`)];
  if (issue.code === 'invalid_format' && issue.format === 'url')
    return [problem(field, 'must be a URL such as https://shop.example')];
  if (issue.code === 'too_small' && issue.origin === 'string') return [problem(field, 'must not be empty')];
  return [problem(field, `does not fit: ${issue.message}`)];
}

const isMissing = (settings: unknown, path: readonly string[]): boolean =>
  path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], settings) === undefined;

const nounOf = (type: string): string =>
  /^[aeiou]/.test(type) ? `an ${type}` : `a ${type === 'string' ? 'text' : type}`;
