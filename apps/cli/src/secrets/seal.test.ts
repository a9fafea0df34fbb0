import { randomBytes } from 'node:crypto';
import { ConfigError } from '@cartograph/core';
import { describe, expect, test } from 'vitest';
import { seal, unseal } from './seal.js';

const key = randomBytes(32);
const settings = '{"accessToken":"süßes Geheimnis 🗝"}';

test('sealed settings open with their key, under their own connection', () => {
  expect(unseal(seal(settings, key, 'shop'), key, 'shop')).toBe(settings);
});

test('sealed settings show nothing of what they hold, and never look the same twice', () => {
  const [one, two] = [seal(settings, key, 'shop'), seal(settings, key, 'shop')];
  expect(one).not.toBe(two);
  const bytes = Buffer.from(one.replace('v1:', ''), 'base64').toString('utf8');
  expect(bytes).not.toMatch(/accessToken|Geheimnis/);
});

describe('settings do not open, and the sentence says what to do', () => {
  const sealed = seal(settings, key, 'shop');
  /** The text with one byte changed, counted from the start of the nonce, the tag or the body. */
  const tampered = (at: number) => {
    const bytes = Buffer.from(sealed.slice(3), 'base64');
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return `v1:${bytes.toString('base64')}`;
  };

  test.each([
    ['with another key', sealed, randomBytes(32), 'shop'],
    ["under another connection's name", sealed, key, 'other-shop'],
    ['when the nonce was tampered with', tampered(0), key, 'shop'],
    ['when the tag was tampered with', tampered(12), key, 'shop'],
    ['when the body was tampered with', tampered(28), key, 'shop'],
    ['when the text was cut off', sealed.slice(0, 20), key, 'shop'],
    ['when there is no text', '', key, 'shop'],
    ['when it is a version that is not known', sealed.replace('v1:', 'v9:'), key, 'shop'],
  ])('%s', (_, text, used, owner) => {
    const open = () => unseal(text, used, owner);
    expect(open).toThrow(ConfigError);
    expect(open).toThrow(
      new RegExp(
        `^the stored settings of "${owner}" do not open with this key: set CARTOGRAPH_KEY .* or connect again$`,
      ),
    );
  });
});
