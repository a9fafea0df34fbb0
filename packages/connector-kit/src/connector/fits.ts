import { decimalPattern, instantPattern, isDecimal, isInstant, isPositive, positivePattern } from '@cartograph/core';
import { safeParse, type z } from 'zod';

/** Whether a value surely satisfies its schema. False says nothing: the schema itself is asked then, and tells what is wrong. */
export type Fits = (value: unknown) => boolean;

type Schema = z.core.$ZodType;

/** Patterns of the model for which core has something faster. */
const toldByCodes: ReadonlyMap<RegExp, (text: string) => boolean> = new Map([
  [decimalPattern, isDecimal],
  [positivePattern, isPositive],
  [instantPattern, isInstant],
]);
type Checks = readonly z.core.$ZodCheck<never>[] | undefined;

/**
 * The usual case of a schema as one function of plain comparisons, made from text as zod makes its own: it makes no objects
 * on the way and costs a fraction of parsing. Null for a schema with a part that is not known here or that changes what it
 * reads, and where functions may not be made from text: the schema is then always parsed.
 */
export function compileFits(schema: Schema): Fits | null {
  const program = new Program();
  const test = program.test(schema, 'value');
  return test === null ? null : program.compile(test);
}

/** Runs over the elements of a list, or the values of an object. */
function every(values: readonly unknown[], fits: Fits): boolean {
  for (let index = 0; index < values.length; index += 1) if (!fits(values[index])) return false;
  return true;
}

/** How many names a value has. */
function count(value: object): number {
  let names = 0;
  for (const _ in value) names += 1;
  return names;
}

/** The expressions of a schema, and what they refer to by name. */
class Program {
  readonly #functions: string[] = [];
  readonly #constants: unknown[] = [every, count];

  compile(test: string): Fits | null {
    const names = this.#constants.map((_, index) => `c${index}`);
    try {
      return new Function(...names, `${this.#functions.join('\n')}\nreturn value => ${test};`)(...this.#constants);
    } catch {
      return null;
    }
  }

  /** An expression that tells whether the one in `value` fits; null where that is not known. */
  test(schema: Schema, value: string): string | null {
    const { def } = (schema as z.core.$ZodTypes)._zod;
    switch (def.type) {
      case 'object':
        return this.#object(def, value);
      case 'array':
        return this.#list(def, value);
      case 'record':
        return this.#record(def, value);
      case 'union':
        return isPlain(def) ? this.#union(def.options, value) : null;
      case 'nullable':
        return this.#unless('null', def.innerType, value);
      case 'optional':
        return this.#unless('undefined', def.innerType, value);
      case 'catch':
        return isPlain(def) ? this.test(def.innerType, value) : null;
      case 'string':
        return 'format' in def || def.coerce ? null : this.#text(def.checks, value);
      case 'number':
        return 'format' in def || def.coerce || !isPlain(def) ? null : `Number.isFinite(${value})`;
      case 'boolean':
        return def.coerce || !isPlain(def) ? null : `typeof ${value} === 'boolean'`;
      case 'enum':
        return isPlain(def) ? this.#oneOf(Object.values(def.entries), value) : null;
      case 'literal':
        return isPlain(def) ? this.#oneOf(def.values, value) : null;
      case 'unknown':
        return isPlain(def) ? `${value} !== undefined` : null;
      case 'never':
        return 'false';
      default:
        return null;
    }
  }

  #object(def: z.core.$ZodObjectDef, value: string): string | null {
    const names = Object.keys(def.shape);
    // Each field is read once, however often its test names it: reading from objects of many shapes is dear.
    const tests = names.map(name => this.test(def.shape[name] as Schema, 'field'));
    const fields = tests.map((test, index) => `(field = value[${JSON.stringify(names[index])}], ${test})`);
    const others = def.catchall === undefined ? 'unknown' : typeOf(def.catchall);
    if (tests.includes(null) || !/^(unknown|never)$/.test(others) || !isPlain(def)) return null;
    const known = others === 'never' ? [this.#noOthers(def.shape)] : [];
    return `${this.#function([isObject('value'), ...fields, ...known])}(${value})`;
  }

  /** Asked after the fields: where each has to be there, as many names as fields are these and no others. */
  #noOthers(shape: z.core.$ZodShape): string {
    const names = Object.keys(shape);
    return Object.values(shape).every(isRequired)
      ? `c1(value) === ${names.length}`
      : `${this.#constant(noOthers(new Set(names)))}(value)`;
  }

  #list(def: z.core.$ZodArrayDef, value: string): string | null {
    const element = this.test(def.element, 'value');
    const long = this.#checks(def.checks, value);
    if (element === null || long === null) return null;
    return `(Array.isArray(${value})${long} && c0(${value}, ${this.#function([element])}))`;
  }

  #record(def: z.core.$ZodRecordDef, value: string): string | null {
    const element = isPlain(def) && typeOf(def.keyType) === 'string' ? this.test(def.valueType, 'value') : null;
    return element && `(${isObject(value)} && c0(Object.values(${value}), ${this.#function([element])}))`;
  }

  /** The options before the first that is not known here: a union takes the first that accepts. */
  #union(options: readonly Schema[], value: string): string | null {
    const tests = options.map(option => this.test(option, value));
    const known = tests.slice(0, tests.includes(null) ? tests.indexOf(null) : undefined);
    return known.length === 0 ? null : `(${known.join(' || ')})`;
  }

  #unless(empty: string, inner: Schema, value: string): string | null {
    const test = this.test(inner, value);
    return test && `(${value} === ${empty} || ${test})`;
  }

  #text(checks: Checks, value: string): string | null {
    const test = this.#checks(checks, value);
    return test === null ? null : `(typeof ${value} === 'string'${test})`;
  }

  #oneOf(values: readonly unknown[], value: string): string {
    return `${this.#constant(new Set(values))}.has(${value})`;
  }

  /** What follows the type of a text or a list; null where there is a check that is not known here. */
  #checks(checks: Checks = [], value: string): string | null {
    let test = '';
    for (const { _zod } of checks) {
      const def = _zod.def as z.core.$ZodCheckRegexDef | z.core.$ZodCheckMinLengthDef | z.core.$ZodCheckDef;
      if ('minimum' in def && def.check === 'min_length') test += ` && ${value}.length >= ${def.minimum}`;
      else if ('pattern' in def && def.check === 'string_format' && def.format === 'regex')
        test += ` && ${this.#pattern(def.pattern)}(${value})`;
      else return null;
    }
    return test;
  }

  #pattern(pattern: RegExp): string {
    const told = toldByCodes.get(pattern);
    return told ? this.#constant(told) : `${this.#constant(pattern)}.test`;
  }

  #constant(value: unknown): string {
    return `c${this.#constants.push(value) - 1}`;
  }

  #function(tests: readonly (string | null)[]): string {
    return `f${this.#functions.push(`const f${this.#functions.length} = value => { let field; return ${tests.join(' && ')}; };`) - 1}`;
  }
}

const typeOf = (schema: Schema): string => (schema as z.core.$ZodTypes)._zod.def.type;
const isRequired = (schema: Schema): boolean => !safeParse(schema, undefined).success;
const isPlain = ({ checks }: { readonly checks?: readonly unknown[] | undefined }): boolean => !checks?.length;
const isObject = (value: string): string =>
  `(typeof ${value} === 'object' && ${value} !== null && !Array.isArray(${value}))`;

const noOthers = (known: ReadonlySet<string>) => (value: object) => {
  for (const name in value) if (!known.has(name)) return false;
  return true;
};
