import { AuthError } from '@cartograph/core';
import { beforeEach, describe, expect, test } from 'vitest';
import { openShop, taken } from '../testing/shop.js';

type Shop = ReturnType<typeof openShop>;
let shop: Shop;
let client: Shop['client'];
beforeEach(() => {
  shop = openShop({ orders: 50 });
  client = shop.client;
});

describe('the seller', () => {
  test('is read with settings, commissions, payouts and figures', async () => {
    const seller = await client.seller.get();
    expect((await client.sellers.get(seller.id)).name).toBe(seller.name);
    expect(Object.keys(await client.seller.settings()).length).toBeGreaterThan(0);
    expect((await client.seller.commissions())[0]?.name).toBeTruthy();
    for (const read of [client.seller.payouts, client.seller.statistics, client.seller.metrics])
      expect(Array.isArray(await read())).toBe(true);
    expect(Array.isArray(await client.seller.ratings({ from: new Date('2026-01-01') }))).toBe(true);
    expect((await client.countries.list()).toSorted()).toEqual(['AU', 'NZ']);
  });

  test('changes the address of its mails, and nothing that the platform sets', async () => {
    await client.seller.update({ email: 'orders@shop.example' });
    await expect(client.seller.update({ email: 'no address' })).rejects.toThrow('"email"');
    // @ts-expect-error: the platform sets the status
    await expect(client.seller.update({ email: 'a@shop.example', status: 'active' })).rejects.toThrow('read-only');
  });

  test('is another after a switch, with a token of its own', async () => {
    let tokens = 0;
    const other = openShop(
      { orders: 1 },
      { hooks: { request: ({ path }) => (tokens += Number(path.includes('oauth/client'))) } },
    );
    const [first] = await taken(other.client.sellers.iterate());
    await other.client.sellers.switch(first?.id ?? 0);
    await other.client.seller.get();
    expect(tokens).toBe(2);
  });

  test('numbers its invoices and credit notes', async () => {
    await client.invoices.settings.update({ generationType: 'autoincrement_number', prefix: 'INV', nextNumber: 40 });
    expect(await client.invoices.settings.get()).toMatchObject({ prefix: 'INV', nextNumber: 40 });
    await client.seller.creditNotes.update({ prefix: 'CN', nextNumber: 7 });
    expect(await client.seller.creditNotes.get()).toMatchObject({ prefix: 'CN', nextNumber: 7 });
    const [order] = (await client.orders.list({ limit: 1 })).items;
    expect((await client.invoices.generateNumber(order?.id ?? 0)).number).toContain('40');
  });

  test('accepts contracts that wait for it', async () => {
    const [contract] = await client.seller.contracts.list();
    const accepted = await client.seller.contracts.accept([contract?.contractId ?? 0]);
    expect(accepted.contractIds).toEqual([contract?.contractId]);
    expect((await client.seller.contracts.list()).map(row => row.contractId)).not.toContain(contract?.contractId);
  });
});

describe('users and applications', () => {
  test('applications are created, and show their secret once', async () => {
    const created = await client.oauthApps.create({ name: 'Stock', redirectUri: 'https://a.example' });
    expect(created.secret).toBeTruthy();
    await client.oauthApps.update(created.uuid ?? '', { redirectUri: 'https://b.example' });
    expect((await client.oauthApps.get(created.uuid ?? '')).redirectUri).toBe('https://b.example');
    expect((await taken(client.oauthApps.iterate())).map(({ name }) => name)).toContain('Stock');
  });

  test('a user is created, changed and deleted', async () => {
    const { id: sellerId } = await client.seller.get();
    const user = { email: 'packer@shop.example', name: 'Packer', status: 'active' } as const;
    const [known] = await taken(client.users.iterate());
    const aclRoleId = known?.aclRoleId ?? 0;
    const created = await client.users.create({ ...user, aclRoleId, languageId: 1, sellerId });
    await client.users.update(created.id, { ...user, name: 'Sender', roleId: aclRoleId });
    expect((await client.users.get(created.id)).name).toBe('Sender');
    expect((await client.users.delete(created.id)).success).toBe(true);
    await expect(client.users.get(created.id)).rejects.toMatchObject({ code: 'request' });
  });

  test('roles are for those whose own role allows it', async () => {
    await expect(client.roles.list()).rejects.toThrow(AuthError);
    await expect(client.roles.create({ displayName: 'Packer' })).rejects.toThrow('does not let this application write');
  });
});

test('orders that were put away are read in their own shape', async () => {
  const rows = await taken(client.archivedOrders.iterate({ createdAtTo: new Date('2026-01-01T00:00:00Z') }));
  expect(rows.every(({ orderNr }) => typeof orderNr === 'string')).toBe(true);
  expect(await client.health()).toBeTruthy();
});
