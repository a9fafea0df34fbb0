/** By UTF-8 bytes, as SQLite compares text. */
export const compareText = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));
