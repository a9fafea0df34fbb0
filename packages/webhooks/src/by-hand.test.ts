import { expect, test } from 'vitest';
import { beforeChange, beforeTime } from './position.js';
import { createWorld, delivering, recordsIn, urlOf, type World } from './testing/world.js';

const minute = 60_000;

/** Five changes and two runs, one a minute, that a consumer has taken. */
async function told(): Promise<World & { readonly id: string }> {
  const world = createWorld();
  await world.connect('a');
  const id = await world.consumer('one');
  await delivering(world, async () => {
    for (const turn of [1, 2, 3, 4, 5]) {
      await world.commit('a', { [`c${turn}`]: 'x' });
      if (turn > 3) await world.finishRun('a', `run ${turn}`);
      await world.pass(minute);
    }
  });
  world.endpoints.received.length = 0;
  return { ...world, id };
}

const tellings = ({ endpoints }: World): readonly string[] =>
  endpoints.received.flatMap(one =>
    one.body.includes('records') ? recordsIn(one) : [JSON.parse(one.body).data.runId],
  );

test('what happened from a change on is told again, with the events that came after it', async () => {
  const world = await told();
  await world.byHand.replay(world.id, await beforeChange(world.storage, 4));
  await delivering(world, () => world.pass(1000));
  expect(tellings(world)).toEqual(['4 created c4', 'run 4', '5 created c5', 'run 5']);
});

test('what happened from a time on is told again', async () => {
  const world = await told();
  await world.byHand.replay(world.id, await beforeTime(world.storage, new Date('2026-02-01T00:04:00Z')));
  await delivering(world, () => world.pass(1000));
  expect(tellings(world)).toEqual(['5 created c5', 'run 5']);
});

test('everything is told again from the first change, and nothing from the end', async () => {
  const world = await told();
  await world.byHand.replay(world.id, await beforeChange(world.storage, 1));
  await delivering(world, () => world.pass(1000));
  // Five changes, two runs, and that the connection was made.
  expect(tellings(world)).toHaveLength(9);
  world.endpoints.received.length = 0;
  await world.byHand.replay(world.id, await beforeChange(world.storage, 1000));
  await delivering(world, () => world.pass(1000));
  expect(tellings(world)).toEqual([]);
});

test('a replay takes the place of a message that waits', async () => {
  const world = await told();
  world.endpoints.answers.set(urlOf('one'), 500);
  await delivering(world, async () => {
    await world.commit('a', { c6: 'x' });
    await world.pass(minute);
    world.endpoints.answers.clear();
    await world.byHand.replay(world.id, await beforeChange(world.storage, 5));
    await world.pass(1000);
  });
  expect(tellings(world).slice(2)).toEqual(['5 created c5', 'run 5', '6 created c6']);
  expect((await world.byHand.log(world.id)).map(({ status }) => status)).toContain('dropped');
});

test('what is done by hand while a message is under way is not undone by its end, and its end is not lost', async () => {
  const world = await told();
  const meanwhile = (work: () => Promise<unknown>) =>
    world.endpoints.answers.set(urlOf('one'), async () => {
      world.endpoints.answers.clear();
      await work();
      return 204;
    });
  meanwhile(async () => world.byHand.replay(world.id, await beforeChange(world.storage, 5)));
  await world.commit('a', { c6: 'x' });
  await delivering(world, () => world.pass(5000));
  expect(tellings(world)).toEqual(['6 created c6', '5 created c5', 'run 5', '6 created c6']);

  world.endpoints.received.length = 0;
  meanwhile(() => world.byHand.test(world.id));
  await world.commit('a', { c7: 'x' });
  await delivering(world, () => world.pass(5000));
  expect(world.endpoints.received.map(({ body }) => JSON.parse(body).type)).toEqual(['webhook.test', 'record.created']);
});

