import { beforeEach, describe, expect, test } from 'vitest';
import type { Simulator } from '../../simulator.js';
import { createIconicSimulator } from '../simulator.js';
import { connect, type TestClient, tokenRequest } from '../testing.js';

interface UserJson {
  readonly id: number;
  readonly email: string;
  readonly status: string;
}

let simulator: Simulator;
let client: TestClient;

beforeEach(async () => {
  simulator = createIconicSimulator({ orders: 2 });
  client = await connect(simulator);
});

const robin = { name: 'Kim', email: 'kim@cedar-salt.example', status: 'active', languageId: 1, sellerId: 5623 };
const create = (changes: object = {}) => client.send('POST', '/v2/user', { ...robin, aclRoleId: 3, ...changes });

describe('a user', () => {
  test('that was created is listed, and read as a list of one', async () => {
    const { status, body } = await create();
    expect([status, body]).toMatchObject([201, { name: 'Kim', aclRoleId: 3, status: 'active' }]);
    const { id } = body as UserJson;
    expect(await client.all('/v2/users?query=kim')).toEqual([body]);
    expect(await client.read(`/v2/user/${id}`)).toMatchObject({ items: [body], pagination: { totalCount: 1 } });
    expect((await client.request('/v2/user/999')).status).toBe(404);
  });

  test('is changed, switched off and deleted', async () => {
    const { id } = (await create()).body as UserJson;
    const changes = { name: 'Kim', email: 'new@cedar-salt.example', status: 'inactive', roleId: 4 };
    const { status, body } = await client.send('PATCH', `/v2/user/${id}`, changes);
    expect([status, body]).toMatchObject([200, { email: changes.email, status: 'inactive', aclRoleId: 4 }]);
    expect((await client.all<UserJson>('/v2/users?excludeInactive=1')).map(user => user.id)).not.toContain(id);
    expect(await client.send('DELETE', `/v2/user/${id}`)).toEqual({ status: 200, body: { success: true } });
    expect(await client.all('/v2/users?query=kim')).toEqual([]);
  });

  test('needs what is required, and an address for mail of his own', async () => {
    await create();
    expect(await create()).toMatchObject({ status: 400, body: { violations: [{ propertyPath: 'email' }] } });
    expect((await create({ email: undefined })).status).toBe(400);
    expect((await create({ email: 'other@cedar-salt.example', aclRoleId: undefined })).status).toBe(400);
  });

  test('does not delete himself', async () => {
    const [owner] = await client.all<UserJson>('/v2/users');
    expect((await client.send('DELETE', `/v2/user/${owner?.id}`)).status).toBe(422);
  });

  test('changes the password with the one before', async () => {
    const change = (currentPassword: string, newPassword: string) =>
      client.send('PATCH', '/v2/user/change-password', { currentPassword, newPassword });
    expect((await change('first one', 'second one')).status).toBe(200);
    expect((await change('first one', 'third one')).status).toBe(422);
    expect((await change('second one', 'short')).status).toBe(422);
    expect((await change('second one', '')).status).toBe(400);
  });

  test('is in the file of users', async () => {
    await create();
    const { status, body } = await client.send('POST', '/v2/export-users');
    expect(status).toBe(201);
    const { uuid } = body as { uuid: string };
    for (let look = 0; look < 3; look += 1) await client.request(`/filemanager/v1/files/${uuid}/status`);
    expect(await (await client.request(`/filemanager/v1/files/download/${uuid}`)).text()).toContain(robin.email);
    expect((await client.send('POST', '/v2/export-switchable-sellers')).status).toBe(201);
  });
});

describe('an application', () => {
  const create = () =>
    client.send('POST', '/v2/oauth/apps', { name: 'Sync', redirectUri: 'https://cartograph.example/back' });

  test('is given credentials, with which it fetches tokens', async () => {
    const { status, body } = await create();
    expect(status).toBe(201);
    const { uuid, appId, secret } = body as { uuid: string; appId: string; secret: string };
    expect(await client.read(`/v2/oauth/apps/${uuid}`)).toMatchObject({ name: 'Sync', appId, secret });
    const form = { grant_type: 'client_credentials', client_id: appId, client_secret: secret };
    expect((await simulator.fetch(tokenRequest(new URLSearchParams(form)))).status).toBe(200);
    const wrong = { ...form, client_secret: client.config.clientSecret };
    expect((await simulator.fetch(tokenRequest(new URLSearchParams(wrong)))).status).toBe(401);
  });

  test('is listed without its secret, and sent elsewhere', async () => {
    const { uuid } = (await create()).body as { uuid: string };
    const [row] = await client.all<object>('/v2/oauth/apps?query=Sync');
    expect(row).toMatchObject({ uuid, identifier: 1 });
    expect(row).not.toHaveProperty('secret');
    const changed = await client.send('PUT', `/v2/oauth/apps/${uuid}`, {
      redirectUri: 'https://cartograph.example/on',
    });
    expect(changed).toMatchObject({ status: 200, body: { redirectUri: 'https://cartograph.example/on' } });
    expect((await client.send('PUT', `/v2/oauth/apps/${uuid}`, { redirectUri: 'on' })).status).toBe(400);
    expect((await client.send('POST', '/v2/oauth/apps', { name: 'Sync' })).status).toBe(400);
  });
});

test.each([
  ['GET', '/v2/user/roles'],
  ['POST', '/v2/user/12/api-key'],
  ['DELETE', '/v2/user/roles/3'],
  ['GET', '/v2/finance/variables'],
  ['PUT', '/v2/seller-rating/custom-kpi'],
])('%s %s is forbidden to sellers', async (method, path) => {
  expect(await client.send(method, path)).toEqual({ status: 403, body: null });
});
