import { isLoose } from '@cartograph/connector-kit';
import { isCommerceError } from '@cartograph/core';
import { elements, textIn } from './xml.js';

export interface FieldError {
  /** Where it is in what was sent, `orderItems[7]` for the item with the id 7; blank where the platform does not say. */
  readonly field: string;
  readonly message: string;
}

const words = (value: unknown): string => (typeof value === 'string' ? value : '');

const rowsOf = (value: unknown): Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter(isLoose) : [];

/** `quantity: This value should be positive.`, a line a field; a code in its place, `E028`, is part of the message. */
const lineOf = (line: string): FieldError => {
  const [, field, message] = /^(?!E?\d+:)([\w.[\]]+): (.+)$/.exec(line) ?? [];
  return field === undefined || message === undefined ? { field: '', message: line } : { field, message };
};

const ofXml = (xml: string): FieldError[] =>
  elements(xml, 'ErrorDetail').map(detail => ({
    field: textIn(detail, 'Field') ?? '',
    message: textIn(detail, 'Message') ?? '',
  }));

/**
 * What the platform said is wrong, of each of the forms in which it says so: violations by field, refusals by item, the detail
 * of a problem, and the older API's XML. Empty for an error that came of no answer.
 */
export function fieldErrorsOf(error: unknown): FieldError[] {
  const body = isCommerceError(error) ? error.body : undefined;
  if (typeof body === 'string') return ofXml(body);
  if (!isLoose(body)) return [];
  const violations = rowsOf(body.violations);
  if (violations.length > 0)
    return violations.map(row => ({ field: words(row.propertyPath), message: words(row.title) }));
  const refused = rowsOf(body.errors);
  if (refused.length > 0)
    return refused.map(row => ({ field: `orderItems[${row.orderItemId}]`, message: words(row.detail) }));
  const detail = words(body.detail) || words(body.title) || words(body.message);
  return detail === '' ? [] : detail.split('\n').map(lineOf);
}
