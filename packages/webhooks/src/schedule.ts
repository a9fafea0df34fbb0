const [second, minute, hour, day] = [1000, 60_000, 3_600_000, 86_400_000];

/** How long after the attempt before it each attempt is made: over a day in all, as Codat has it. */
export const delaysMs: readonly number[] = [
  ...[0, 5 * second, 5 * minute, 30 * minute],
  ...[2 * hour, 5 * hour, 10 * hour, 10 * hour],
];

/** A consumer that took nothing for so long is told nothing any more. */
export const givenUpAfterMs = 5 * day;
