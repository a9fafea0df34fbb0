import type { Flaw } from './flaws.js';
import type { Point } from './points.js';

/** What a process is to do: one run of the engine on a database, in a time that stands still. */
export interface Job {
  readonly platform: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly database: string;
  readonly at: string;
  readonly full: boolean;
  /** The file that takes the names of the points that are passed. */
  readonly log: string | null;
  /** Where the process ends. */
  readonly end: Point | null;
  /** Waits there for a line on standard input, in the place of ending. */
  readonly hold: boolean;
  /** What is wrong with the store. */
  readonly flaw: Flaw | null;
}
