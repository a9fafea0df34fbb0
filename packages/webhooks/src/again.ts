import { isCommerceError } from '@cartograph/core';

const mostTimes = 10;

/** Does the work again where somebody else wrote the same in between. `times` counts from 1. */
export async function again<Result>(work: (times: number) => Promise<Result>): Promise<Result> {
  for (let times = 1; ; times++) {
    try {
      return await work(times);
    } catch (error) {
      if (times === mostTimes || !isCommerceError(error) || error.code !== 'conflict') throw error;
    }
  }
}
