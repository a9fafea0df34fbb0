import type { DocumentCondition, DocumentField } from './documents.js';
import { sortKey } from './query/sort-key.js';

/** A document, its body parsed; what is kept beside the body where it is asked for. */
export interface ParsedDocument {
  readonly id?: string;
  readonly modifiedAt?: string;
  readonly body: unknown;
}

type Value = string | number | boolean | null;

/** Whether the condition holds of a document. Of a list on the way to a field it holds where it does for one of its items. */
export function matchesDocument(condition: DocumentCondition, document: ParsedDocument): boolean {
  if (condition.kind !== 'compare') {
    const { kind, terms } = condition;
    const holds = (term: DocumentCondition) => matchesDocument(term, document);
    return kind === 'and' ? terms.every(holds) : terms.some(holds);
  }
  const { field, operator } = condition;
  const wanted = comparable(field, condition.value);
  return valuesAt(field, document).some(value => holdsOf(value, operator, wanted));
}

/** As by their values of the field, the first of a list; 0 where these are equal or both absent. */
export function compareDocuments(field: DocumentField, one: ParsedDocument, other: ParsedDocument): number {
  return compareValues(valuesAt(field, one)[0] ?? null, valuesAt(field, other)[0] ?? null);
}

type Operator = Extract<DocumentCondition, { kind: 'compare' }>['operator'];

function holdsOf(value: Value, operator: Operator, wanted: Value): boolean {
  if (value === null || wanted === null) return operator === '!=';
  if (operator === '~') return String(value).includes(String(wanted));
  const order = compareValues(value, wanted);
  const holds = { '=': order === 0, '!=': order !== 0, '>': order > 0, '<': order < 0 };
  return operator === '>=' ? order >= 0 : operator === '<=' ? order <= 0 : holds[operator];
}

function valuesAt(field: DocumentField, { body, ...beside }: ParsedDocument): readonly Value[] {
  if (typeof field.path === 'string') return [comparable(field, beside[field.path])];
  let values: readonly unknown[] = [body];
  for (const key of field.path)
    values = values.flatMap(value => (value as Readonly<Record<string, unknown>> | null | undefined)?.[key]);
  return values.map(value => comparable(field, value));
}

const typeOf = { text: 'string', date: 'string', number: 'number', boolean: 'boolean' } as const;

/** So that values of one kind are compared as they are; null where it is of another one. */
function comparable({ kind }: DocumentField, value: unknown): Value {
  if (typeof value !== typeOf[kind]) return null;
  if (kind === 'text') return (value as string).toLowerCase();
  return kind === 'date' ? instantKey(value as string) : (value as number | boolean);
}

/** Without zeros at the end of a fraction. */
const instantKey = (instant: string): string => sortKey('instant', instant.replace(/(?:\.0*|(\.\d*?)0*)Z$/, '$1Z'));

const bytesOf = new TextEncoder();

function compareValues(one: Value, other: Value): number {
  if (one === null || other === null) return Number(one !== null) - Number(other !== null);
  return typeof one === 'string' ? compareTexts(one, String(other)) : Number(one) - Number(other);
}

/** By UTF-8 bytes, as databases compare texts. */
function compareTexts(one: string, other: string): number {
  const [left, right] = [bytesOf.encode(one), bytesOf.encode(other)];
  const at = left.findIndex((byte, index) => byte !== right[index]);
  return at === -1 ? left.length - right.length : (left[at] ?? 0) - (right[at] ?? -1);
}
