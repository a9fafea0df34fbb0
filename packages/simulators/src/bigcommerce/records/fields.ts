export type Doc = Record<string, unknown>;

/** What one field of a record takes. */
export interface Field {
  /** What is wrong with a value, or null. */
  readonly fault: (value: unknown) => string | null;
  readonly required?: boolean;
  readonly readOnly?: boolean;
  /** What a new record has where nothing was sent; without it the field is then absent. */
  readonly fallback?: unknown;
}

export type Fields = Readonly<Record<string, Field>>;

const field = (wanted: string, fits: (value: unknown) => boolean, fallback?: unknown): Field => ({
  fault: value => (fits(value) ? null : `must be ${wanted}`),
  fallback,
});

export const isDoc = (value: unknown): value is Doc =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Decimal text is a number too, wherever this platform takes one. */
const numeric = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && value.trim() !== '' && !Number.isNaN(Number(value)));

export const text = (longest = 65_535): Field =>
  field(
    `text of at most ${longest} characters`,
    value => typeof value === 'string' && [...value].length <= longest,
    '',
  );
export const number = (least = Number.NEGATIVE_INFINITY): Field =>
  field(
    Number.isFinite(least) ? `a number not below ${least}` : 'a number',
    value => numeric(value) && Number(value) >= least,
    0,
  );
export const whole = (least = Number.MIN_SAFE_INTEGER, most = Number.MAX_SAFE_INTEGER): Field =>
  field(
    'a whole number',
    value => numeric(value) && Number.isInteger(Number(value)) && +value! >= least && +value! <= most,
    0,
  );
export const flag = (fallback = false): Field => field('true or false', value => typeof value === 'boolean', fallback);
export const choice = (...words: readonly string[]): Field =>
  field(`one of ${words.join(', ')}`, value => words.includes(String(value)), words[0]);
export const list = (longest = Number.POSITIVE_INFINITY): Field =>
  field(
    Number.isFinite(longest) ? `a list of at most ${longest}` : 'a list',
    value => Array.isArray(value) && value.length <= longest,
    [],
  );
export const object = (fallback?: unknown): Field => field('an object', isDoc, fallback);
export const anything = (fallback?: unknown): Field => field('anything', () => true, fallback);

/** Must be sent with a new record. */
export const needed = (base: Field): Field => ({ ...base, required: true });
/** Null is as good as a value, and what a new record has. */
export const orNull = (base: Field): Field => ({
  ...base,
  fault: value => (value === null ? null : base.fault(value)),
  fallback: null,
});
export const or = (base: Field, fallback: unknown): Field => ({ ...base, fallback });
/** Set by the platform alone. */
export const fixed = (fallback?: unknown): Field => ({ ...anything(fallback), readOnly: true });

/** What a sent body comes to. */
export interface Checked {
  /** The fields that may be stored. */
  readonly values: Doc;
  /** What is wrong, by field. */
  readonly faults: Readonly<Record<string, string>>;
  /** Names that may not be sent: the platform's own, and such as nobody knows. */
  readonly readOnly: readonly string[];
  readonly unknown: readonly string[];
}

export function check(fields: Fields, body: Doc, isNew: boolean): Checked {
  const values: Doc = {};
  const faults: Record<string, string> = {};
  const readOnly: string[] = [];
  const unknown: string[] = [];
  for (const [name, value] of Object.entries(body)) {
    const known = fields[name];
    if (!known) unknown.push(name);
    else if (known.readOnly) readOnly.push(name);
    else {
      const fault = known.fault(value);
      if (fault === null) values[name] = value;
      else faults[name] = `${name} ${fault}`;
    }
  }
  if (isNew) {
    for (const [name, { required }] of Object.entries(fields)) {
      if (required && (body[name] === undefined || body[name] === null || body[name] === ''))
        faults[name] = `The required field '${name}' was not supplied.`;
    }
  }
  return { values, faults, readOnly, unknown };
}

/** What a new record has beside what was sent. */
export const fallbacks = (fields: Fields): Doc =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, { fallback }]) =>
      fallback === undefined ? [] : [[name, structuredClone(fallback)]],
    ),
  );
