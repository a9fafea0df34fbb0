import { type Seeded, uuid } from './seeded.js';

export type JobStatus = 'Queued' | 'Processing' | 'Finished' | 'Expired';

/** A file that is made in the background. */
export interface Job {
  readonly id: number;
  readonly uuid: string;
  /** What it is a file of. */
  readonly action: string;
  readonly format: string;
  readonly createdAt: number;
  readonly note: string;
  /** The text of the file, as the shop is when it is fetched. */
  readonly content: () => string;
  /** How often its status was asked for. */
  looks: number;
}

export interface Jobs {
  readonly all: readonly Job[];
  start(action: string, format: string, content: () => string, note?: string): Job;
  byUuid(uuid: string | undefined): Job | undefined;
  /** Where it stands; asking brings it on: it is queued, then processed, then finished. */
  look(job: Job): JobStatus;
  statusOf(job: Job): JobStatus;
}

const minuteMs = 60_000;
/** However often it is asked for, it is done after this. */
export const doneAfterMs = minuteMs;
const expiresAfterMs = 7 * 24 * 60 * minuteMs;

export const expiryOf = ({ createdAt }: Job): number => createdAt + expiresAfterMs;

/** What comes of a thing in the background that was asked for `looks` times and began so long ago. */
export const stageOf = (looks: number, ageMs: number): 'Queued' | 'Processing' | 'Finished' =>
  ageMs >= doneAfterMs || looks > 2 ? 'Finished' : looks === 2 ? 'Processing' : 'Queued';

export function createJobs(seeded: Seeded, now: () => number): Jobs {
  const all: Job[] = [];
  const statusOf = (job: Job): JobStatus =>
    now() > expiryOf(job) ? 'Expired' : stageOf(job.looks, now() - job.createdAt);
  return {
    all,
    statusOf,
    byUuid: id => all.find(job => job.uuid === id),
    look: job => {
      job.looks += 1;
      return statusOf(job);
    },
    start: (action, format, content, note = '') => {
      const id = all.length + 1;
      const job: Job = {
        id,
        uuid: uuid(seeded('token', -10_000 - id)),
        action,
        format,
        content,
        note,
        createdAt: now(),
        looks: 0,
      };
      all.push(job);
      return job;
    },
  };
}

/** Separated by semicolons, the names of the columns first. */
export const csv = (columns: readonly string[], rows: readonly (readonly unknown[])[]): string =>
  [columns, ...rows].map(cells => cells.map(cell => String(cell ?? '')).join(';')).join('\n');
