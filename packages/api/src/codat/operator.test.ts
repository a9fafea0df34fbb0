import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createSyncedWorld, createWorld, type World } from '../testing/world.js';
import { connectionOf, createClients } from './testing/clients.js';

type Clients = Awaited<ReturnType<typeof createClients>>;

let world: World;
let clients: Clients;

describe('the operator of an empty store', () => {
  beforeEach(async () => {
    world = await createWorld(1);
    clients = await createClients(world);
  });

  test('has a profile that can be changed', async () => {
    const { settings } = clients.platform;
    expect(await settings.getProfile()).toMatchObject({ name: 'Cartograph' });
    const wanted = { name: 'Toft', redirectUrl: 'https://toft.example/{companyId}', whiteListUrls: [] };
    expect(await settings.updateProfile(wanted)).toEqual(wanted);
    expect(await settings.getProfile()).toEqual(wanted);
    await expect(settings.updateProfile({ name: '', redirectUrl: '' })).rejects.toThrow('name');
  });

  test('lets pages of some origins ask', async () => {
    const { settings } = clients.platform;
    const from = async (origin: string, method = 'OPTIONS') => {
      const headers = { origin, 'access-control-request-method': 'GET' };
      const response = await world.api(new Request('http://api.test/companies', { method, headers }));
      return response.headers.get('access-control-allow-origin');
    };
    expect(await settings.get()).toEqual({ allowedOrigins: [] });
    expect(await from('https://toft.example')).toBeNull();
    await settings.set({ allowedOrigins: ['https://toft.example'] });
    expect(await settings.get()).toEqual({ allowedOrigins: ['https://toft.example'] });
    expect(await from('https://toft.example')).toBe('https://toft.example');
    expect(await from('https://toft.example', 'GET')).toBe('https://toft.example');
    expect(await from('https://other.example')).toBeNull();
    await expect(settings.set({ allowedOrigins: ['https://toft.example/page'] })).rejects.toThrow('is an origin');
  });

  test('notes what it sells to a company', async () => {
    const { companies } = clients.platform;
    const { id: companyId } = await companies.create({ name: 'One' });
    await companies.addProduct({ companyId, productIdentifier: 'reports' });
    await companies.addProduct({ companyId, productIdentifier: 'reports' });
    await companies.addProduct({ companyId, productIdentifier: 'lending' });
    expect((await companies.get({ companyId })).products).toEqual(['reports', 'lending']);
    await companies.removeProduct({ companyId, productIdentifier: 'reports' });
    expect((await companies.get({ companyId })).products).toEqual(['lending']);
    await expect(companies.refreshProductData({ companyId, productIdentifier: 'reports' })).rejects.toThrow(
      'no product reports',
    );
  });

  test('is told when a body is too large, as Codat’s clients read it', async () => {
    await expect(clients.platform.companies.create({ name: 'x'.repeat(2_000_000) })).rejects.toMatchObject({
      statusCode: 413,
      body: expect.stringContaining('bytes at most'),
    });
  });
});

describe('a company with data', () => {
  const at = connectionOf('bigcommerce');
  const { companyId } = at;

  beforeAll(async () => {
    world = await createSyncedWorld(10);
    clients = await createClients(world);
  });

  test('is read with a token of its own for a day, and nothing else is', async () => {
    const { platform } = clients;
    const { id: other } = await platform.companies.create({ name: 'Other' });
    const { accessToken, tokenType, expiresIn } = await platform.companies.getAccessToken({ companyId });
    expect([tokenType, expiresIn]).toEqual(['Bearer', 86_400]);
    const ask = async (path: string, token = accessToken, method = 'GET') => {
      const headers = { authorization: `Bearer ${token}` };
      return (await world.api(new Request(`http://api.test${path}`, { method, headers }))).status;
    };
    const orders = `/companies/${companyId}/connections/${at.connectionId}/data/commerce-orders`;
    expect(await ask(orders)).toBe(200);
    expect(await ask(`/companies/${companyId}`)).toBe(200);
    expect(await ask(`/companies/${other}`)).toBe(404);
    expect(await ask(`/companies/${companyId}/data/all`, accessToken, 'POST')).toBe(403);
    expect(await ask('/v1/orders')).toBe(401);
    const [start, text = '', signature] = accessToken.split('.');
    const later = { ...JSON.parse(Buffer.from(text, 'base64url').toString()), until: 9e15 };
    expect(await ask(orders, `${start}.${Buffer.from(JSON.stringify(later)).toString('base64url')}.${signature}`)).toBe(
      401,
    );
    world.clock.now = new Date(world.clock.now.getTime() + 86_400_000);
    expect(await ask(orders)).toBe(401);
  });

  test('is read anew for what is sold to it', async () => {
    const { companies, refreshData } = clients.platform;
    const product = { companyId, productIdentifier: 'reports' };
    await companies.addProduct(product);
    await companies.refreshProductData({ ...product, requestBody: { dataTypes: ['commerce-locations'] } } as never);
    await world.runner.ended();
    const { results } = await refreshData.listPullOperations({ companyId, orderBy: '-requested' });
    expect(results?.[0]?.dataType).toBe('commerce-locations');
  });

  test('is told which records did not fit', async () => {
    const { refreshData, readData } = clients.platform;
    const status = await refreshData.get({ companyId });
    const datasetId = status.commerceOrders?.latestSyncId ?? '';
    expect(await readData.getValidationResults({ companyId, datasetId })).toEqual({ errors: [], warnings: [] });
    const { results } = await refreshData.listPullOperations({ companyId, query: 'dataType=commerce-orders' });
    const own = results?.find(({ connectionId }) => connectionId === at.connectionId);
    const native = { stream: 'orders', id: '77', modifiedAt: null, body: {} };
    await world.storage.commit({
      ...{ connectionId: 'bigcommerce', platform: 'bigcommerce', stream: 'orders', runId: 'later', mapperVersion: 1 },
      ...{ at: '2026-02-01T00:00:00Z', natives: [], checkpoint: { mark: '2026-02-01T00:00:00Z', window: null } },
      setAside: [{ native, reason: 'lines[0].quantity: "x" is no number', path: 'lines[0].quantity' }],
    });
    expect(await readData.getValidationResults({ companyId, datasetId: own?.id ?? '' })).toMatchObject({
      errors: [{ itemId: '77', message: 'lines[0].quantity: "x" is no number' }],
    });
    await expect(readData.getValidationResults({ companyId, datasetId: 'none' })).rejects.toThrow('No data set');
  });
});
