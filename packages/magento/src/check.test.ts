import { AuthError, type Host, silentLogger } from '@cartograph/core';
import { createMagentoSimulator, type MagentoSimulatorOptions } from '@cartograph/simulators';
import { expect, test } from 'vitest';
import { magento } from './index.js';
import { emptyShop } from './shop.js';

function open(
  options: MagentoSimulatorOptions,
  change: (auth: Record<string, unknown>) => Record<string, unknown> = auth => auth,
) {
  const simulator = createMagentoSimulator({ seed: 3, orders: 1, ...options });
  const host: Host = {
    fetch: (input, init) => simulator.fetch(new Request(input, init)),
    now: () => new Date('2026-07-01T00:00:00Z'),
    sleep: async () => {},
    logger: silentLogger,
  };
  const { auth, ...rest } = simulator.config('https://shop.example') as { auth: Record<string, unknown> };
  return { simulator, session: magento.open(magento.config.parse({ ...rest, auth: change(auth) }), host) };
}

test.each(['oauth1', 'bearer', 'admin'] as const)('%s signs in', async auth => {
  const shop = magento.shop.parse(await open({ auth }).session.check());
  expect(shop).toMatchObject({ currency: 'AUD', weightUnit: 'kgs', mediaUrl: 'https://shop.example/media/' });
  expect(Object.values(shop.attributes).map(({ code }) => code)).toContain('manufacturer');
  expect(shop.sources.popup).toEqual({ name: 'Pop-up 2024', enabled: false });
});

test.each([
  ['oauth1', { accessTokenSecret: 'xs0123456789abcdefghijklmnopqrst' }],
  ['bearer', { accessToken: 'xs0123456789abcdefghijklmnopqrst' }],
  ['admin', { password: 'not-the-password' }],
] as const)('wrong %s credentials are refused with what to do', async (auth, wrong) => {
  const { session } = open({ auth }, right => ({ ...right, ...wrong }));
  const failure = await session.check().catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(AuthError);
  expect(String(failure)).toMatch(/check (them|the name and password)/);
});

test('lists that are not shown stay empty, and the connection works', async () => {
  const denied = ['Magento_Customer::group', 'Magento_Catalog::attributes_attributes', 'Magento_InventoryApi::source'];
  const shop = await open({ denied }).session.check();
  expect(shop).toMatchObject({ currency: 'AUD', customerGroups: {}, attributes: {}, sources: {} });
});

test('payment methods are called what the latest orders call them, whichever order is read', async () => {
  const { session } = open({ orders: 60 });
  const shop = magento.shop.parse(await session.check());
  expect(Object.keys(shop.paymentMethods).length).toBeGreaterThan(2);
  const named = (title: string) => {
    const order = {
      entity_id: 1,
      increment_id: '1',
      grand_total: 5,
      order_currency_code: 'USD',
      payment: { method: 'checkmo' },
    };
    const info = { payment_additional_info: [{ key: 'method_title', value: title }] };
    const [native] = magento.streams.orders?.records({ ...order, extension_attributes: info }) ?? [];
    const made = native ? magento.normalize(native, { ...shop, paymentMethods: { checkmo: 'By check' } }) : [];
    return made.flatMap(({ resource, record }) => (resource === 'paymentMethods' ? [record.name] : []));
  };
  expect([named('Money order'), named('Check')]).toEqual([['By check'], ['By check']]);
});

test('the stores have to be shown', async () => {
  await expect(open({ denied: ['Magento_Backend::store'] }).session.check()).rejects.toThrow('Magento_Backend::store');
});

test('a shop below a path, behind a firewall that limits requests, is read all the same', async () => {
  let elapsed = 0;
  const simulator = createMagentoSimulator({
    seed: 3,
    orders: 60,
    basePath: '/eu/shop',
    maxPageSize: 20,
    emptyItems: 'null',
    limit: { requests: 3, windowMs: 10_000 },
    elapsedMs: () => elapsed,
  });
  const host: Host = {
    fetch: (input, init) => simulator.fetch(new Request(input, init)),
    now: () => new Date(Date.parse('2026-07-01T00:00:00Z') + elapsed),
    sleep: async ms => {
      elapsed += ms;
    },
    logger: silentLogger,
  };
  const session = magento.open(magento.config.parse(simulator.config('https://shop.example')), host);
  await session.check();
  const ids: string[] = [];
  for await (const { records } of session.read('orders', { since: null, until: null, resume: null }))
    ids.push(...records.map(({ id }) => id));
  expect(ids.sort()).toEqual([...(simulator.truth().orders ?? [])].sort());
});

test('a shop that was never asked still translates', () => {
  const [native] =
    magento.streams.customers?.records({ id: 1, email: 'a@example.com', website_id: 1, group_id: 4 }) ?? [];
  expect(native && magento.normalize(native, emptyShop)[0]?.record).toMatchObject({
    defaultCurrency: null,
    group: { id: '4', name: null },
  });
});
