import { AuthError } from '@cartograph/core';
import { describe, expect, test } from 'vitest';
import { createLogger, redact } from './logger.js';
import { createCaptured } from './testing/captured.js';

describe('what is logged holds no secret', () => {
  test.each([
    'accessToken',
    'client_secret',
    'Password',
    'Authorization',
    'x-auth-token',
    'signature',
    'apiKey',
    'api-key',
  ])('under the name %s', name => {
    expect(redact({ [name]: 'hush', host: 'shop.example' })).toEqual({ [name]: '[secret]', host: 'shop.example' });
  });

  test('however deep it stands, in lists too', () => {
    const fields = { request: { tries: [{ headers: { authorization: 'Bearer hush' } }] } };
    expect(redact(fields)).toEqual({ request: { tries: [{ headers: { authorization: '[secret]' } }] } });
  });

  test('in a whole group under a secret name', () => {
    expect(redact({ tokens: { first: 'hush' } })).toEqual({ tokens: '[secret]' });
  });

  test('beyond the depth that is looked at', () => {
    const deep = Array.from({ length: 20 }).reduce<unknown>(inner => ({ inner }), 'hush');
    expect(JSON.stringify(redact(deep))).not.toContain('hush');
    expect(JSON.stringify(redact(deep))).toContain('[deeper]');
  });

  test('in the context of an error', () => {
    const error = new AuthError('refused', { host: 'shop.example', token: 'hush' });
    expect(redact({ error })).toEqual({
      error: { type: 'AuthError', message: 'refused', context: { host: 'shop.example', token: '[secret]' } },
    });
  });
});

test('plain values stay as they are', () => {
  expect(redact({ attempt: 2, limited: false, host: null, list: ['a'] })).toEqual({
    attempt: 2,
    limited: false,
    host: null,
    list: ['a'],
  });
});

describe('the log', () => {
  test('is a JSON object a line, without secrets', () => {
    const output = createCaptured();
    createLogger('debug', output).debug({ host: 'shop.example', token: 'hush' }, 'repeating');
    expect(JSON.parse(output.text())).toMatchObject({ host: 'shop.example', token: '[secret]', msg: 'repeating' });
  });

  test('keeps still below its level', () => {
    const output = createCaptured();
    createLogger('silent', output).error({}, 'failed');
    createLogger('warn', output).info({}, 'told');
    expect(output.text()).toBe('');
  });
});
