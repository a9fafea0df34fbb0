import { commerceSchemas, platformKeyOf } from '@cartograph/codat';
import { findConnector } from '@cartograph/connectors';
import { beforeAll, expect, test } from 'vitest';
import { createSyncedWorld, type World } from '../testing/world.js';
import { connectionOf, createClients } from './testing/clients.js';

type Clients = Awaited<ReturnType<typeof createClients>>;

let world: World;
let clients: Clients;

beforeAll(async () => {
  world = await createSyncedWorld(10);
  clients = await createClients(world);
});

/** A property of the platform's own orders that the model does not have. */
const wishes = [
  ['iconic', '/', 'invoiceRequired'],
  ['bigcommerce', '/order', 'ip_address'],
  ['magento', '/', 'remote_ip'],
] as const;

test.each(wishes)('orders of %s tell what was asked for beside them', async (platform, dataSource, property) => {
  const { platform: client, commerce } = clients;
  const at = { platformKey: platformKeyOf(findConnector(platform)), dataType: 'commerce-orders' as const };
  const wanted = { supplementalDataConfig: { mine: { dataSource, pullData: { own: property, none: 'no.such' } } } };
  await client.supplementalData.configure({ ...at, supplementalDataConfiguration: wanted });
  expect(await client.supplementalData.getConfiguration(at)).toEqual(wanted);

  const { orders } = await commerce.orders.list(connectionOf(platform));
  const [order] = orders?.results ?? [];
  const native = await world.storage.nativeOf(platform, 'orders', order?.id ?? '');
  // biome-ignore lint/suspicious/noExplicitAny: native bodies are of every shape.
  const body = native?.body as any;
  const own = (dataSource === '/' ? body : body.order)[property] ?? null;
  expect(order?.supplementalData).toEqual({ content: { mine: { own, none: null } } });
  const one = await commerce.orders.get({ ...connectionOf(platform), orderId: order?.id ?? '' });
  expect(one.order?.supplementalData).toEqual(order?.supplementalData);

  await client.supplementalData.configure({ ...at, supplementalDataConfiguration: {} });
  const without = await commerce.orders.get({ ...connectionOf(platform), orderId: order?.id ?? '' });
  expect(without.order?.supplementalData).toBeUndefined();
});

test('a refund tells what its own native record does, and a company has some too', async () => {
  const platformKey = platformKeyOf(findConnector('bigcommerce'));
  const raw = async (path: string, init: RequestInit = {}) => {
    const headers = { authorization: clients.authHeader };
    return world.api(new Request(`http://api.test${path}`, { headers, ...init }));
  };
  const { companyId, connectionId } = connectionOf('bigcommerce');
  const body = JSON.stringify({ supplementalDataConfig: { mine: { pullData: { hash: 'id', name: 'name' } } } });
  for (const [type, path] of [
    ['commerce-payments', 'commerce-payments'],
    ['commerce-companyInfo', 'commerce-info'],
  ] as const) {
    await raw(`/integrations/${platformKey}/dataTypes/${type}/supplementalDataConfig`, { method: 'PUT', body });
    const answer = await (await raw(`/companies/${companyId}/connections/${connectionId}/data/${path}`)).json();
    for (const document of (answer as { results?: unknown[] }).results ?? [answer]) {
      expect(commerceSchemas[path].parse(document)).toEqual(document);
      expect(document).toHaveProperty('supplementalData.content.mine.name');
    }
  }
});

test('what is no configuration, platform or data type is refused', async () => {
  const { platform: client } = clients;
  const dataType = 'commerce-orders' as const;
  await expect(client.supplementalData.getConfiguration({ platformKey: 'zzzz', dataType })).rejects.toThrow(
    'No integration',
  );
  await expect(
    client.supplementalData.getConfiguration({ platformKey: 'vqzp', dataType: 'invoices' as never }),
  ).rejects.toThrow();
});
