import { checkInput, input, type RequestOptions } from '@cartograph/connector-kit';
import type { Host } from '@cartograph/core';
import { texts } from '../input/scalars.js';
import { type FeedStatus, feedCountSchema, feedInputSchema, feedSchema, feedStatusSchema } from '../records/job.js';
import { type Api, part } from './api.js';
import { inHundreds } from './by-ids.js';
import { type WaitOptions, waitFor } from './waiting.js';

const mostFeeds = 20;

/** What became of imports. */
export function createFeeds(api: Api, host: Host) {
  const feeds = api.of('feeds', feedSchema);
  const statuses = api.of('feeds.status', feedStatusSchema);
  const counts = api.of('feeds.count', feedCountSchema);
  const inputs = api.of('feeds.rawInput', feedInputSchema);
  const status = (uuid: string, call?: RequestOptions): Promise<FeedStatus> =>
    statuses.one('GET', `/v2/feed/${part(uuid)}/status`, {}, call);
  return {
    ...feeds.paged('/v2/feeds', input({}), { most: mostFeeds }),
    /** With the rows that failed, and why. */
    status,
    /** Until it is finished; rejects when it ends in an error or is canceled. */
    wait: (uuid: string, options?: WaitOptions): Promise<FeedStatus> =>
      waitFor(`feed ${uuid}`, call => status(uuid, call), host, options),
    count: (call?: RequestOptions) => counts.one('GET', '/v2/feeds/count', {}, call),
    /** What was sent in, a hundred feeds a request. */
    rawInput: async (uuids: readonly string[], call?: RequestOptions) => {
      const found: Awaited<ReturnType<typeof inputs.all>> = [];
      for (const feedUuidList of inHundreds(checkInput('feeds.rawInput', texts, uuids)))
        found.push(...(await inputs.all('GET', '/v2/feed/raw-input', { query: { feedUuidList } }, call)));
      return found;
    },
    /** Cancels a feed that has not begun. */
    delete: (uuid: string, call?: RequestOptions) => api.send('DELETE', `/v2/feed/${part(uuid)}`, {}, call),
  };
}
