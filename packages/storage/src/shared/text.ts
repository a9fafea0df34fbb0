/** Where a surrogate stands, UTF-16 and UTF-8 sort differently. */
const surrogate = /[\ud800-\udfff]/;

/** By UTF-8 bytes, as SQLite compares text. */
export function compareText(one: string, other: string): number {
  if (one === other) return 0;
  if (surrogate.test(one) || surrogate.test(other)) return Buffer.compare(Buffer.from(one), Buffer.from(other));
  return one < other ? -1 : 1;
}
