import { ConfigError } from '@cartograph/core';
import { expect, test } from 'vitest';
import { createMagentoClient } from '../client.js';
import { openClient } from '../testing/client.js';
import { settingsFromJson } from './settings.js';

const { client, config, host } = openClient();
const secrets = ['consumerSecret', 'accessToken', 'accessTokenSecret'];

test('a client is written without its secrets, and opened again where they are given', async () => {
  const json = JSON.stringify(client.withStore('default'));
  for (const field of secrets) expect(json).not.toContain(String((config.auth as Record<string, unknown>)[field]));
  expect(() => createMagentoClient(settingsFromJson(json), host)).toThrow(ConfigError);
  expect(() => createMagentoClient(settingsFromJson(json), host)).toThrow('auth.accessTokenSecret');
  const auth = config.auth as Record<string, string>;
  const given = Object.fromEntries(secrets.map(field => [field, auth[field] ?? '']));
  const again = createMagentoClient(settingsFromJson(json, given), host);
  expect(again.settings({ secrets: true })).toEqual({ ...client.settings({ secrets: true }), storeCode: 'default' });
  expect((await again.orders.list({ pageSize: 1 })).items).toHaveLength(1);
});

test('with its secrets, where they are asked for, the settings are enough', async () => {
  const json = JSON.stringify(client.settings({ secrets: true }));
  const again = createMagentoClient(settingsFromJson(json), host);
  expect((await again.store.views()).length).toBeGreaterThan(0);
});
