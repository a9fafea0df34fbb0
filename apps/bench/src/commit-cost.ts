import { startChild } from './child.js';

/** What committing an order costs while so many are stored. */
export interface CommitCost {
  readonly stored: number;
  /** Of an order, in microseconds of time and of the process's work. */
  readonly time: number;
  readonly work: number;
  /** Against the time at the first size. */
  readonly ratio: number;
  /** The most memory that the process held until then, in bytes. */
  readonly peakBytes: number;
  /** Of the database, with its log. */
  readonly fileBytes: number;
}

/** One process fills one SQLite file with small orders, and measures where the sizes are reached. */
export async function benchCommitCost(sizes: readonly number[]): Promise<readonly CommitCost[]> {
  const costs = (await startChild('./measure-commits.js', [], { sizes }).answer) as readonly Omit<
    CommitCost,
    'ratio'
  >[];
  return costs.map(cost => ({ ...cost, ratio: cost.time / (costs[0]?.time ?? cost.time) }));
}
