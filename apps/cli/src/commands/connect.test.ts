import { describe, expect, test } from 'vitest';
import { listen, listenNoMore } from '../testing/listen.js';
import { platforms } from '../testing/platforms.js';
import { connectShop, openShop, type Shop, secretsIn } from '../testing/shop.js';
import { createUser } from '../testing/user.js';

describe.each(platforms)('connecting to %s', platform => {
  const open = () => openShop(platform, { orders: 3 });

  test('checks the credentials, and stores the settings sealed', async () => {
    const [user, shop] = [createUser(), await open()];
    const words = ['connect', platform, 'my-shop', '--config', user.file('shop.json', shop.config)];
    for (const secret of secretsIn(shop.config)) user.secrets.add(secret);
    expect(user.secrets.size).toBeGreaterThan(0);
    const { out, exitCode } = await user.run(...words);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^Connected my-shop to .*\. Next: cartograph sync my-shop\n$/);
    expect(shop.simulator.counts.requests).toBeGreaterThan(0);
    expect(await user.json('connections')).toMatchObject({ connections: [{ name: 'my-shop', platform }] });
    for (const secret of user.secrets) expect(user.stored()).not.toContain(secret);
  });

  test('is refused with wrong credentials, by one sentence that says what to check, and nothing is stored', async () => {
    const [user, shop] = [createUser(), await open()];
    const config = withWrongSecrets(shop.config);
    for (const secret of secretsIn(config)) user.secrets.add(secret);
    const sentence = await user.failure('connect', platform, 'x', '--config', user.file('x.json', config));
    expect(sentence).toMatch(/refuses the (credentials|access token).* check /);
    expect(await user.json('connections')).toEqual({ connections: [] });
  });

  test('says that the host is not known', async () => {
    const [user, shop] = [createUser(), await open()];
    const sentence = await user.failure(...connectAt(user, shop, 'https://shop.invalid'));
    // Without any network the name cannot even be looked up.
    expect(sentence).toMatch(/the host shop\.invalid (is not known|could not be looked up) .*check the.* address/);
  });

  test('says that the connection is refused', async () => {
    const [user, shop, url] = [createUser(), await open(), await listenNoMore()];
    const sentence = await user.failure(...connectAt(user, shop, url));
    expect(sentence).toContain(
      `the host ${new URL(url).host} refuses the connection (ECONNREFUSED); check the address and the port, and that it is running`,
    );
  });

  test('says that a web page came in place of JSON', async () => {
    const [user, shop] = [createUser(), await open()];
    const page = '<html><body><h1>Welcome to our shop</h1></body></html>';
    const url = await listen((_, response) => response.setHeader('content-type', 'text/html').end(page));
    const sentence = await user.failure(...connectAt(user, shop, url));
    expect(sentence).toMatch(/answers 200 with text\/html instead of JSON: ".*Welcome.*"; check the base URL/);
  });

  test('can be stopped while the shop does not answer, and nothing is stored', async () => {
    const [user, shop] = [createUser(), await open()];
    const url = await listen(() => running.stop('SIGINT'));
    const running = user.start(connectAt(user, shop, url));
    expect(await running.done).toEqual({ out: '', err: 'cartograph: stopped by SIGINT\n', exitCode: 130 });
    expect(await user.json('connections')).toEqual({ connections: [] });
  });

  test('names every field that is wrong, and shows no value', async () => {
    const [user, shop] = [createUser(), await open()];
    const { baseUrl, ...rest } = shop.config;
    user.secrets.add('hush');
    const config = { ...rest, baseUrl: 'hush', shopName: 'hush' };
    const sentence = await user.failure('connect', platform, 'x', '--config', user.file('x.json', config));
    expect(sentence).toMatch(/settings: .*"baseUrl" must be a URL such as https:/);
    expect(sentence).toContain('"shopName" is not a setting: remove it or check its spelling');
    expect(shop.simulator.counts.requests).toBe(0);
  });

  test('names every field that is missing', async () => {
    const [user, shop] = [createUser(), await open()];
    const [field = ''] = Object.keys(shop.config).filter(name => name !== 'baseUrl' && name in shop.config);
    const { [field]: _, ...config } = shop.config;
    const sentence = await user.failure('connect', platform, 'x', '--config', user.file('x.json', config));
    expect(sentence).toContain(`"${field}"`);
  });
});

