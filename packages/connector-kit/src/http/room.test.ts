import { expect, test } from 'vitest';
import { json, scripted } from './scripted.js';

/** A platform that refuses every request beyond so many at the same time, with these headers. */
function capped(mostAtOnce: number, headers: Record<string, string> = {}) {
  const seen = { underWay: 0, most: 0, refused: 0 };
  const world = scripted([
    async () => {
      if (seen.underWay === mostAtOnce) {
        seen.refused += 1;
        return json({}, 429, headers);
      }
      seen.underWay += 1;
      seen.most = Math.max(seen.most, seen.underWay);
      await world.clock.host.sleep(100);
      seen.underWay -= 1;
      return json({ ok: true });
    },
  ]);
  const ask = (count: number) =>
    world.clock.run(Promise.all(Array.from({ length: count }, (_, number) => world.http.get(`/orders/${number}`))));
  return { ...world, ask, seen };
}

test.each([1, 2, 3, 5])('a platform that takes %i requests at a time gets as many, and refuses few', async most => {
  const { ask, seen } = capped(most);
  expect(await ask(600)).toHaveLength(600);
  expect(seen.most).toBe(most);
  expect(seen.refused).toBeLessThan(16);
});

test('once it is known what the platform takes, nothing is refused', async () => {
  const { ask, seen } = capped(3);
  await ask(200);
  const { refused } = seen;
  await ask(300);
  expect(seen.refused).toBe(refused);
});

test('a limit that was somebody else’s doing is forgotten in the end', async () => {
  const replies = [...Array(8)].map(() => json({}, 429));
  let underWay = 0;
  let most = 0;
  const { http, clock } = scripted([
    ...replies,
    async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await clock.host.sleep(10);
      underWay -= 1;
      return json({});
    },
  ]);
  await clock.run(Promise.all(Array.from({ length: 300 }, (_, number) => http.get(`/orders/${number}`))));
  expect(most).toBe(7);
  await clock.run(Promise.all(Array.from({ length: 600 }, (_, number) => http.get(`/orders/${number}`))));
  expect(most).toBe(8);
});

test('a 429 that says when to come again is about time, and as many go at once as before', async () => {
  const { ask, seen, arrivals } = capped(5, { 'retry-after': '1' });
  await ask(16);
  expect(seen.most).toBe(5);
  expect(arrivals.slice(0, 8)).toEqual(Array(8).fill(0));
  expect(arrivals.slice(8, 16)).toEqual(Array(8).fill(1000));
});

test('a request that was refused alone holds back no others', async () => {
  const { http, clock, arrivals } = scripted([json({}, 429), json({})]);
  await clock.run(http.get('/first'));
  await clock.run(Promise.all(Array.from({ length: 8 }, (_, number) => http.get(`/orders/${number}`))));
  expect(arrivals.slice(2)).toEqual(Array(8).fill(1000));
});
