import { expect, test } from 'vitest';
import { excerpt, messageIn } from './excerpt.js';

test('a long page is cut', () => {
  expect(excerpt('word '.repeat(100)).length).toBeLessThan(130);
});

test.each([
  [{ message: 'plain' }, 'plain'],
  [{ title: 'Unauthorized', status: 401 }, 'Unauthorized'],
  [[{ status: 404, message: 'first of a list' }], 'first of a list'],
  [{ errors: { name: 'too long' } }, null],
  [{ errors: [{ detail: 'nested' }] }, 'nested'],
  [{ error: 'invalid_grant', error_description: 'described' }, 'described'],
  [{ message: '', detail: 'the next one' }, 'the next one'],
  ['<title>A page</title>', 'A page'],
  [{}, null],
  [null, null],
  [5, null],
])('the message in %j is %j', (body, message) => {
  expect(messageIn(body)).toBe(message);
});