test('settings also come from standard input', async () => {
  const [user, shop] = [createUser(), await openShop('bigcommerce', { orders: 3 })];
  const words = ['connect', 'bigcommerce', 'x', '--config', '-', '--json'];
  const { out } = await user.start(words, JSON.stringify(shop.config)).done;
  expect(JSON.parse(out)).toMatchObject({ connection: 'x', platform: 'bigcommerce', shop: { currency: 'AUD' } });
});

test('connecting again replaces the settings, and keeps what was read', async () => {
  const [user, shop] = [createUser(), await openShop('bigcommerce', { orders: 3 })];
  await connectShop(user, shop, 'x');
  await user.run('sync', 'x', '--stream', 'orders');
  await connectShop(user, shop, 'x');
  const { orders } = await user.json<{ orders: unknown[] }>('list', 'orders');
  expect(orders).toHaveLength(3);
});

test('a name that belongs to a shop of another platform is refused', async () => {
  const user = createUser();
  await connectShop(user, await openShop('bigcommerce', { orders: 3 }), 'x');
  const iconic = await openShop('iconic', { orders: 3 });
  expect(await user.failure('connect', 'iconic', 'x', '--config', user.file('y.json', iconic.config))).toBe(
    '"x" is a connection to bigcommerce already: take another name, or disconnect it first',
  );
});

test.each(['my shop', '-x', '', '../x'])('"%s" cannot name a connection', async name => {
  const user = createUser();
  const file = user.file('x.json', {});
  expect(await user.failure('connect', '--config', file, '--', 'bigcommerce', name)).toContain(
    `"${name}" cannot name a connection: use letters, digits, - and _, 63 at most`,
  );
});

test('an unknown platform is refused, with those there are', async () => {
  const user = createUser();
  const sentence = await user.failure('connect', 'shopify', 'x', '--config', user.file('x.json', {}));
  expect(sentence).toBe('there is no connector "shopify"; there is iconic, bigcommerce, magento');
});

test('disconnecting forgets the shop and what was read from it, and no other', async () => {
  const user = createUser();
  for (const name of ['one', 'two']) await connectShop(user, await openShop('bigcommerce', { orders: 3 }), name);
  await user.run('sync', '--stream', 'orders');
  expect((await user.run('disconnect', 'one')).out).toContain('Disconnected one');
  const { orders } = await user.json<{ orders: { connectionId: string }[] }>('list', 'orders');
  expect(orders.map(order => order.connectionId)).toEqual(['two', 'two', 'two']);
  expect(await user.failure('disconnect', 'one')).toBe('there is no connection "one"; there is two');
});

test('without connections, each command says how to add one', async () => {
  const user = createUser();
  for (const words of [['connections'], ['status']])
    expect((await user.run(...words)).out).toBe('No connections yet: add one with "cartograph connect".\n');
  for (const words of [['sync'], ['reconcile'], ['disconnect', 'x']])
    expect(await user.failure(...words)).toBe('there is no connection yet: add one with "cartograph connect"');
});

const connectAt = (user: ReturnType<typeof createUser>, { platform, config }: Shop, baseUrl: string) => {
  for (const secret of secretsIn(config)) user.secrets.add(secret);
  return ['connect', platform, 'x', '--config', user.file('x.json', { ...config, baseUrl })];
};

/** The same settings, each secret with other letters. */
const withWrongSecrets = (config: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(config).map(([name, value]) => {
      if (typeof value === 'object') return [name, withWrongSecrets(value)];
      return [name, secretsIn({ [name]: value }).length > 0 ? [...String(value)].reverse().join('') : value];
    }),
  );
