import { AuthError, RequestError } from '@cartograph/core';
import { expect, test } from 'vitest';
import { messageOf, toBigCommerceError } from './errors.js';

const failure = (status: number, path: string, body: unknown) => ({
  method: 'GET',
  url: `https://api.bigcommerce.com/stores/q7w3e9${path}`,
  status,
  headers: new Headers(),
  body,
});

test.each([
  ['a list of V2', [{ status: 400, message: 'The field is not supported.' }], 'The field is not supported.'],
  [
    'problem JSON of V3',
    { status: 422, title: 'Not valid', type: '/x', errors: { '0.email': 'is taken' } },
    'Not valid; 0.email: is taken',
  ],
  ['problem JSON without errors', { status: 404, title: 'Not found', errors: [] }, 'Not found'],
  ['a code with a message', { code: 20001, message: 'No such thing.' }, 'No such thing.'],
  ['an answer of the token endpoint', { error: 'invalid_grant', error_description: 'Too old.' }, 'Too old.'],
  ['plain text', 'Forbidden', 'Forbidden'],
  ['nothing', null, null],
])('%s tells its message', (_shape, body, message) => {
  expect(messageOf(body)).toBe(message);
});

test('a refused token says what to check', () => {
  const error = toBigCommerceError(failure(401, '/v3/customers', { status: 401, title: 'Unauthorized' }));
  expect(error).toBeInstanceOf(AuthError);
  expect(error?.message).toMatch(/refuses the access token \(Unauthorized\): check storeHash and accessToken/);
});

test.each([
  ['/v2/orders', 'store_v2_orders_read_only'],
  ['/v3/orders/5/transactions', 'store_v2_transactions_read_only'],
  ['/v3/catalog/products', 'store_v2_products_read_only'],
  ['/v2/customer_groups', 'store_v2_customers_read_only'],
])('a missing scope for %s is named', (path, scope) => {
  const error = toBigCommerceError(failure(403, path, [{ status: 403, message: 'No scope.' }]));
  expect(error).toBeInstanceOf(AuthError);
  expect(error?.message).toContain(scope);
});

test('another refusal is a request error with the words of the platform', () => {
  const error = toBigCommerceError(failure(422, '/v3/catalog/products', { title: 'Bad sort' }));
  expect(error).toBeInstanceOf(RequestError);
  expect(error?.message).toBe('BigCommerce refuses GET /v3/catalog/products with 422: Bad sort');
});

test.each([429, 500, 503])('%s is left to the status', status => {
  expect(toBigCommerceError(failure(status, '/v2/orders', null))).toBeUndefined();
});
