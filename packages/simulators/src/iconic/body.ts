import { parseInstant } from './dates.js';
import { Refusal, type Violation, validationFailed } from './problems.js';

/**
 * Typed access to the fields of one JSON object. Null counts as left out. A wrong type is a violation, and so is a
 * required field that is missing; `check` of the body refuses the request if there were any.
 */
export interface Fields {
  text(name: string): string | undefined;
  integer(name: string): number | undefined;
  number(name: string): number | undefined;
  flag(name: string): boolean | undefined;
  choice<T extends string>(name: string, allowed: readonly T[]): T | undefined;
  instant(name: string): number | undefined;
  texts(name: string): readonly string[] | undefined;
  integers(name: string): readonly number[] | undefined;
  map(name: string): Readonly<Record<string, unknown>> | undefined;
  /** A list of objects. */
  rows(name: string): readonly Fields[] | undefined;
  /** The value, or a violation when there is none; then the given blank stands for it until `check`. */
  required<T>(name: string, value: T | undefined, blank: T): T;
  refuse(name: string, title: string): void;
}

export interface Body extends Fields {
  /** Where the body itself is a list of objects. */
  readonly list: readonly Fields[];
  check(): void;
}

type Refuse = (path: string, title: string, value: unknown) => void;

const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isInteger = (value: unknown): value is number => Number.isSafeInteger(value);
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf =
  <T>(is: (value: unknown) => value is T) =>
  (value: unknown): value is T[] =>
    Array.isArray(value) && value.every(is);

function fieldsOf(source: Record<string, unknown>, path: string, violations: readonly Violation[], refuse: Refuse) {
  const at = (name: string) => (path === '' ? name : `${path}.${name}`);
  const typed =
    <T>(type: string, is: (value: unknown) => value is T) =>
    (name: string): T | undefined => {
      const value = source[name];
      if (value === undefined || value === null) return undefined;
      if (is(value)) return value;
      refuse(at(name), `This value should be of type ${type}.`, value);
      return undefined;
    };
  const text = typed('string', isText);
  const maps = typed('array', listOf(isMap));
  const fields: Fields = {
    text,
    integer: typed('int', isInteger),
    number: typed('float', isNumber),
    flag: typed('bool', isFlag),
    texts: typed('array', listOf(isText)),
    integers: typed('array', listOf(isInteger)),
    map: typed('object', isMap),
    choice: (name, allowed) => {
      const value = text(name);
      const chosen = allowed.find(candidate => candidate === value);
      if (value !== undefined && chosen === undefined) {
        refuse(at(name), 'The value you selected is not a valid choice.', value);
      }
      return chosen;
    },
    instant: name => {
      const value = text(name);
      const instant = value === undefined ? undefined : parseInstant(value, 'start');
      if (value !== undefined && instant === undefined) {
        refuse(at(name), 'This value is not a valid datetime.', value);
      }
      return instant;
    },
    rows: name => maps(name)?.map((row, index) => fieldsOf(row, `${at(name)}[${index}]`, violations, refuse)),
    required: (name, value, blank) => {
      if (value !== undefined && value !== '') return value;
      if (!violations.some(({ propertyPath }) => propertyPath === at(name))) {
        refuse(at(name), 'This value should not be blank.', null);
      }
      return blank;
    },
    refuse: (name, title) => refuse(at(name), title, source[name]),
  };
  return fields;
}

async function parse(request: Request): Promise<unknown> {
  try {
    return JSON.parse(await request.text());
  } catch {
    return undefined;
  }
}

/** Violations are answered with `status`: 400 lists them, 422 is a plain problem. */
export async function readBody(request: Request, status: 400 | 422 = 422): Promise<Body> {
  const value = await parse(request);
  const violations: Violation[] = [];
  const refuse: Refuse = (propertyPath, title, refused) => {
    violations.push({ propertyPath, title, value: refused === undefined ? null : JSON.stringify(refused) });
  };
  if (!isMap(value) && !listOf(isMap)(value)) refuse('', 'The body is not valid JSON of this kind.', null);
  const list = listOf(isMap)(value)
    ? value.map((row, index) => fieldsOf(row, `[${index}]`, violations, refuse))
    : ([] as Fields[]);
  return {
    ...fieldsOf(isMap(value) ? value : {}, '', violations, refuse),
    list,
    check: () => {
      if (violations.length > 0) throw new Refusal(validationFailed(violations, status));
    },
  };
}
