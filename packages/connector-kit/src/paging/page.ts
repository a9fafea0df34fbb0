import { ConfigError, type FailedRecord } from '@cartograph/core';

/** One page of a native list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Where to go on after this page; null after the last one. */
  readonly next: string | null;
  /** How many items the whole list has, where the platform says so. */
  readonly total: number | null;
  /** Records that the platform cannot serve. */
  readonly failed?: readonly FailedRecord[];
}

/** Where an earlier reading stopped: the `next` of its last page. Null or absent begins at the beginning. */
export type Resume = string | null | undefined;

/** Reads a token made of a whole number. */
export function resumeNumber(resume: Resume, first: number): number {
  if (resume === null || resume === undefined) return first;
  const number = Number(resume);
  if (/^\d+$/.test(resume) && Number.isSafeInteger(number) && number >= first) return number;
  throw new ConfigError(`"${resume}" is no place to resume from: expected a whole number from ${first}`, { resume });
}
