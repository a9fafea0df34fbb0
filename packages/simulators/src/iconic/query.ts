import { parseDay, parseInstant } from './dates.js';
import { Refusal, type Violation, validationFailed } from './problems.js';

export interface PageWindow {
  readonly limit: number;
  readonly offset: number;
}

interface PageRule {
  /** A larger limit is silently taken for this one. */
  readonly max: number;
  /** The limit when none is sent; without it, limit and offset are required. */
  readonly fallback?: number;
}

type Edge = 'start' | 'end';

/** Typed access to a query. Violations are collected; `check` refuses the request if there were any. */
export interface QueryReader {
  text(name: string): string | undefined;
  integer(name: string): number | undefined;
  flag(name: string): boolean | undefined;
  choice<T extends string>(name: string, allowed: readonly T[]): T | undefined;
  /** `name[]=a&name[]=b`; undefined when absent. */
  texts(name: string): readonly string[] | undefined;
  integers(name: string): readonly number[] | undefined;
  choices<T extends string>(name: string, allowed: readonly T[]): readonly T[] | undefined;
  instant(name: string, edge: Edge): number | undefined;
  /** `YYYY-MM-DD` only. */
  day(name: string, edge: Edge): number | undefined;
  page(rule: PageRule): PageWindow;
  require(name: string, value: unknown): void;
  atMost(name: string, values: readonly unknown[] | undefined, count: number): void;
  check(): void;
}

const flags: Readonly<Record<string, boolean>> = { '1': true, true: true, '0': false, false: false };

export function readQuery(query: URLSearchParams, status: 400 | 422 = 400): QueryReader {
  const violations: Violation[] = [];
  const refuse = (propertyPath: string, title: string, value: string | null) => {
    violations.push({ propertyPath, title, value });
    return undefined;
  };
  const text = (name: string) => query.get(name) ?? undefined;
  const parsed = <T>(
    name: string,
    value: string | undefined,
    title: string,
    parse: (value: string) => T | undefined,
  ) => (value === undefined ? undefined : (parse(value) ?? refuse(name, title, value)));
  const toInteger = (value: string) => (/^-?\d{1,15}$/.test(value) ? Number(value) : undefined);
  const integer = (name: string) => parsed(name, text(name), 'This value should be of type int.', toInteger);
  const texts = (name: string) => {
    if (query.has(name)) return refuse(name, 'This value should be of type array.', query.get(name));
    const values = [...query]
      .filter(([key]) => key.startsWith(`${name}[`) && key.endsWith(']'))
      .map(([, value]) => value);
    return values.length > 0 ? values : undefined;
  };
  const require = (name: string, value: unknown) => {
    if (value === undefined && !violations.some(violation => violation.propertyPath === name)) {
      refuse(name, 'This value should not be blank.', null);
    }
  };
  const bounded = (name: string, low: number, fallback: number | undefined) => {
    const value = integer(name) ?? fallback;
    require(name, value);
    if (value !== undefined && value < low) {
      refuse(name, `This value should be greater than or equal to ${low}.`, String(value));
    }
    return value ?? low;
  };
  const oneOf =
    <T extends string>(allowed: readonly T[]) =>
    (value: string) =>
      allowed.find(candidate => candidate === value);
  const notAChoice = 'The value you selected is not a valid choice.';
  return {
    text,
    integer,
    flag: name => parsed(name, text(name), 'This value should be of type bool.', value => flags[value]),
    choice: (name, allowed) => parsed(name, text(name), notAChoice, oneOf(allowed)),
    texts,
    integers: name =>
      texts(name)?.flatMap(value => parsed(name, value, 'This value should be of type int.', toInteger) ?? []),
    choices: (name, allowed) => texts(name)?.flatMap(value => parsed(name, value, notAChoice, oneOf(allowed)) ?? []),
    instant: (name, edge) =>
      parsed(name, text(name), 'This value is not a valid datetime.', value => parseInstant(value, edge)),
    day: (name, edge) => parsed(name, text(name), 'This value is not a valid date.', value => parseDay(value, edge)),
    page: rule => ({
      limit: Math.min(bounded('limit', 1, rule.fallback), rule.max),
      offset: bounded('offset', 0, rule.fallback === undefined ? undefined : 0),
    }),
    require,
    atMost: (name, values, count) => {
      if (values && values.length > count) {
        refuse(name, `This collection should contain ${count} elements or less.`, String(values.length));
      }
    },
    check: () => {
      if (violations.length > 0) throw new Refusal(validationFailed(violations, status));
    },
  };
}
