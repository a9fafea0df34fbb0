/** How many letters have to be put in, taken out or replaced to make one text of another. */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (const [index, letter] of [...left].entries()) {
    const next = [index + 1];
    for (let column = 0; column < right.length; column += 1) {
      const kept = (row[column] ?? 0) + (right[column] === letter ? 0 : 1);
      next.push(Math.min(kept, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The word that somebody most likely meant; null where none is close: more than a third of its letters differ. */
export function nearest(word: string, known: readonly string[]): string | null {
  const far = (other: string) =>
    distance(word.toLowerCase(), other.toLowerCase()) / Math.max(word.length, other.length);
  const best = known.reduce<string | null>(
    (near, other) => (near === null || far(other) < far(near) ? other : near),
    null,
  );
  return best !== null && far(best) <= 1 / 3 ? best : null;
}
