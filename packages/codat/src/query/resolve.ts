import type { DocumentCondition, DocumentField } from '@cartograph/core';
import { z } from 'zod';
import { wireDate } from '../schemas/commerce.js';
import { type Condition, type Operator, parseQuery, QueryError } from './parse.js';
import { readValue } from './values.js';

/** What documents may have, and whether what stands in their lists may be asked for: of commerce data it may not. */
export interface Shape {
  readonly schema: z.ZodType;
  readonly throughLists?: boolean;
}

export interface Sorting {
  readonly field: DocumentField;
  readonly descending: boolean;
}

/** What the query asks of documents of the shape; null for nothing. Throws a QueryError in Codat's words. */
export function resolveQuery(shape: Shape, text: string): DocumentCondition | null {
  const condition = parseTolerantly(text);
  return condition && resolve(shape, condition);
}

/** `name` or `-name`, the latter from the greatest to the least; null for nothing. Throws a QueryError. */
export function resolveOrderBy(shape: Shape, text: string): Sorting | null {
  const name = text.trim();
  if (name === '') return null;
  const descending = name.startsWith('-');
  return { field: fieldOf(shape, descending ? name.slice(1).trim() : name), descending };
}

/** Some of Codat's own examples are encoded twice. */
function parseTolerantly(text: string): Condition | null {
  try {
    return parseQuery(text);
  } catch (error) {
    if (!/%[0-9a-f]{2}/i.test(text)) throw error;
    return parseQuery(decoded(text));
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new QueryError('Error parsing query - Malformed query.');
  }
}

function resolve(shape: Shape, condition: Condition): DocumentCondition {
  if (condition.kind !== 'compare')
    return { kind: condition.kind, terms: condition.terms.map(term => resolve(shape, term)) };
  const { path, operator } = condition;
  const field = fieldOf(shape, path);
  if (!takes[field.kind].includes(operator))
    throw new QueryError(`Error parsing query - ${path} cannot be compared with ${operator}.`);
  return { kind: 'compare', field, operator, value: readValue(field.kind, path, condition.value) };
}

const ordered: readonly Operator[] = ['=', '!=', '>', '<', '>=', '<='];
const takes: Readonly<Record<DocumentField['kind'], readonly Operator[]>> = {
  text: ['=', '!=', '~'],
  number: ordered,
  date: ordered,
  boolean: ['=', '!='],
};

/** What storage keeps beside a document. */
const beside: Readonly<Record<string, DocumentField>> = {
  id: { path: 'id', kind: 'text' },
  modifiedDate: { path: 'modifiedAt', kind: 'date' },
};

/** The names in any case. */
function fieldOf({ schema: root, throughLists = false }: Shape, path: string): DocumentField {
  const keys: string[] = [];
  let schema: z.core.$ZodType = root;
  for (const step of path.split('.')) {
    const shape: z.core.$ZodShape = schema instanceof z.ZodObject ? schema.shape : {};
    const key = Object.keys(shape).find(name => name.toLowerCase() === step.toLowerCase());
    const inner = key === undefined ? undefined : shape[key];
    if (key === undefined || inner === undefined) throw unresolved(path);
    keys.push(key);
    schema = inner instanceof z.ZodOptional ? inner.unwrap() : inner;
    if (throughLists && schema instanceof z.ZodArray) schema = schema.element;
  }
  const kind = kindOf(schema);
  if (kind === null) throw unresolved(path);
  return (throughLists ? undefined : beside[keys.join('.')]) ?? { path: keys, kind };
}

function kindOf(schema: z.core.$ZodType): DocumentField['kind'] | null {
  if (schema === wireDate) return 'date';
  if (schema instanceof z.ZodNumber) return 'number';
  if (schema instanceof z.ZodBoolean) return 'boolean';
  return schema instanceof z.ZodString || schema instanceof z.ZodEnum ? 'text' : null;
}

const unresolved = (path: string): QueryError =>
  new QueryError(`Error parsing query - Could not resolve property ${path} on Dataset`);
