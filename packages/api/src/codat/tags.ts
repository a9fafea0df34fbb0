import { parseQuery, QueryError } from '@cartograph/codat';
import type { DocumentCondition } from '@cartograph/core';

type Parsed = NonNullable<ReturnType<typeof parseQuery>>;

/** What `tags` of a list of companies asks for: tags by their names, which are told apart by case. */
export function resolveTags(text: string): DocumentCondition | null {
  const parsed = parseQuery(text);
  return parsed && ofTags(parsed);
}

function ofTags(condition: Parsed): DocumentCondition {
  if (condition.kind !== 'compare') return { kind: condition.kind, terms: condition.terms.map(ofTags) };
  const { path, operator, value } = condition;
  if (operator !== '=' && operator !== '!=' && operator !== '~')
    throw new QueryError(`Error parsing query - tags cannot be compared with ${operator}.`);
  return { kind: 'compare', field: { path: ['tags', path], kind: 'text' }, operator, value };
}
