import { ConfigError } from '@cartograph/core';
import { expect, test } from 'vitest';
import { readEnv } from './env.js';

test('without variables the database is cartograph.db, there is no key, and nothing is logged', () => {
  expect(readEnv({})).toEqual({ database: 'cartograph.db', key: undefined, logLevel: 'silent' });
});

test('an empty variable is none', () => {
  expect(readEnv({ CARTOGRAPH_DB: '', CARTOGRAPH_KEY: '', CARTOGRAPH_LOG: '' })).toEqual(readEnv({}));
});

test('variables are taken as they are', () => {
  expect(readEnv({ CARTOGRAPH_DB: 'x.db', CARTOGRAPH_KEY: 'k', CARTOGRAPH_LOG: 'debug' })).toEqual({
    database: 'x.db',
    key: 'k',
    logLevel: 'debug',
  });
});

test('a log level that there is not is refused, with those there are', () => {
  const read = () => readEnv({ CARTOGRAPH_LOG: 'loud' });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow('CARTOGRAPH_LOG must be one of trace, debug, info, warn, error, fatal, silent, and not "loud"');
});
