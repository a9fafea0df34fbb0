import type { z } from 'zod';

/** Whether a value surely satisfies its schema. False says nothing: the schema itself is asked then, and tells what is wrong. */
export type Fits = (value: unknown) => boolean;

type Schema = z.core.$ZodType;
type Checks = readonly z.core.$ZodCheck<never>[] | undefined;

/**
 * The usual case of a schema as plain comparisons, which make no objects on the way and cost a fraction of parsing. Null for
 * a schema with a part that is not known here, or that changes what it reads: such a one is always parsed.
 */
export function compileFits(schema: Schema): Fits | null {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return objectFits(def);
    case 'array':
      return listFits(def.element, def.checks);
    case 'record':
      return isPlain(def) && typeOf(def.keyType) === 'string' ? recordFits(def.valueType) : null;
    case 'union':
      return isPlain(def) ? unionFits(def.options) : null;
    case 'nullable':
      return unless(null, def.innerType);
    case 'optional':
      return unless(undefined, def.innerType);
    case 'string':
      return 'format' in def || def.coerce ? null : textFits(def.checks);
    case 'number':
      return 'format' in def || def.coerce || !isPlain(def) ? null : Number.isFinite;
    case 'boolean':
      return def.coerce || !isPlain(def) ? null : value => typeof value === 'boolean';
    case 'enum':
      return isPlain(def) ? oneOf(Object.values(def.entries)) : null;
    case 'literal':
      return isPlain(def) ? oneOf(def.values) : null;
    case 'unknown':
      return isPlain(def) ? value => value !== undefined : null;
    case 'never':
      return () => false;
    default:
      return null;
  }
}

const typeOf = (schema: Schema): string => (schema as z.core.$ZodTypes)._zod.def.type;
const isPlain = ({ checks }: { readonly checks?: readonly unknown[] | undefined }): boolean => !checks?.length;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function objectFits(def: z.core.$ZodObjectDef): Fits | null {
  const names = Object.keys(def.shape);
  const fields = names.map(name => compileFits(def.shape[name] as Schema)).filter(fits => fits !== null);
  const isStrict = def.catchall !== undefined && typeOf(def.catchall) === 'never';
  if (fields.length < names.length || (def.catchall && !isStrict) || !isPlain(def)) return null;
  const known = new Set(names);
  return value => {
    if (!isObject(value)) return false;
    for (let index = 0; index < names.length; index += 1) {
      if (!fields[index]?.(value[names[index] as string])) return false;
    }
    if (isStrict) for (const name in value) if (!known.has(name)) return false;
    return true;
  };
}

function listFits(element: Schema, checks: Checks): Fits | null {
  const fits = compileFits(element);
  const long = checksFit(checks);
  return fits && long && (value => Array.isArray(value) && long(value) && value.every(fits));
}

function recordFits(element: Schema): Fits | null {
  const fits = compileFits(element);
  return fits && (value => isObject(value) && Object.values(value).every(fits));
}

function unionFits(options: readonly Schema[]): Fits | null {
  const compiled = options.map(compileFits).filter(fits => fits !== null);
  return compiled.length === options.length ? value => compiled.some(fits => fits(value)) : null;
}

function unless(empty: null | undefined, inner: Schema): Fits | null {
  const fits = compileFits(inner);
  return fits && (value => value === empty || fits(value));
}

function oneOf(values: Iterable<unknown>): Fits {
  const allowed = new Set(values);
  return value => allowed.has(value);
}

function textFits(checks: Checks): Fits | null {
  const fits = checksFit(checks);
  return fits && (value => typeof value === 'string' && fits(value));
}

/** Of a text or a list; null where there is a check that is not known here. */
function checksFit(checks: Checks = []): ((value: string | readonly unknown[]) => boolean) | null {
  let least = 0;
  let pattern: RegExp | null = null;
  for (const { _zod } of checks) {
    const def = _zod.def as z.core.$ZodCheckRegexDef | z.core.$ZodCheckMinLengthDef | z.core.$ZodCheckDef;
    if ('minimum' in def && def.check === 'min_length') least = Math.max(least, def.minimum);
    else if ('pattern' in def && def.check === 'string_format' && def.format === 'regex' && !pattern)
      pattern = def.pattern;
    else return null;
  }
  const found = pattern;
  return value => value.length >= least && (found === null || (typeof value === 'string' && found.test(value)));
}
