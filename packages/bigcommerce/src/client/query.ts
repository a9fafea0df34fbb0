type Value = string | number | boolean | Date | null | undefined;

/** Filters and options by the platform's own names. */
export type NativeQuery = Readonly<Record<string, Value | readonly (string | number)[]>>;

const textOf = (value: Value): string =>
  encodeURIComponent(value instanceof Date ? value.toISOString() : String(value));

/** Lists are joined by a comma that must not be encoded; everything else is, or the `+` of an offset would arrive as a space. */
export function encodeQuery(query: NativeQuery): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => {
    if (value === undefined || value === null) return [];
    const values: readonly Value[] = Array.isArray(value) ? value : [value];
    return [`${name}=${values.map(textOf).join(',')}`];
  });
  return pairs.join('&');
}
