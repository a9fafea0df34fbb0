import { errorRules } from './error-rules.js';
import { normalizeRules } from './normalize-rules.js';
import { type Rule, readingRules } from './reading-rules.js';
import { createBench, type SubjectFactory } from './subject.js';

/** `test` of any runner. */
export type Test = (name: string, body: () => Promise<void>) => unknown;

/** The rules that every connector keeps, by their sentence. */
export const connectorRules: Readonly<Record<string, Rule>> = { ...readingRules, ...errorRules, ...normalizeRules };

export interface ConformanceOptions {
  /** Rules to leave out, each with the reason. */
  readonly skip?: Readonly<Record<string, string>>;
}

/** Registers a test for every rule. `create` makes a fresh shop each time; equal calls make equal shops. */
export function connectorConformance(test: Test, create: SubjectFactory, { skip = {} }: ConformanceOptions = {}): void {
  for (const [rule, reason] of Object.entries(skip)) {
    if (!(rule in connectorRules)) throw new TypeError(`there is no rule "${rule}" to leave out`);
    if (reason.trim() === '') throw new TypeError(`leaving out "${rule}" needs a reason`);
  }
  for (const [name, rule] of Object.entries(connectorRules)) {
    if (!(name in skip)) test(name, () => rule(createBench(create)));
  }
}
