export interface FieldDifference {
  /** Without positions, so that all lines count as one: `lines[].unitPrice`. */
  readonly path: string;
  /** Undefined where there is none. */
  readonly before: unknown;
  readonly after: unknown;
}

/** The fields in which two records differ, as deep as both have them; the items of lists are compared by their position. */
export function* compare(before: unknown, after: unknown, path = ''): Generator<FieldDifference> {
  if (Object.is(before, after)) return;
  if (Array.isArray(before) && Array.isArray(after)) {
    for (let index = 0; index < Math.max(before.length, after.length); index += 1)
      yield* compare(before[index], after[index], `${path}[]`);
  } else if (isObject(before) && isObject(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)]))
      yield* compare(before[key], after[key], path === '' ? key : `${path}.${key}`);
  } else yield { path, before, after };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
