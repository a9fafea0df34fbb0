import { empty, json, type Route } from '../../http.js';
import { universalText } from '../dates.js';
import type { Feed } from '../feeds.js';
import { countedPage } from '../pages.js';
import { found, problem } from '../problems.js';
import { readQuery } from '../query.js';
import { seller } from '../seller.js';
import type { World } from '../world.js';

function feedBody(feed: Feed) {
  const processed = feed.status === 'Finished' ? feed.totalRecords : 0;
  return {
    id: feed.id,
    uuid: feed.uuid,
    userId: seller.userId,
    sellerId: seller.id,
    status: feed.status,
    action: feed.action,
    createdAt: universalText(feed.createdAt),
    updatedAt: universalText(feed.updatedAt),
    source: 'api',
    requestedFormats: [],
    downloadLinks: [],
    totalRecords: feed.totalRecords,
    processedRecords: processed,
    failedRecords: feed.errors.length,
    failureReportExportItemid: null,
  };
}

/** Newest first. */
export function feedRoutes(world: World): Route[] {
  const { feeds } = world;
  const one = (uuid: string | undefined) => found(feeds.byUuid(uuid));
  return [
    [
      'GET /v2/feeds',
      async ({ query }) => {
        const read = readQuery(query);
        const page = read.page({ max: 20 });
        read.check();
        const rows = feeds.all.toReversed();
        for (const feed of rows.slice(page.offset, page.offset + page.limit)) await feeds.look(feed);
        return countedPage(rows, page, feedBody);
      },
    ],
    [
      'GET /v2/feeds/count',
      () => {
        const count = (status: Feed['status']) => feeds.all.filter(feed => feed.status === status).length;
        return json({
          total: feeds.all.length,
          queued: count('Queued'),
          processing: count('Processing'),
          finished: count('Finished'),
          canceled: count('Canceled'),
        });
      },
    ],
    [
      'GET /v2/feed/raw-input',
      ({ query }) => {
        const read = readQuery(query);
        const uuids = read.texts('feedUuidList');
        read.require('feedUuidList', uuids);
        read.check();
        return json(
          feeds.all
            .filter(({ uuid }) => uuids?.includes(uuid))
            .map(({ uuid, mimeType, input }) => ({
              FeedUuid: uuid,
              MimeType: mimeType,
              File: Buffer.from(input).toString('base64'),
            })),
        );
      },
    ],
    [
      'GET /v2/feed/:uuid/status',
      async ({ params }) => {
        const feed = one(params.uuid);
        await feeds.look(feed);
        const { uuid, action, status, errors } = feed;
        return json({ id: uuid, action, status, errors, warnings: [] });
      },
    ],
    [
      'DELETE /v2/feed/:uuid',
      ({ params }) => {
        const feed = one(params.uuid);
        return feeds.cancel(feed) ? empty() : problem(400, 'Feed not canceled', `The feed is ${feed.status}.`);
      },
    ],
  ];
}
