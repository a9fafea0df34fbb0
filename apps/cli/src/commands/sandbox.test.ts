import { describe, expect, test } from 'vitest';
import { platforms } from '../testing/platforms.js';
import { secretsIn } from '../testing/shop.js';
import { createUser, type Running } from '../testing/user.js';

interface Ready {
  readonly platform: string;
  readonly url: string;
  readonly config: Readonly<Record<string, unknown>>;
}

async function start(...words: string[]): Promise<Running & { readonly ready: Ready }> {
  const running = createUser().start(['sandbox', ...words]);
  return { ...running, ready: JSON.parse(await running.printed('\n')) };
}

async function end(running: Running, signal: 'SIGINT' | 'SIGTERM' = 'SIGTERM') {
  running.stop(signal);
  return running.done;
}

describe.each(platforms)('the sandbox of %s', platform => {
  test('prints one JSON line, takes a connection with its settings, and ends at SIGTERM', async () => {
    const sandbox = await start(platform, '--orders', '4', '--seed', '2');
    const { url, config } = sandbox.ready;
    expect(sandbox.ready).toEqual({ platform, url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/), config });
    const user = createUser();
    for (const secret of secretsIn(config)) user.secrets.add(secret);
    const { err, exitCode } = await user.run('connect', platform, 'x', '--config', user.file('x.json', config));
    expect({ err, exitCode }).toEqual({ err: '', exitCode: 0 });
    expect((await user.run('sync', '--stream', 'company')).exitCode).toBe(0);

    const ended = await end(sandbox);
    expect(ended).toEqual({ out: `${JSON.stringify(sandbox.ready)}\n`, err: '', exitCode: 0 });
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  });
});

test('Ctrl-C ends a sandbox as well', async () => {
  expect((await end(await start('iconic', '--orders', '1'), 'SIGINT')).exitCode).toBe(0);
});

test('equal seeds make equal shops, another seed another one, and --later lets the shop live on', async () => {
  const ordersOf = async (...words: string[]) => {
    const sandbox = await start('bigcommerce', '--orders', '6', ...words);
    const { baseUrl, storeHash, accessToken } = sandbox.ready.config;
    const headers = { 'x-auth-token': String(accessToken) };
    const orders = await (await fetch(`${baseUrl}/stores/${storeHash}/v2/orders`, { headers })).json();
    await end(sandbox);
    return orders as { readonly id: number }[];
  };
  const one = await ordersOf('--seed', '1');
  expect(one).toHaveLength(6);
  expect(JSON.stringify(await ordersOf('--seed', '1')).replaceAll(/:\d+/g, '')).toBe(
    JSON.stringify(one).replaceAll(/:\d+/g, ''),
  );
  expect(await ordersOf('--seed', '2')).not.toEqual(one);
  expect((await ordersOf('--later', '30')).length).toBeGreaterThan(6);
});

test('a port can be chosen, and one that is taken is refused in one sentence', async () => {
  const sandbox = await start('iconic', '--orders', '1');
  const { port } = new URL(sandbox.ready.url);
  const taken = await createUser().failure('sandbox', 'iconic', '--orders', '1', '--port', port);
  expect(taken).toBe(`cannot listen on port ${port}: another program uses it: choose another --port`);
  await end(sandbox);
  const again = await start('iconic', '--orders', '1', '--port', port);
  expect(again.ready.url).toBe(sandbox.ready.url);
  await end(again);
});

test.each([
  [['shopify'], 'there is no sandbox for "shopify"; there is iconic, bigcommerce, magento'],
  [[], 'name the platform: iconic, bigcommerce, magento'],
  [['shopify', '--profiles'], 'there is no sandbox for "shopify"; there is iconic, bigcommerce, magento'],
  [['iconic', '--orders', 'many'], '--orders takes a whole number from 0, and not "many"'],
  [['iconic', '--seed', '-1'], '--seed takes a whole number from 0, and not "-1"'],
  [['iconic', '--port', '65536'], 'cannot listen on port 65536: ports go from 0 to 65535'],
])('%j is refused in one sentence', async (words, sentence) => {
  expect(await createUser().failure('sandbox', ...words)).toBe(sentence);
});

test('a profile that is no profile is refused with the list of those there are', async () => {
  const sentence = await createUser().failure('sandbox', 'iconic', '--profile', 'full-moon');
  expect(sentence).toMatch(/^iconic has no quirk profile "full-moon"; it has html-200, html-403, /);
});

test('--profiles lists the ways to misbehave of every platform, or of one, and starts nothing', async () => {
  const { profiles } = await createUser().json<{ profiles: Record<string, { name: string }[]> }>(
    'sandbox',
    '--profiles',
  );
  expect(Object.keys(profiles)).toEqual(platforms);
  for (const list of Object.values(profiles))
    expect(list).toContainEqual({ name: 'html-503', description: expect.any(String) });
  const { out } = await createUser().run('sandbox', 'magento', '--profiles');
  expect(out).toMatch(/^magento +what the shop does\n─/);
  expect(out).toMatch(/\nhtml-503 +Some requests are answered 503 with a maintenance page/);
});

test.each(platforms)('a sync arrives at the end through a %s sandbox that misbehaves', async platform => {
  const profiles = ['html-200', 'truncated-json', 'reset-mid-body', 'server-errors', 'clock-ahead'];
  const sandbox = await start(platform, '--orders', '4', '--profile', ...profiles);
  const user = createUser();
  const shop = user.file('x.json', sandbox.ready.config);
  expect((await user.run('connect', platform, 'x', '--config', shop)).exitCode).toBe(0);
  const { exitCode } = await user.run('sync', '--stream', 'orders');
  expect(exitCode).toBe(0);
  const { orders } = await user.json<{ orders: readonly unknown[] }>('list', 'orders');
  expect(orders.length).toBeGreaterThan(0);
  await end(sandbox);
});
