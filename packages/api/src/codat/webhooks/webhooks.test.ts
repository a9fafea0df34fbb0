import { platformKeyOf, webhookSchemas } from '@cartograph/codat';
import { findConnector } from '@cartograph/connectors';
import { Webhook } from 'standardwebhooks';
import { beforeEach, describe, expect, test } from 'vitest';
import { createHookWorld, type HookWorld, type Received } from '../../testing/hooks.js';
import { connectAndRead } from '../../testing/world.js';
import { connectionOf, createClients } from '../testing/clients.js';

type Client = Awaited<ReturnType<typeof createClients>>['platform'];

let world: HookWorld;
let client: Client;
const url = 'https://all.hook/';

beforeEach(async () => {
  world = await createHookWorld();
  client = (await createClients(world)).platform;
});

/** Holds a message to the strict shape, and to what Codat's own client makes of it. */
async function check({ text, body, headers }: Received): Promise<void> {
  const schema = webhookSchemas[body.eventType.split('.')[0] as keyof typeof webhookSchemas];
  expect(schema.parse(body)).toEqual(body);
  expect(headers.get('webhook-id')).toBe(body.id);
  const read = await client.validateWebhook({ request: new Request(url, { method: 'POST', body: text }) });
  expect(read).toMatchObject({ id: body.id, eventType: body.eventType });
}

const consume = (name: string, eventTypes: string[] = [], companyTags: string[] = []) =>
  client.webhooks.createConsumer({ url: `https://${name}.hook/`, eventTypes, companyTags });

const typesOf = (received: readonly Received[], name = 'all'): readonly string[] =>
  received.filter(one => one.url === `https://${name}.hook/`).map(({ body }) => body.eventType);

/** Of the simulated shop, as Codat's clients send them. */
const credentials = (): Record<string, string> => {
  const { auth, ...others } = world.settingsOf.magento as { auth: Record<string, string> } & Record<string, string>;
  return { ...others, ...Object.fromEntries(Object.entries(auth).map(([name, value]) => [`auth.${name}`, value])) };
};

async function makeCompany(tags: Record<string, string>) {
  const { id: companyId } = await client.companies.create({ name: 'Toft stores', description: 'Text', tags });
  const platformKey = platformKeyOf(findConnector('magento'));
  const { id: connectionId } = await client.connections.create({ companyId, requestBody: { platformKey } });
  return { companyId, connectionId };
}

