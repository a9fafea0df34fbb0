import { CodatCommerce } from '@codat/commerce';
import { CodatPlatform } from '@codat/platform';
import { expect, test } from 'vitest';
import { connectShop, openShop } from '../testing/shop.js';
import { createUser } from '../testing/user.js';

test('Codat’s own clients read what was synced, over the network and as they are published', async () => {
  const user = createUser();
  for (const platform of ['iconic', 'bigcommerce', 'magento'] as const)
    await connectShop(user, await openShop(platform, { orders: 10 }));
  await user.run('sync');
  const { token } = JSON.parse((await user.run('keys', 'create', 'codat', '--scope', 'read', '--json')).out);
  const server = user.start(['serve', '--port', '0', '--json']);
  const { url } = JSON.parse(await server.printed('\n'));
  const authHeader = `Basic ${Buffer.from(token).toString('base64')}`;
  const platform = new CodatPlatform({ authHeader, serverURL: url });
  const commerce = new CodatCommerce({ security: { authHeader }, serverURL: `${url}/` });
  const [company] = (await platform.companies.list()).results ?? [];
  expect(company?.dataConnections?.map(({ platformName }) => platformName).sort()).toHaveLength(3);
  for (const { id } of company?.dataConnections ?? []) {
    const at = { companyId: company?.id ?? '', connectionId: id };
    const { orders } = await commerce.orders.list({
      ...at,
      query: 'metadata.isDeleted!=true',
      orderBy: '-createdDate',
    });
    expect(orders?.totalResults).toBeGreaterThan(0);
    const { order } = await commerce.orders.get({ ...at, orderId: orders?.results?.[0]?.id ?? '' });
    expect(order).toEqual(orders?.results?.[0]);
  }
  server.stop('SIGTERM');
  expect((await server.done).exitCode).toBe(0);
});
