import {
  companySchema,
  connectionSchema,
  dataTypes,
  integrationSchema,
  platformKeyOf,
  pullOperationSchema,
} from '@cartograph/codat';
import { findConnector } from '@cartograph/connectors';
import { ErrorMessage } from '@codat/platform/sdk/models/errors/index.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { createSyncedWorld, createWorld, type World } from '../testing/world.js';
import { connectionOf, createClients } from './testing/clients.js';

type Clients = Awaited<ReturnType<typeof createClients>>;

/** Settings of a simulated shop as Codat's clients send them: text, with a point in the name of what stands within others. */
function credentialsOf(settings: object, before = ''): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(settings).map(([name, value]) =>
      typeof value === 'object' ? credentialsOf(value, `${before}${name}.`) : { [`${before}${name}`]: String(value) },
    ),
  );
}

async function refused(work: Promise<unknown>): Promise<{ status: number; error: string | undefined }> {
  const error: unknown = await work.then(
    () => new TypeError('it was not refused'),
    thrown => thrown,
  );
  if (error instanceof ErrorMessage) return { status: error.data$.statusCode ?? 0, error: error.data$.error };
  const { statusCode, body } = error as { statusCode: number; body: string };
  return { status: statusCode, error: JSON.parse(body).error };
}

describe.each(['iconic', 'bigcommerce', 'magento'])('Codat’s platform client takes a shop of %s', platform => {
  test('from nothing to its data, and away again', async () => {
    const world = await createWorld(15);
    const { platform: client, commerce } = await createClients(world);
    const company = await client.companies.create({ name: 'Toft (stores[1])', tags: { region: 'uk' } });
    expect(company).toMatchObject({ name: 'Toft stores1', dataConnections: [], tags: { region: 'uk' } });
    const companyId = company.id;
    const platformKey = platformKeyOf(findConnector(platform));
    const made = await client.connections.create({ companyId, requestBody: { platformKey } });
    expect(made).toMatchObject({ status: 'PendingAuth', integrationKey: platformKey });
    const at = { companyId, connectionId: made.id };
    expect((await commerce.orders.list(at)).statusCode).toBe(409);

    const credentials = credentialsOf(world.settingsOf[platform] ?? {});
    const linked = await client.connections.updateAuthorization({ ...at, requestBody: credentials });
    expect(linked.status).toBe('Linked');
    expect((await commerce.orders.list(at)).statusCode).toBe(409);

    await client.refreshData.all({ companyId });
    await world.runner.ended();
    const status = await client.refreshData.get({ companyId });
    expect(status.commerceOrders).toMatchObject({ currentStatus: 'Complete' });
    const history = await client.refreshData.listPullOperations({
      companyId,
      query: 'dataType=commerce-orders&&status=complete',
    });
    expect(history.totalResults).toBe(1);
    const [operation] = history.results ?? [];
    expect(operation?.id).toBe(status.commerceOrders?.latestSuccessfulSyncId);
    const found = await client.refreshData.getPullOperation({ companyId, datasetId: operation?.id ?? '' });
    expect(found).toMatchObject({ dataType: 'commerce-orders', progress: 100, isCompleted: true, isErrored: false });
    expect((await commerce.orders.list(at)).orders?.totalResults).toBeGreaterThan(0);

    const queued = await client.refreshData.byDataType({ companyId, dataType: 'commerce-orders' });
    expect(['Queued', 'Fetching', 'Complete']).toContain(queued.status);
    await world.runner.ended();

    const unlinked = await client.connections.unlink({ ...at, updateConnectionStatus: { status: 'Unlinked' } });
    expect(unlinked.status).toBe('Unlinked');
    expect((await commerce.orders.list(at)).statusCode).toBe(200);
    expect(await refused(client.connections.unlink({ ...at, updateConnectionStatus: { status: 'Unlinked' } }))).toEqual(
      {
        status: 400,
        error: expect.stringContaining('only a connection that is Linked'),
      },
    );
    await client.connections.delete(at);
    expect((await commerce.orders.list(at)).statusCode).toBe(404);
    expect((await client.connections.list({ companyId })).results).toEqual([]);
    await client.companies.delete({ companyId });
    expect((await refused(client.companies.get({ companyId }))).error).toBe(
      `No company was found with ID ${companyId}`,
    );
    expect(await world.storage.connections()).toEqual([]);
  });
});

