import { RequestError, ResponseError } from '@cartograph/core';
import { expect, test } from 'vitest';
import { failureOf, scriptedClient } from '../testing/client.js';

test('a document goes out with its variables, and its data come back', async () => {
  const { client, asked } = scriptedClient(() => Response.json({ data: { store: { name: 'Rimu' } } }));
  const data = await client.graphql.query<{ store: { name: string } }>('query ($n: Int) { store { name } }', { n: 1 });
  expect(data.store.name).toBe('Rimu');
  expect(asked[0]).toMatchObject({
    method: 'POST',
    path: '/graphql',
    json: { query: 'query ($n: Int) { store { name } }', variables: { n: 1 } },
  });
});

test('errors are thrown with what was answered all the same', async () => {
  const body = { data: { store: null }, errors: [{ message: 'No such field' }, { message: 'Too deep' }] };
  const { client } = scriptedClient(() => Response.json(body));
  const failure = await failureOf(client.graphql.query('{ store { nam } }'));
  expect(failure).toBeInstanceOf(RequestError);
  expect(failure.message).toContain('No such field; Too deep');
  expect(failure.body).toEqual(body);
});

test('an answer without data is not taken for one', async () => {
  const { client } = scriptedClient(() => Response.json({}));
  await expect(client.graphql.query('{ store { name } }')).rejects.toThrow(ResponseError);
});

test.each([
  ['{ store { name } }', 2],
  ['query { order(reason: "mutation") { id } }', 2],
  ['mutation { product { delete } }', 1],
  ['fragment F on Store { name } mutation M { x }', 1],
])('%s is sent %i times where the first may have acted', async (document, times) => {
  const { client, asked } = scriptedClient(() => Response.json({ error: 'down' }, { status: 500 }));
  await failureOf(client.graphql.query(document, {}, { retries: 1 }));
  expect(asked).toHaveLength(times);
});