describe('Codat’s consumers', () => {
  test('are told of a company and a connection from their beginning to their end, in Codat’s shapes', async () => {
    const { id } = await consume('all');
    const at = await makeCompany({ region: 'uk' });
    const authorize = (requestBody: Record<string, string>) =>
      client.connections.updateAuthorization({ ...at, requestBody });
    await expect(authorize({ ...credentials(), 'auth.accessToken': 'wrong' })).rejects.toThrow();
    await authorize(credentials());
    await client.refreshData.all({ companyId: at.companyId });
    await world.runner.ended();
    await client.connections.unlink({ ...at, updateConnectionStatus: { status: 'Unlinked' } });
    await authorize(credentials());
    await client.companies.addProduct({ companyId: at.companyId, productIdentifier: 'lending' });
    await client.connections.delete(at);
    await client.companies.delete({ companyId: at.companyId });

    const received = await world.tell();
    for (const message of received) await check(message);
    expect(typesOf(received)).toEqual([
      ...['company.created', 'connection.created', 'connection.failed', 'connection.connected'],
      ...['connection.disconnected', 'connection.reconnected', 'company.product.added'],
      ...['connection.deleted', 'company.deleted'],
    ]);
    const connections = received.flatMap(({ body }) => body.payload.connection ?? []);
    expect(connections.map(({ status }) => status)).toEqual([
      ...['PendingAuth', 'PendingAuth', 'Linked', 'Unlinked', 'Linked', 'Linked'],
    ]);
    expect(new Set(connections.map(connection => connection.id))).toEqual(new Set([at.connectionId]));
    expect(connections[1].dataConnectionErrors).toHaveLength(1);
    const references = received.flatMap(({ body }) => body.payload.referenceCompany ?? []);
    const reference = { id: at.companyId, name: 'Toft stores', description: 'Text', tags: { region: 'uk' } };
    for (const company of references)
      expect(company).toEqual({ ...reference, links: { portal: `http://api.test/companies/${at.companyId}` } });
    expect(JSON.stringify(received)).not.toContain(Object.values(credentials()).at(-1));
    expect((await world.get(`/v1/webhooks/${id}`)).body.data).toMatchObject({ format: 'codat', eventTypes: null });
  });

  test('are told what was read, and of the first time besides', async () => {
    await consume('all', ['read.completed', 'read.completed.initial']);
    await consume('initial', ['read.completed.initial']);
    const at = await makeCompany({});
    await client.connections.updateAuthorization({ ...at, requestBody: credentials() });
    await client.refreshData.all({ companyId: at.companyId });
    await world.runner.ended();
    const first = await world.tell();
    await client.refreshData.byDataType({ ...at, dataType: 'commerce-orders' });
    await world.runner.ended();
    const second = await world.tell();
    for (const message of [...first, ...second]) await check(message);
    expect(typesOf(first)).toEqual(['read.completed', 'read.completed.initial']);
    expect(typesOf(first, 'initial')).toEqual(['read.completed.initial']);
    expect(typesOf(second)).toEqual(['read.completed']);
    const { dataTypes, modifiedFromDate } = first[0]?.body.payload ?? {};
    const status = await client.refreshData.get({ companyId: at.companyId });
    expect(dataTypes.map(({ dataType }: { dataType: string }) => dataType)).toContain('commerce-orders');
    for (const read of dataTypes)
      expect(read).toMatchObject({ connectionId: at.connectionId, status: 'Complete', issues: [] });
    expect(Date.parse(modifiedFromDate)).toBeLessThanOrEqual(
      status.commerceOrders?.lastSuccessfulSync ? Date.parse(status.commerceOrders.lastSuccessfulSync) : 0,
    );
    const orders = second[0]?.body.payload.dataTypes.find(
      ({ dataType }: { dataType: string }) => dataType === 'commerce-orders',
    );
    expect(orders).toMatchObject({ recordsModified: false, status: 'Complete' });
  });

  test('are told of connections that were made elsewhere, under the company that these have', async () => {
    await consume('all');
    await connectAndRead(world, 'magento');
    const stored = await world.storage.connection('magento');
    if (!stored) throw new TypeError('no connection');
    await world.storage.saveConnection({ ...stored, pausedBecause: 'the shop refuses the credentials' });
    await world.storage.deleteConnection('magento', '2026-02-01T00:00:00Z');
    const received = await world.tell();
    for (const message of received) await check(message);
    expect(typesOf(received)).toEqual([
      ...['connection.created', 'connection.connected', 'connection.disconnected', 'connection.deleted'],
    ]);
    const { companyId, connectionId } = connectionOf('magento');
    for (const { body } of received) {
      expect(body.payload.referenceCompany).toMatchObject({ id: companyId, name: 'Default company' });
      expect(body.payload.connection).toMatchObject({ id: connectionId, connectionInfo: { connection: 'magento' } });
    }
    expect(received[2]?.body.payload.connection).toMatchObject({
      status: 'Deauthorized',
      dataConnectionErrors: [{ errorMessage: 'the shop refuses the credentials' }],
    });
  });

  test('with tags are told of companies that have one of them, also when they are gone', async () => {
    await consume('uk', ['company.deleted', 'connection.deleted'], ['region:uk', 'region:fr']);
    await consume('nz', [], ['region:nz']);
    const at = await makeCompany({ region: 'uk', team: 'a' });
    await client.companies.delete({ companyId: at.companyId });
    expect((await client.companies.list()).results).toEqual([]);
    const received = await world.tell();
    expect(typesOf(received, 'uk')).toEqual(['connection.deleted', 'company.deleted']);
    expect(typesOf(received, 'nz')).toEqual([]);
  });

  test('have a secret that is seen once through the native API, and messages that it verifies', async () => {
    const { id } = await consume('all');
    const { secret } = (await world.get(`/v1/webhooks/${id}/secret`)).body.data;
    expect((await world.get(`/v1/webhooks/${id}/secret`)).body.data.secret).toBeNull();
    world.clock.now = new Date();
    await makeCompany({});
    for (const { text, body, headers } of await world.tell())
      expect(new Webhook(secret).verify(text, Object.fromEntries(headers))).toEqual(body);
    expect(world.received).toHaveLength(2);
  });

  test('that were made before anything was sent are told from now on', async () => {
    const kept = { id: 'kept', url, eventTypes: [], disabled: false, companyTags: [] };
    await world.storage.saveEntry({ kind: 'codat webhook consumer', id: 'kept', body: JSON.stringify(kept) });
    await world.tell();
    expect((await client.webhooks.listConsumers()).results).toEqual([kept]);
    await makeCompany({});
    expect(typesOf(await world.tell())).toEqual(['company.created', 'connection.created']);
    await client.webhooks.deleteConsumer({ webhookId: 'kept' });
    expect((await client.webhooks.listConsumers()).results).toEqual([]);
  });
});
