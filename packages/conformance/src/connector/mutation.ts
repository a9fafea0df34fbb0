import { add, type Decimal, fromNumber, toDecimal } from '@cartograph/core';

/** The body with one number, or one text that is a decimal, raised by a step. */
export interface Mutation {
  /** `order.lines[0].price`. */
  readonly path: string;
  readonly body: unknown;
}

const decimalText = /^-?\d+(?:\.\d+)?$/;

/** Every body that differs from the given one in a single decimal. */
export function* mutations(body: unknown, step: Decimal): Generator<Mutation> {
  for (const [path, value] of leaves(body)) {
    if (typeof value === 'number')
      yield { path: shown(path), body: replaced(body, path, Number(add(fromNumber(value), step))) };
    else if (typeof value === 'string' && decimalText.test(value))
      yield { path: shown(path), body: replaced(body, path, add(toDecimal(value), step)) };
  }
}

type Path = readonly (string | number)[];

const shown = (path: Path): string =>
  path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`),
    '',
  );

function* leaves(value: unknown, path: Path = []): Generator<[Path, unknown]> {
  if (Array.isArray(value)) for (const [index, inner] of value.entries()) yield* leaves(inner, [...path, index]);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* leaves(inner, [...path, key]);
  else yield [path, value];
}

function replaced(body: unknown, [head, ...rest]: Path, value: unknown): unknown {
  if (head === undefined) return value;
  const inner = replaced((body as Record<string | number, unknown>)[head], rest, value);
  return Array.isArray(body) ? body.with(Number(head), inner) : { ...(body as object), [head]: inner };
}