describe('Codat’s platform client', () => {
  let world: World;
  let clients: Clients;
  let client: Clients['platform'];
  const { companyId, connectionId } = connectionOf('bigcommerce');

  beforeAll(async () => {
    world = await createSyncedWorld(10);
    clients = await createClients(world);
    client = clients.platform;
  });

  const raw = async (path: string, init: RequestInit = {}) => {
    const headers = { authorization: clients.authHeader };
    return world.api(new Request(`http://api.test${path}`, { headers, ...init }));
  };

  test('finds connections that were made elsewhere, under a company of their own', async () => {
    const companies = await client.companies.list();
    expect(companies.results?.map(({ name }) => name)).toEqual(['Default company']);
    const all = await client.connections.list({ companyId, query: 'platformName~commerce', orderBy: '-id' });
    expect(all.results?.map(({ id }) => id)).toEqual([connectionId]);
    const connection = await client.connections.get({ companyId, connectionId });
    expect(connection).toMatchObject({ status: 'Linked', connectionInfo: { connection: 'bigcommerce' } });
    expect((await client.companies.list({ query: 'dataConnections.status=PendingAuth' })).results).toEqual([]);
    expect((await client.companies.list({ query: 'dataConnections.status=Linked' })).totalResults).toBe(1);
  });

  test('gets bodies in the strict shapes', async () => {
    const lists = [
      ['/companies', companySchema],
      [`/companies/${companyId}/connections`, connectionSchema],
      [`/companies/${companyId}/data/history`, pullOperationSchema],
      ['/integrations', integrationSchema],
    ] as const;
    for (const [path, schema] of lists) {
      const { results } = (await (await raw(path)).json()) as { results: unknown[] };
      expect(results.length).toBeGreaterThan(0);
      for (const result of results) expect(schema.parse(result)).toEqual(result);
    }
  });

  test('renames, tags and finds companies', async () => {
    const { id } = await client.companies.create({ name: 'One', description: 'Text', tags: { team: 'A' } });
    await client.companies.update({ companyId: id, companyUpdateRequest: { tags: { team: 'B', region: 'uk' } } });
    expect(await client.companies.get({ companyId: id })).toMatchObject({ name: 'One', description: 'Text' });
    const tagged = await client.companies.list({ tags: 'region=uk && team!=A' });
    expect(tagged.results?.map(company => company.id)).toContain(id);
    expect((await client.companies.list({ tags: 'region=fr' })).results).toEqual([]);
    const replaced = await client.companies.replace({ companyId: id, companyRequestBody: { name: 'Two' } });
    expect([replaced.name, replaced.description, replaced.tags]).toEqual(['Two', undefined, {}]);
    const named = await client.companies.list({ query: 'name=two', pageSize: 1 });
    expect(named.results?.map(company => company.id)).toEqual([id]);
    await client.companies.delete({ companyId: id });
  });

  test('sees which data each platform has', async () => {
    const integrations = await client.integrations.list();
    expect(integrations.totalResults).toBe(world.connectors.length);
    const one = await client.integrations.get({ platformKey: 'vqzp' });
    const orders = one.datatypeFeatures?.find(({ dataType }) => dataType === 'commerce-orders');
    expect(orders?.supportedFeatures).toEqual([{ featureType: 'Get', featureState: 'Release' }]);
    expect((await client.integrations.getBranding({ platformKey: 'vqzp' })).logo?.full?.image?.src).toMatch(/^data:/);
    expect((await refused(client.integrations.get({ platformKey: 'zzzz' }))).status).toBe(404);
  });

  test('is told of what a platform does not have, and of a shop that refuses the credentials', async () => {
    const at = connectionOf('iconic');
    const wrong = await refused(client.refreshData.byDataType({ ...at, dataType: 'commerce-disputes' }));
    expect(wrong.status).toBe(404);
    expect(wrong.error).toContain('Datatype commerce-disputes not supported by platform(s)');
    expect((await refused(client.refreshData.byDataType({ ...at, dataType: 'invoices' }))).status).toBe(404);
    const made = await client.connections.create({ companyId, requestBody: { platformKey: 'vqzp' } });
    const fresh = { companyId, connectionId: made.id };
    for (const requestBody of [
      { nothing: 'x' },
      { storeHash: 'x', accessToken: 'wrong', baseUrl: 'http://bigcommerce.test' },
    ])
      expect((await refused(client.connections.updateAuthorization({ ...fresh, requestBody }))).status).toBe(400);
    expect((await client.connections.get(fresh)).status).toBe('PendingAuth');
    await client.connections.delete(fresh);
  });

  test('keeps the settings of syncs, and leaves out what is not to be fetched', async () => {
    const settings = dataTypes.map(({ name }, syncOrder) => ({
      ...{ dataType: name, fetchOnFirstLink: name === 'commerce-customers', syncSchedule: 24, syncOrder },
    }));
    // The client takes the names of its own list of data types.
    const requestBody = { companyId, settings, overridesDefaults: true } as never;
    await client.companies.setCompanySyncSettings({ companyId, requestBody });
    const kept = await client.companies.getCompanySyncSettings({ companyId });
    expect(kept.settings?.map(({ syncSchedule }) => syncSchedule)).toEqual(settings.map(() => 24));
    expect(kept.overridesDefaults).toBe(true);
    expect((await client.settings.getSyncSettings()).settings?.every(one => one.fetchOnFirstLink)).toBe(true);
    const before = (
      await client.refreshData.listPullOperations({
        companyId,
        query: `dataType=commerce-products&&connectionId=${connectionId}`,
      })
    ).totalResults;
    await client.refreshData.all({ companyId });
    await world.runner.ended();
    const after = await client.refreshData.listPullOperations({
      companyId,
      query: `dataType=commerce-products&&connectionId=${connectionId}`,
    });
    expect(after.totalResults).toBe(before);
  });

  test('makes keys, which open, and deletes them, which then open nothing', async () => {
    const made = await client.settings.createApiKey({ name: 'Second' });
    const header = { authorization: `Basic ${Buffer.from(made?.apiKey ?? '').toString('base64')}` };
    expect((await raw('/companies', { headers: header })).status).toBe(200);
    expect((await client.settings.listApiKeys()).results?.map(one => one?.id)).toContain(made?.id);
    // Its description gives 204 a body, so the client throws whatever is answered.
    expect((await raw(`/apiKeys/${made?.id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await raw('/companies', { headers: header })).status).toBe(401);
  });

  test('has ten keys at most', async () => {
    const { platform } = await createClients(world);
    const valid = (await platform.settings.listApiKeys()).results?.length ?? 0;
    const made: string[] = [];
    for (let count = valid; count < 10; count++) made.push((await platform.settings.createApiKey({}))?.id ?? '');
    expect((await refused(platform.settings.createApiKey({}))).status).toBe(409);
    for (const id of made) await raw(`/apiKeys/${id}`, { method: 'DELETE' });
    expect((await platform.settings.listApiKeys()).results?.length).toBe(valid);
  });

  test('keeps webhook consumers', async () => {
    const made = await client.webhooks.createConsumer({
      url: 'https://hook.example/in',
      eventTypes: ['read.completed'],
    });
    expect((await client.webhooks.listConsumers()).results).toEqual([made]);
    await client.webhooks.deleteConsumer({ webhookId: made.id ?? '' });
    expect((await client.webhooks.listConsumers()).results).toEqual([]);
  });

  test('may do no more than its key', async () => {
    const reader = (await createClients(world, { scope: 'read' })).platform;
    expect((await refused(reader.companies.create({ name: 'No' }))).status).toBe(403);
    expect((await refused(reader.refreshData.all({ companyId }))).status).toBe(403);
    const some = (await createClients(world, { connections: ['magento'] })).platform;
    expect((await some.connections.list({ companyId })).totalResults).toBe(1);
    expect((await refused(some.companies.delete({ companyId }))).status).toBe(403);
    expect((await refused(some.settings.listApiKeys())).status).toBe(403);
    expect((await some.companies.list()).totalResults).toBe(1);
  });

  test('is told what is wrong, whatever it sends', async () => {
    const headers = { authorization: clients.authHeader };
    for (const [path, init, status] of [
      ['/companies', { method: 'POST', body: '{' }, 400],
      ['/companies', { method: 'POST', body: '{"name":"[]"}' }, 400],
      ['/companies', { method: 'DELETE' }, 405],
      ['/companies?query=%7B', {}, 400],
      ['/companies?tags=a%3E1', {}, 400],
      ['/companies/%ff', {}, 400],
      ['/companies/1/nothing', {}, 404],
      [`/companies/${companyId}/data/history/1`, {}, 404],
      [`/companies/${companyId}/data/history?query=isCompleted=true`, {}, 400],
      ['/webhooks', { method: 'POST', body: '{"url":"ftp://x"}' }, 400],
    ] as const) {
      const answer = await raw(path, { headers, ...init });
      expect([path, answer.status]).toEqual([path, status]);
      expect(await answer.json()).toMatchObject({ statusCode: status, error: expect.any(String) });
    }
  });
});
