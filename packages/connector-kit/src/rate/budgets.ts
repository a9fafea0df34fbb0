import type { Host, RateBudget, RateBudgets, RateSettings } from '@cartograph/core';
import { createRateBudget } from './budget.js';
import type { Floors } from './turns.js';

export interface RateBudgetsOptions {
  readonly host: Pick<Host, 'now' | 'sleep'>;
  readonly floors?: Partial<Floors> | undefined;
}

/** The rate budgets of a process, each made when its shop is first asked for. Throws a RangeError for impossible floors. */
export function createRateBudgets({ host, floors }: RateBudgetsOptions): RateBudgets {
  const budgets = new Map<string, RateBudget>();
  return {
    of(quota, settings) {
      const known = budgets.get(quota);
      if (known) known.keepTo(settings);
      const budget = known ?? createRateBudget({ host, floors, ...settings });
      budgets.set(quota, budget);
      return budget;
    },
  };
}

/** The budget of a shop's quota: the one of the process, or one of its own where the host carries none. */
export const shopBudget = (host: Host, quota: string, settings: RateSettings = {}): RateBudget =>
  host.budgets?.of(quota, settings) ?? createRateBudget({ host, ...settings });
