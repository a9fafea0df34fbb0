import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseConfig } from './config.js';
import { ConfigError } from './errors.js';

const connector = {
  title: 'Shopfront',
  config: z.strictObject({
    baseUrl: z.url(),
    token: z.string().min(1),
    pages: z.number().default(3),
    mode: z.enum(['live', 'test']).default('live'),
  }),
};

const refused = (settings: unknown): unknown => {
  try {
    return parseConfig(connector, settings);
  } catch (error) {
    return error;
  }
};

test('good settings come back with their defaults', () => {
  expect(parseConfig(connector, { baseUrl: 'https://shop.example', token: 't' })).toEqual({
    baseUrl: 'https://shop.example',
    token: 't',
    pages: 3,
    mode: 'live',
  });
});

test.each([
  [{ baseUrl: 'https://shop.example' }, '"token" is missing: give a text'],
  [{ baseUrl: 'https://shop.example', token: 5 }, '"token" must be a text'],
  [{ baseUrl: 'https://shop.example', token: '' }, '"token" must not be empty'],
  [{ baseUrl: 'shop', token: 't' }, '"baseUrl" must be a URL such as https://shop.example'],
  [{ baseUrl: 'https://shop.example', token: 't', mode: 'x' }, '"mode" must be one of live, test'],
  [
    { baseUrl: 'https://shop.example', token: 't', tokn: 1 },
    '"tokn" is not a setting: remove it or check its spelling',
  ],
  ['text', '"the settings" must be an object'],
])('%j is refused by name', (settings, sentence) => {
  const error = refused(settings);
  expect(error).toBeInstanceOf(ConfigError);
  expect(String(error)).toContain(sentence);
});

test('every field that is wrong is named, and no value is quoted', () => {
  const error = refused({ baseUrl: 'my-secret', tokn: 'my-secret' });
  expect(error).toMatchObject({ context: { fields: 'baseUrl, token, tokn' } });
  expect(String(error)).not.toContain('my-secret');
});
