/** What comes of one item of a list, or the item itself. */
type Loose = Readonly<Record<string, unknown>>;

export const isLoose = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The keys under which platforms put the list of an envelope. */
const listKeys = ['items', 'data', 'results'] as const;

/** A record, not the envelope of a list: some records have `items` of their own, such as the rows of an order. */
const hasId = (payload: Loose): boolean => Object.keys(payload).some(key => /^id$|_id$/.test(key));

/** The single items of a list, of a list in its envelope, or of one record alone. */
export function itemsOf(payload: unknown): readonly unknown[] {
  if (Array.isArray(payload)) return payload;
  if (payload === null || payload === undefined) return [];
  if (!isLoose(payload)) return [payload];
  for (const key of listKeys) {
    const list = payload[key];
    if (Array.isArray(list) && !hasId(payload)) return list;
    if (key === 'data' && isLoose(list) && 'meta' in payload) return [list];
  }
  return [payload];
}
