import { describe, expect, test } from 'vitest';
import { mostKept } from './delivery.js';
import { createWorld, delivering, recordsIn, urlOf } from './testing/world.js';

const [second, minute, hour, day] = [1000, 60_000, 3_600_000, 86_400_000];

describe('a consumer', () => {
  test('is told what happens after it was made, in the order in which it did', async () => {
    const world = createWorld();
    await world.connect('a');
    await world.commit('a', { old: 'x' });
    await world.consumer('one');
    await delivering(world, async () => {
      await world.commit('a', { p: 'P', q: 'Q' });
      await world.commit('a', { p: 'P2', r: 'R' });
      await world.finishRun('a', 'run-1');
      await world.commit('a', { p: null });
      await world.commit('a', { p: 'back' });
      await world.pass(2 * second);
    });
    const received = world.endpoints.at(urlOf('one'));
    expect(received.map(({ body }) => JSON.parse(body).type)).toEqual([
      'record.created',
      'record.updated',
      'record.created',
      'run.completed',
      'record.deleted',
      'record.created',
    ]);
    expect(received.flatMap(recordsIn)).toEqual([
      ...['2 created p', '3 created q', '4 updated p', '5 created r', '6 deleted p', '7 restored p'],
    ]);
    expect(JSON.parse(received[0]?.body ?? '')).toEqual({
      type: 'record.created',
      timestamp: '2026-02-01T00:00:00.000Z',
      data: {
        records: ['p', 'q'].map((id, index) => ({
          ...{ sequence: 2 + index, connectionId: 'a', resource: 'productCategories', id, change: 'created' },
          at: '2026-02-01T00:00:00.000Z',
        })),
      },
    });
    const { data } = JSON.parse(received[3]?.body ?? '');
    expect(data).toMatchObject({ connectionId: 'a', runId: 'run-1', complete: true, run: { id: 'run-1' } });
  });

  test('is told of connections as they come, break, are mended and go', async () => {
    const world = createWorld();
    await world.consumer('one', {
      eventTypes: ['connection.created', 'connection.disconnected', 'connection.deleted'],
    });
    await delivering(world, async () => {
      await world.connect('a');
      const connection = await world.storage.connection('a');
      if (!connection) throw new TypeError('no connection');
      await world.storage.saveConnection({ ...connection, pausedBecause: 'refused' }, '2026-02-01T01:00:00.000Z');
      await world.storage.deleteConnection('a', '2026-02-01T02:00:00.000Z');
      await world.pass(second);
    });
    const told = world.endpoints.received.map(({ body }) => JSON.parse(body));
    expect(told.map(({ type, timestamp, data }) => [type, timestamp, data.connectionId, data.pausedBecause])).toEqual([
      ['connection.created', '2026-02-01T00:00:00.000Z', 'a', null],
      ['connection.disconnected', '2026-02-01T01:00:00.000Z', 'a', 'refused'],
      ['connection.deleted', '2026-02-01T02:00:00.000Z', 'a', 'refused'],
    ]);
    expect(JSON.stringify(told)).not.toContain('sealed');
  });

  test('gets many changes in messages of a hundred, and its log keeps the newest', async () => {
    const world = createWorld();
    await world.connect('a');
    const id = await world.consumer('one');
    await delivering(world, async () => {
      await world.commit('a', Object.fromEntries(Array.from({ length: 250 }, (_, at) => [`c${at}`, 'x'])));
      await world.pass(second);
    });
    expect(world.endpoints.received.map(one => recordsIn(one).length)).toEqual([100, 100, 50]);
    await delivering(world, async () => {
      for (let turn = 0; turn <= mostKept; turn++) await world.commit('a', { c: `${turn}`, [`d${turn}`]: 'x' });
      await world.pass(second);
    });
    expect(await world.byHand.log(id)).toHaveLength(mostKept);
    expect((await world.byHand.log(id)).every(({ status }) => status === 'delivered')).toBe(true);
  });

  test('that is away is tried again as Codat does, then what comes next has its turn', async () => {
    const world = createWorld();
    await world.connect('a');
    const id = await world.consumer('one');
    world.endpoints.answers.set(urlOf('one'), 503);
    await world.commit('a', { p: '1' });
    await world.commit('a', { p: '2' });
    const began = world.clock.now().getTime();
    await delivering(world, () => world.pass(28 * hour), minute / 6);
    const times = world.endpoints.received.map(({ atMs, id: message }) => [message, (atMs - began) / second] as const);
    const [first] = times[0] ?? [];
    const waits = [0, 10, 310, 310 + 1800, 310 + 1800 + 7200, 310 + 9000 + 18_000, 310 + 27_000 + 36_000];
    expect(times.filter(([message]) => message === first).map(([, at]) => at)).toEqual([
      ...waits,
      310 + 63_000 + 36_000,
    ]);
    expect(new Set(world.endpoints.received.filter(one => one.id === first).map(({ body }) => body)).size).toBe(1);
    const log = await world.byHand.log(id);
    expect(log.map(({ status, attempts }) => [status, attempts.length])).toEqual([
      ['pending', 3],
      ['failed', 8],
    ]);
    expect(log[1]?.attempts[0]).toMatchObject({ status: 503, error: 'it answered 503' });
  });

  test('that takes nothing for five days is disabled, and enabled again it is told from where it failed first', async () => {
    const world = createWorld();
    await world.connect('a');
    const id = await world.consumer('one');
    world.endpoints.answers.set(urlOf('one'), 'no answer');
    for (const name of ['1', '2', '3', '4']) await world.commit('a', { p: name, [name]: 'x' });
    await delivering(world, () => world.pass(6 * day), 10 * minute);
    const disabled = await world.consumers.find(id);
    expect(disabled).toMatchObject({
      disabled: true,
      disabledBecause: 'nothing could be delivered since 2026-02-01T00:00:00.000Z: no answer (ECONNREFUSED)',
    });
    expect(world.log.join()).toContain('a webhook consumer is disabled');
    const last = world.endpoints.received.at(-1)?.atMs ?? 0;
    expect(last - Date.parse('2026-02-01T00:00:00Z')).toBeLessThan(5.5 * day);

    world.endpoints.answers.clear();
    world.endpoints.received.length = 0;
    await world.commit('a', { q: 'later' });
    expect(await world.consumers.change(id, { disabled: false })).toMatchObject({
      disabled: false,
      disabledBecause: null,
    });
    await delivering(world, () => world.pass(second));
    const sequences = world.endpoints.received.flatMap(recordsIn).map(text => Number.parseInt(text, 10));
    expect(sequences).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test('that is slow or away holds up nobody, and nothing piles up for it', async () => {
    const world = createWorld();
    await world.connect('a');
    const away = await world.consumer('away');
    await world.consumer('slow');
    await world.consumer('quick');
    world.endpoints.answers.set(urlOf('away'), 500).set(urlOf('slow'), 'silence');
    await delivering(world, async () => {
      for (let turn = 0; turn < 50; turn++) {
        await world.commit('a', { p: String(turn), [`c${turn}`]: 'x' });
        await world.pass(second);
      }
    });
    expect(world.endpoints.at(urlOf('quick')).flatMap(recordsIn)).toHaveLength(100);
    expect(await world.byHand.log(away)).toHaveLength(1);
    const slow = world.endpoints.at(urlOf('slow'));
    expect(slow.map(({ atMs }) => (atMs - (slow[0]?.atMs ?? 0)) / second)).toEqual([0, 20]);
  });

  test('that redirects, answers with an error or lives at a private address is told why it got nothing', async () => {
    const world = createWorld();
    const ids = [await world.consumer('moved'), await world.consumer('late'), await world.consumer('near')];
    const near = () => {
      throw new TypeError('fetch failed', { cause: Object.assign(new Error('near'), { code: 'ERR_PRIVATE_ADDRESS' }) });
    };
    world.endpoints.answers
      .set(urlOf('moved'), new Response(null, { status: 307, headers: { location: 'https://elsewhere.test/' } }))
      .set(urlOf('late'), 'silence')
      .set(urlOf('near'), near);
    await world.connect('a');
    await delivering(world, () => world.pass(16 * second));
    const errors = await Promise.all(ids.map(async id => (await world.byHand.log(id))[0]?.attempts[0]?.error));
    expect(errors).toEqual([
      'it answered 307, and redirects are not followed',
      'no answer within 15 s',
      'its address is not public',
    ]);
    expect(world.endpoints.received.every(({ url }) => url !== 'https://elsewhere.test/')).toBe(true);
  });

  test('gets a message once where two processes deliver', async () => {
    const world = createWorld();
    await world.connect('a');
    await world.consumer('one');
    const stopping = new AbortController();
    const both = [world.deliver(stopping.signal), world.deliver(stopping.signal)];
    for (let turn = 0; turn < 20; turn++) {
      await world.commit('a', { p: String(turn) });
      await world.pass(second);
    }
    stopping.abort();
    await Promise.all(both);
    const ids = world.endpoints.received.map(({ id }) => id);
    expect([ids.length, new Set(ids).size]).toEqual([20, 20]);
  });

  test('that is stopped in the middle is told the same by whoever comes next, without waiting', async () => {
    const world = createWorld();
    await world.connect('a');
    await world.consumer('one');
    await world.commit('a', { p: '1' });
    world.endpoints.answers.set(urlOf('one'), 'silence');
    await delivering(world, () => world.pass(second));
    world.endpoints.answers.clear();
    await world.commit('a', { q: '1' });
    await delivering(world, () => world.pass(0));
    const [broken, again, next] = world.endpoints.received;
    expect([again?.id, again?.body, recordsIn(next ?? { body: '{"data":{}}' })]).toEqual([
      broken?.id,
      broken?.body,
      ['2 created q'],
    ]);
  });

  test('whose secret does not open is left alone for a while, and told when it does', async () => {
    const world = createWorld();
    const vault = { ...world.services.vault };
    Object.assign(world.services.vault, { unseal: () => expect.fail('another key') });
    await world.connect('a');
    const id = await world.consumer('one');
    await world.commit('a', { p: '1' });
    await delivering(world, async () => {
      await world.pass(5 * minute);
      expect(world.log.filter(line => line.includes('could not be told')).length).toBeLessThanOrEqual(6);
      expect(world.endpoints.received).toEqual([]);
      Object.assign(world.services.vault, vault);
      await world.pass(2 * minute);
    });
    expect(world.endpoints.received.flatMap(recordsIn)).toEqual(['1 created p']);
    expect((await world.byHand.log(id)).map(({ attempts }) => attempts.length)).toEqual([1]);
  });

  test('that answers while the end is near gets the message once', async () => {
    const world = createWorld();
    await world.connect('a');
    await world.consumer('one');
    await world.commit('a', { p: '1' });
    const late = async () => {
      await world.clock.sleep(1500);
      return 204;
    };
    world.endpoints.answers.set(urlOf('one'), late);
    await delivering(world, () => world.pass(0));
    await delivering(world, () => world.pass(minute));
    expect(world.endpoints.received).toHaveLength(1);
  });
});
