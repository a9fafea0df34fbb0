import { Refused, refusal } from './errors.js';
import { print } from './print.js';

/** The type of a parameter or field; a list of one kind is a list of that kind. */
export type Kind = 'text' | 'int' | 'number' | 'flag' | 'any' | Fields | readonly [Kind];

/** A data object: its fields in snake case. Requests may write them in camel case too. */
export interface Fields {
  readonly [name: string]: Kind;
}

type Value<K extends Kind> = K extends 'text'
  ? string
  : K extends 'int' | 'number'
    ? number
    : K extends 'flag'
      ? boolean
      : K extends 'any'
        ? unknown
        : K extends readonly [infer Inner extends Kind]
          ? readonly Value<Inner>[]
          : K extends Fields
            ? Data<K>
            : never;

/** Every field of a data object may be left out or be null; what is demanded is the endpoint's business. */
export type Data<F extends Fields> = { readonly [Name in keyof F]?: Value<F[Name]> | null };

/** Parameters by their camel case names; those with a question mark may be left out. */
export type Input<P extends Fields> = {
  readonly [Name in keyof P as Name extends `${string}?` ? never : Name]: Value<P[Name]>;
} & {
  readonly [Name in keyof P as Name extends `${infer Bare}?` ? Bare : never]?: Value<P[Name]> | null;
};

const snake = (name: string): string => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
const camel = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

export const fieldIsRequired = '"%fieldName" is required. Enter and try again.';

/** Refuses a request that lacks fields: one by its own message, several together. */
export function demand(missing: readonly string[]): void {
  const errors = missing.map(fieldName => ({ message: fieldIsRequired, parameters: { fieldName } }));
  if (errors.length > 1)
    throw new Refused(print({ message: 'One or more input exceptions have occurred.', errors }, 400));
  if (errors[0]) throw new Refused(refusal(400, fieldIsRequired, errors[0].parameters));
}

/** The JSON of a request, or an empty object for a request without a body. Refused when it is something else. */
export async function readJson(request: Request): Promise<unknown> {
  const text = await request.text();
  if (text === '') return {};
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('application/json'))
    throw new Refused(refusal(400, 'Server cannot understand Content-Type HTTP header media type %1', [type]));
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused(refusal(400, 'Decoding error: Syntax error'));
  }
}

/** Reads a body after its parameters as Magento does: types are forced, unknown fields and too long lists are refused. */
export function readInput<P extends Fields>(body: unknown, parameters: P, mostItems: number): Input<P> {
  const sent = new Map(Object.entries(isObject(body) ? body : {}).map(([name, value]) => [camel(name), value]));
  const missing: string[] = [];
  const read: Record<string, unknown> = {};
  for (const [name, kind] of Object.entries(parameters)) {
    const bare = name.replace(/\?$/, '');
    const value = sent.get(bare) ?? null;
    if (value !== null) read[bare] = toKind(value, kind, bare, mostItems);
    else if (bare === name) missing.push(bare);
  }
  demand(missing);
  return read as Input<P>;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

function toKind(value: unknown, kind: Kind, name: string, mostItems: number): unknown {
  if (value === null || kind === 'any') return value;
  if (typeof kind === 'string') return toScalar(value, kind, name);
  if (isList(kind)) {
    if (!Array.isArray(value)) throw wrongType(value, `${typeof kind[0] === 'string' ? kind[0] : name}[]`, name);
    if (typeof kind[0] !== 'string' && value.length > mostItems)
      throw new Refused(refusal(400, 'Maximum items of type "%type" is %max', { type: name, max: mostItems }));
    return value.map(item => toKind(item, kind[0], name, mostItems));
  }
  // PHP has one kind of empty list: an object with nothing in it may come as one.
  if (Array.isArray(value) && value.length === 0) return {};
  if (!isObject(value)) throw wrongType(value, 'object', name);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const field = snake(key);
      const fieldKind = Object.hasOwn(kind, field) ? kind[field] : undefined;
      if (fieldKind === undefined) throw unknownField(field, name);
      return [field, toKind(inner, fieldKind, field, mostItems)];
    }),
  );
}

const isList = (kind: Kind): kind is readonly [Kind] => Array.isArray(kind);

const flags: Readonly<Record<string, boolean>> = { true: true, false: false, '1': true, '0': false };
const phpTypes = { text: 'string', int: 'int', number: 'float', flag: 'bool' } as const;

function toScalar(value: unknown, kind: keyof typeof phpTypes, name: string): string | number | boolean {
  const wrong = () => wrongType(value, phpTypes[kind], name);
  if (typeof value === 'object') throw wrong();
  if (kind === 'text') return typeof value === 'boolean' ? (value ? '1' : '') : String(value);
  if (kind === 'flag') {
    const flag = flags[String(value)];
    if (flag === undefined) throw wrong();
    return flag;
  }
  const number = value === '' ? Number.NaN : Number(value);
  if (Number.isNaN(number) || (kind === 'int' && !Number.isInteger(number))) throw wrong();
  return number;
}

const wrongType = (value: unknown, type: string, fieldName: string): Refused =>
  new Refused(
    refusal(
      400,
      'Error occurred during "%fieldName" processing. The "%value" value\'s type is invalid. The "%type" type was expected. Verify and try again.',
      { fieldName, value: typeof value === 'object' ? 'Array' : value, type },
    ),
  );

/** Which status Magento gives to a field that it does not know is not written down anywhere; releases since 2.4 say 400. */
const unknownField = (field: string, name: string): Refused => {
  const property = camel(`_${field}`);
  return new Refused(
    refusal(400, `Property "${property}" does not have accessor method "get${property}" in class "${name}".`),
  );
};