test('one message is sent again, as it was and under its id', async () => {
  const world = await told();
  const [message] = (await world.byHand.log(world.id)).filter(({ type }) => type === 'record.created');
  if (!message) throw new TypeError('nothing in the log');
  const again = await world.byHand.resend(world.id, message.id);
  expect(world.endpoints.received.map(({ id, body }) => [id, body])).toEqual([[message.id, message.body]]);
  expect(again?.attempts).toHaveLength(2);
  expect((await world.byHand.log(world.id)).find(({ id }) => id === message.id)).toEqual(again);
  expect(await world.byHand.resend(world.id, 'another')).toBeNull();
  expect(await world.byHand.resend('nobody', message.id)).toBeNull();
});

test('what failed for good, and all after it, is told again', async () => {
  const world = await told();
  expect(await world.byHand.beforeFailed(world.id)).toBeNull();
  world.endpoints.answers.set(urlOf('one'), 500);
  await world.commit('a', { c6: 'x' });
  await delivering(world, () => world.pass(28 * 60 * minute), minute);
  world.endpoints.answers.clear();
  world.endpoints.received.length = 0;
  await world.commit('a', { c7: 'x' });
  const position = await world.byHand.beforeFailed(world.id);
  if (position === null) throw new TypeError('nothing failed');
  await world.byHand.replay(world.id, position);
  await delivering(world, () => world.pass(1000));
  expect(tellings(world)).toEqual(['6 created c6', '7 created c7']);
});

test('a message that failed for good counts as delivered once it was taken', async () => {
  const world = await told();
  world.endpoints.answers.set(urlOf('one'), 500);
  await world.commit('a', { c6: 'x' });
  await delivering(world, () => world.pass(28 * 60 * minute), minute);
  const failed = (await world.byHand.log(world.id)).find(({ status }) => status === 'failed');
  expect((await world.byHand.resend(world.id, failed?.id ?? ''))?.status).toBe('failed');
  world.endpoints.answers.clear();
  expect((await world.byHand.resend(world.id, failed?.id ?? ''))?.status).toBe('delivered');
});

test('a test message shows at once whether a consumer takes it, and is in the log', async () => {
  const world = await told();
  const sent = await world.byHand.test(world.id);
  expect(sent).toMatchObject({ type: 'webhook.test', status: 'delivered', attempts: [{ status: 204, error: null }] });
  expect((await world.byHand.log(world.id)).map(({ id }) => id)).toContain(sent?.id);
  world.endpoints.answers.set(urlOf('one'), 404);
  expect(await world.byHand.test(world.id)).toMatchObject({
    status: 'failed',
    attempts: [{ error: 'it answered 404' }],
  });
  expect(await world.byHand.test('nobody')).toBeNull();
});

test('what waits is sent as soon as a test is taken, or the consumer is elsewhere', async () => {
  for (const mend of [
    async (world: World, id: string) => void (await world.byHand.test(id)),
    async (world: World, id: string) => void (await world.consumers.change(id, { url: urlOf('other') })),
  ]) {
    const world = await told();
    world.endpoints.answers.set(urlOf('one'), 500);
    await delivering(world, async () => {
      await world.commit('a', { c6: 'x' });
      await world.pass(2 * minute);
      world.endpoints.answers.clear();
      world.endpoints.received.length = 0;
      await mend(world, world.id);
      await world.pass(1000);
    });
    expect(tellings(world)).toContain('6 created c6');
  }
});

test('of a consumer that is removed nothing is left, and it is told nothing', async () => {
  const world = await told();
  await delivering(world, async () => {
    expect(await world.consumers.remove(world.id)).toBe(true);
    await world.commit('a', { c6: 'x' });
    await world.pass(1000);
  });
  expect(await world.consumers.remove(world.id)).toBe(false);
  expect([world.endpoints.received, await world.byHand.log(world.id), await world.byHand.state(world.id)]).toEqual([
    [],
    [],
    null,
  ]);
});
