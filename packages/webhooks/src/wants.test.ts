import { expect, test } from 'vitest';
import type { Companies } from './format.js';
import { createWorld, delivering, recordsIn, urlOf } from './testing/world.js';

const companies: Companies = {
  ofConnection: id => ({ id: `company of ${id}`, tags: id === 'a' ? { region: 'au', team: 'x' } : { region: 'nz' } }),
  ofEvent: ({ data }) => data as ReturnType<Companies['ofEvent']>,
};

test('a consumer is told what it asked for: types, connections, companies, tags, resources', async () => {
  const world = createWorld({ companies });
  for (const id of ['a', 'b']) await world.connect(id);
  const wishes = {
    all: {},
    deleted: { eventTypes: ['record.deleted'] },
    b: { connections: ['b'] },
    company: { companies: ['company of a'] },
    tagged: { companyTags: ['team:x', 'region:uk'] },
    'wrong-case': { companyTags: ['TEAM:x'] },
    orders: { resources: ['orders'] },
    both: { connections: ['b'], companyTags: ['region:au'] },
    empty: { eventTypes: [], companyTags: [], resources: [] },
    runs: { eventTypes: ['run.completed'] },
  };
  for (const [name, wish] of Object.entries(wishes)) await world.consumer(name, wish);
  await delivering(world, async () => {
    await world.commit('a', { p: '1' });
    await world.commit('b', { p: '1' });
    await world.commit('a', { p: null });
    await world.finishRun('a', 'run of a');
    await world.storage.writeEntries({
      tell: [
        { type: 'company.created', connectionId: null, at: '2026-02-01T00:00:00Z', data: companies.ofConnection('a') },
      ],
    });
    await world.storage.writeEntries({
      tell: [{ type: 'of others', connectionId: null, at: '2026-02-01T00:00:00Z', data: {} }],
    });
    await world.pass(1000);
  });
  const told = (name: string) =>
    world.endpoints.at(urlOf(name)).flatMap(one => {
      const { type, data } = JSON.parse(one.body);
      return data.records ? recordsIn(one) : [[type, data.connectionId ?? data.id].join(' ')];
    });
  const everything = ['1 created p', '2 created p', '3 deleted p', 'run.completed a', 'company.created company of a'];
  const ofA = ['1 created p', '3 deleted p', 'run.completed a', 'company.created company of a'];
  expect(Object.fromEntries(Object.keys(wishes).map(name => [name, told(name)]))).toEqual({
    all: everything,
    deleted: ['3 deleted p'],
    b: ['2 created p'],
    company: ofA,
    tagged: ofA,
    'wrong-case': [],
    orders: ['run.completed a', 'company.created company of a'],
    both: [],
    empty: everything,
    runs: ['run.completed a'],
  });
});

test('one that wants nothing of what happens moves on without a message, however much it is', async () => {
  const world = createWorld();
  await world.connect('a');
  const id = await world.consumer('one', { connections: ['b'] });
  await delivering(world, async () => {
    for (let turn = 0; turn < 60; turn++)
      await world.commit('a', Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`${turn} ${at}`, 'x'])));
    for (let turn = 0; turn < 600; turn++) await world.finishRun('a', `run ${turn}`);
    await world.pass(1000);
  });
  expect(world.endpoints.received).toEqual([]);
  const { position } = (await world.byHand.state(id)) ?? {};
  expect(position).toEqual({ change: 12_000, event: await world.storage.lastEvent(), part: 0 });
});
