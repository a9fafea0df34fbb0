type Value = string | number | boolean | Date | null | undefined;

/** Filters by name; a list repeats its name with brackets. */
export type Filters = Readonly<Record<string, Value | readonly Value[]>>;

const isList = (value: Value | readonly Value[]): value is readonly Value[] => Array.isArray(value);

/** The platform reads whole seconds; an instant always goes with its zone. */
const textOf = (value: Exclude<Value, null | undefined>): string => {
  if (value instanceof Date) return value.toISOString().replace(/\.\d+Z$/, 'Z');
  return value === true ? '1' : String(value);
};

/**
 * The query as RFC 3986 has it, a space as %20, for signatures are made over it. What is false is left out like what is
 * absent: some flags filter by `0` where no filter was meant.
 */
export function queryText(filters: object): string {
  return Object.entries(filters as Filters)
    .flatMap(([name, value]) =>
      isList(value) ? value.map(one => [`${name}[]`, one] as const) : [[name, value] as const],
    )
    .flatMap(([name, value]) =>
      value === null || value === undefined || value === false
        ? []
        : [`${encodeURIComponent(name)}=${encodeURIComponent(textOf(value))}`],
    )
    .join('&');
}
