import { lookup } from 'node:dns';
import { Agent } from 'undici';
import { createFetch } from './fetch.js';
import { createPublicFetch } from './public-fetch.js';

/**
 * `fetch` for addresses that users give and whose answers are of no use beyond their status: one whose body is longer fails with
 * the code UND_ERR_RES_EXCEEDED_MAX_SIZE. Only public addresses are reached unless `allowPrivate`.
 */
export function createBoundedFetch(mostBodyBytes: number, allowPrivate: boolean): typeof globalThis.fetch {
  const options = { maxResponseSize: mostBodyBytes };
  return allowPrivate ? createFetch(new Agent(options)) : createPublicFetch(lookup, options);
}
