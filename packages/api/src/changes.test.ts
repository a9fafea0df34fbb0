import { beforeEach, expect, test } from 'vitest';
import { createWorld, type World } from './testing/world.js';

let world: World;
beforeEach(async () => {
  world = await createWorld(8);
  for (const id of ['iconic', 'magento']) {
    const { status } = await world.send('POST', '/v1/connections', {
      id,
      platform: id,
      settings: world.settingsOf[id],
    });
    expect(status).toBe(201);
  }
});

async function sync(id: string): Promise<void> {
  expect((await world.send('POST', `/v1/connections/${id}/sync`)).status).toBe(202);
  await world.runner.ended();
}

test('changes come in their order, page by page, each once', async () => {
  await sync('magento');
  const seen: number[] = [];
  for (let since = 0; ; ) {
    const { body } = await world.get(`/v1/changes?since=${since}&limit=50`);
    expect(body.data.length).toBeLessThanOrEqual(50);
    seen.push(...body.data.map((change: { sequence: number }) => change.sequence));
    if (body.next === since) break;
    since = body.next;
  }
  const last = await world.storage.lastSequence();
  expect(last).toBeGreaterThan(100);
  expect(seen).toEqual(Array.from({ length: last }, (_, index) => index + 1));
});

test('changes of some resources and connections pass over the others', async () => {
  await sync('iconic');
  await sync('magento');
  const { body } = await world.get('/v1/changes?resource=orders,refunds&connection=magento&limit=10000');
  expect(new Set(body.data.map((change: { connectionId: string }) => change.connectionId))).toEqual(
    new Set(['magento']),
  );
  expect(body.data.filter((change: { resource: string }) => change.resource === 'orders')).toHaveLength(
    (await world.storage.counts('magento')).orders,
  );
  expect(body.next).toBe(body.lastSequence);
});

test('who waits gets the change as soon as it is there, and nothing when the time is over', async () => {
  const before = world.clock.now.getTime();
  const { body } = await world.get('/v1/changes?since=0&wait=20');
  expect([body.data, body.next]).toEqual([[], 0]);
  expect(world.clock.now.getTime() - before).toBeGreaterThanOrEqual(20_000);
  world.clock.whileAsleep = () => sync('magento');
  const { body: changed } = await world.get('/v1/changes?since=0&wait=60');
  expect(changed.data.length).toBeGreaterThan(0);
});

test('a key for one connection sees its changes alone, also when another was deleted', async () => {
  await sync('iconic');
  await sync('magento');
  await world.send('DELETE', '/v1/connections/iconic');
  const { token } = await world.addKey({ connections: ['magento'] });
  const response = await world.api(
    new Request('http://api.test/v1/changes?limit=10000', { headers: { authorization: `Bearer ${token}` } }),
  );
  const { data } = JSON.parse(await response.text());
  expect(data.every((change: { connectionId: string }) => change.connectionId === 'magento')).toBe(true);
  const all = await world.get('/v1/changes?limit=10000');
  expect(all.body.data.filter((change: { kind: string }) => change.kind === 'deleted').length).toBeGreaterThan(0);
});

test('a stream of events begins where it is told, and goes on as records come', async () => {
  await sync('magento');
  const last = await world.storage.lastSequence();
  const { token } = await world.addKey();
  const headers = { authorization: `Bearer ${token}`, accept: 'text/event-stream', 'last-event-id': String(last - 2) };
  const gone = new AbortController();
  const response = await world.api(new Request('http://api.test/v1/changes', { headers, signal: gone.signal }));
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const events = readEvents(response);
  expect((await events.next()).value).toMatchObject({ sequence: last - 1 });
  expect((await events.next()).value).toMatchObject({ sequence: last });
  const coming = events.next();
  await sync('iconic');
  expect((await coming).value).toMatchObject({ sequence: last + 1, connectionId: 'iconic' });
  gone.abort();
  await events.return(null);
});

async function* readEvents(response: Response): AsyncGenerator<{ sequence: number; connectionId: string } | null> {
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk).toString();
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (data !== undefined) {
        const change = JSON.parse(data);
        expect(block).toContain(`id: ${change.sequence}\nevent: change\n`);
        yield change;
      }
    }
  }
}
