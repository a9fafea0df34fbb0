import { createVirtualClock } from '@cartograph/conformance';
import { createIconicSimulator } from '@cartograph/simulators';
import { createReplica } from '@cartograph/sync/testing';
import { test } from 'vitest';
import { iconic } from './connector.js';

test('x', async () => {
  const clock = createVirtualClock(new Date('2026-07-01T00:00:00Z'));
  const shop = createIconicSimulator({ orders: 110, productSets: 80, ...clock, profiles: ['token-dies'] } as never);
  const log: string[] = [];
  const wrapped = {
    ...shop,
    fetch: async (r: Request) => {
      const a = await shop.fetch(r.clone());
      log.push(`${a.status} ${new URL(r.url).pathname}`);
      return a;
    },
  };
  const replica = createReplica({
    connector: iconic,
    shop: wrapped as never,
    clock,
    settings: { rereadHours: 0.5 } as never,
  });
  await replica.sync({ mostRuns: 1 });
  console.info(shop.counts, log.length, log.filter(l => /oauth|^4/.test(l)).join('|'), log.slice(0, 12));
}, 60000);
