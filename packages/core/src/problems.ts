import type { z } from 'zod';
import { pathText } from './path.js';

/** One thing that is wrong with a value that somebody gave us. */
export interface Problem {
  /** `variants[0].price`; empty for the value itself. */
  readonly field: string;
  /** Goes after the name of the field: what it takes, and so the fix. Quotes nothing of the value. */
  readonly complaint: string;
}

type Issue = z.core.$ZodIssue;

/** What a schema found in `given`, in words for the person who gave it. `stranger`: what is said of a field with no name here. */
export const problemsOf = (issues: readonly Issue[], given: unknown, stranger = 'is not known here'): Problem[] =>
  issues.flatMap(issue => problemsOfIssue(issue, given, stranger));

function problemsOfIssue(issue: Issue, given: unknown, stranger: string): Problem[] {
  const field = pathText(issue.path);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => ({
      field: pathText([...issue.path, key]),
      complaint: `${stranger}: remove it or check its spelling`,
    }));
  if (issue.code === 'invalid_union') return problemsOfUnion(issue, given, stranger);
  return [{ field, complaint: complaintOf(issue, given) }];
}

function complaintOf(issue: Issue, given: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'never') return `is ${issue.message}`;
      return isMissing(given, issue.path)
        ? `is missing: give ${nounOf(issue.expected)}`
        : `must be ${nounOf(issue.expected)}`;
    case 'invalid_value':
      return `must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return issue.format === 'url' ? 'must be a URL such as https://shop.example' : `does not fit: ${issue.message}`;
    case 'too_small':
      return boundOf(issue.origin, issue.minimum, issue.inclusive === false ? 'more than' : 'at least');
    case 'too_big':
      return boundOf(issue.origin, issue.maximum, issue.inclusive === false ? 'less than' : 'at most');
    default:
      return `does not fit: ${issue.message}`;
  }
}

/** Where each choice is of another type the types are told, otherwise what is wrong with the choice that was nearest. */
function problemsOfUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  given: unknown,
  stranger: string,
): Problem[] {
  const field = pathText(issue.path);
  const types = issue.errors.map(([first]) =>
    first?.code === 'invalid_type' && first.path.length === 0 ? first : null,
  );
  if (types.length === 0) return [{ field, complaint: `does not fit: ${issue.message}` }];
  if (!types.includes(null)) {
    const nouns = types.map(type => nounOf(type?.expected ?? 'value')).join(' or ');
    return [{ field, complaint: isMissing(given, issue.path) ? `is missing: give ${nouns}` : `must be ${nouns}` }];
  }
  const [nearest = []] = issue.errors.toSorted((left, right) => depthOf(right) - depthOf(left));
  return problemsOf(
    nearest.map(inner => ({ ...inner, path: [...issue.path, ...inner.path] })),
    given,
    stranger,
  );
}

const depthOf = (issues: readonly Issue[]): number =>
  Math.max(...issues.map(({ path, code }) => path.length + (code === 'invalid_type' ? 0 : 0.5)));

function boundOf(origin: string, bound: number | bigint, how: string): string {
  if (origin === 'string')
    return bound === 1 && how === 'at least' ? 'must not be empty' : `must have ${how} ${bound} characters`;
  if (origin === 'array' || origin === 'set')
    return bound === 1 && how === 'at least' ? 'must not be empty' : `must have ${how} ${bound} elements`;
  return `must be ${how} ${bound}`;
}

const isMissing = (given: unknown, path: readonly PropertyKey[]): boolean =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], given) ===
  undefined;

const nouns: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list',
  int: 'a whole number',
  null: 'null',
};

const nounOf = (type: string): string => nouns[type] ?? (/^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`);
