import {
  type Filter,
  type ListQuery,
  type QueryField,
  queryFields,
  type ResourceName,
  resourceNames,
  type Sort,
} from '@cartograph/core';
import { flag, type Parameter, readQuery, whole, words } from '../http/parameters.js';
import { invalid } from '../http/problem.js';
import { decodeCursor } from './cursor.js';
import {
  type FilterWord,
  filterWords,
  mostValues,
  recordFields,
  sortDescription,
  sortFields,
} from './list-parameters.js';
import { readValue } from './values.js';

export const mostRecords = 1000;

const cursor: Parameter<string | null> = {
  description: '"next" of the page before, with all other parameters as they were.',
  schema: { type: 'string' },
  read: text => text,
};

/** What every list takes beside its filters and its connections. */
export const listParameters = (resource: ResourceName): ListParameters => parametersOf[resource];

type ListParameters = ReturnType<typeof describeParameters>;

const describeParameters = (resource: ResourceName) => ({
  sort: sortParameter(resource),
  limit: whole('At most so many records.', { min: 1, max: mostRecords, otherwise: 100 }),
  cursor,
  fields: words('Only these fields of each record.', recordFields(resource)),
  includeDeleted: flag('Also those that are gone at the source.'),
});

const parametersOf = Object.fromEntries(resourceNames.map(name => [name, describeParameters(name)])) as Readonly<
  Record<ResourceName, ListParameters>
>;

function sortParameter(resource: ResourceName): Parameter<Sort | null> {
  const allowed = sortFields(resource).flatMap(name => [name, `-${name}`]);
  return {
    description: sortDescription(resource),
    schema: { type: 'string', enum: allowed },
    read(text, name) {
      if (text === null) return null;
      if (!allowed.includes(text)) throw invalid(name, `is one of ${allowed.join(', ')}`, allowed);
      return { field: text.replace('-', ''), descending: text.startsWith('-') };
    },
  };
}

/** A query of a URL; `connections` are those that it may show. Throws a Problem that names what does not fit. */
export function readListQuery(
  resource: ResourceName,
  query: URLSearchParams,
  connections: readonly string[],
): ListQuery {
  const parameters = listParameters(resource);
  const [filters, rest] = splitFilters(resource, query, Object.keys(parameters));
  const { sort, limit, cursor, fields, includeDeleted } = readQuery(parameters, rest);
  const asked: ListQuery = { resource, connections, filters, ...(sort ? { sort } : {}), limit, includeDeleted };
  return {
    ...asked,
    ...(fields ? { fields: [...new Set(['id', 'connectionId', ...fields])] } : {}),
    after: cursor === null ? null : decodeCursor(cursor, asked),
  };
}

function splitFilters(
  resource: ResourceName,
  query: URLSearchParams,
  known: readonly string[],
): [Filter[], URLSearchParams] {
  const fields = queryFields[resource];
  const rest = new URLSearchParams();
  const filters: Filter[] = [];
  const seen = new Set<string>();
  for (const [parameter, text] of query) {
    const [, name = '', word] = /^([^[\]]+)(?:\[([^[\]]*)\])?$/.exec(parameter) ?? [];
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (known.includes(parameter)) rest.append(parameter, text);
    else if (field === undefined)
      throw invalid(parameter, `is no parameter of ${resource}`, [...known, 'connection', ...Object.keys(fields)]);
    else if (seen.has(parameter))
      throw invalid(parameter, 'stands there twice: give one, with commas between its values');
    else filters.push(...readFilter(field, word, text, parameter));
    seen.add(parameter);
  }
  return [filters, rest];
}

function readFilter(field: QueryField, given: string | undefined, text: string, parameter: string): readonly Filter[] {
  const { name, kind } = field;
  const words = filterWords(field);
  const word = given === undefined ? (words.includes('in') ? 'in' : 'eq') : words.find(one => one === given);
  if (word === undefined)
    throw invalid(
      parameter,
      `is no way to ask for ${name}: there is ${words.join(', ')}`,
      words.map(one => `${name}[${one}]`),
    );
  if (word === 'exists') {
    if (text !== 'true' && text !== 'false') throw invalid(parameter, 'is true or false', ['true', 'false']);
    return [{ field: name, operator: 'exists', value: text === 'true' }];
  }
  const texts = word === 'in' ? text.split(',') : [text];
  if (texts.length > mostValues) throw invalid(parameter, `takes ${mostValues} values at most`);
  const values = texts.map(one => readValue(field, one, parameter));
  return filtersOf(name, word, values, kind === 'instant');
}

function filtersOf(
  field: string,
  word: Exclude<FilterWord, 'exists'>,
  values: readonly string[],
  isInstant: boolean,
): readonly Filter[] {
  const [value = ''] = values;
  if (word !== 'eq' && word !== 'in') return [{ field, operator: word, value }];
  // An instant has several spellings: equal is neither before nor after.
  if (isInstant)
    return [
      { field, operator: 'gte', value },
      { field, operator: 'lte', value },
    ];
  return [{ field, operator: 'in', values }];
}
