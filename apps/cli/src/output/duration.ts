const units = [
  [24 * 60 * 60_000, 'd'],
  [60 * 60_000, 'h'],
  [60_000, 'min'],
  [1000, 's'],
] as const;

/** `1 d 3 h`, `12 min`, `40 s`: the greatest unit, and the next where the greatest alone would say little. */
export function duration(ms: number): string {
  const position = units.findIndex(([size]) => ms >= size);
  if (position === -1) return '0 s';
  const [size, name] = units[position] ?? units[3];
  const count = Math.floor(ms / size);
  const next = units[position + 1];
  const rest = next && count < 10 ? Math.floor((ms % size) / next[0]) : 0;
  return next && rest > 0 ? `${count} ${name} ${rest} ${next[1]}` : `${count} ${name}`;
}
