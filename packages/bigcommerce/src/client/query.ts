type Value = string | number | boolean | undefined;

/** Filters and options by the platform's own names. */
export type NativeQuery = Readonly<Record<string, Value | readonly (string | number)[]>>;

/** Lists are joined by a comma that must not be encoded; everything else is, or the `+` of an offset would arrive as a space. */
export function encodeQuery(query: NativeQuery): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const values = Array.isArray(value) ? value : [value];
    return [`${name}=${values.map(one => encodeURIComponent(String(one))).join(',')}`];
  });
  return pairs.join('&');
}
