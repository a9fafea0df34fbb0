import { expect, test } from 'vitest';
import { type Json, openShop } from '../testing.js';

const { send, simulator } = openShop({ orders: 5 });
const ask = async (query: string, variables?: Json) => (await send('POST', '/graphql', { query, variables })).body;

test('what is asked for is answered, under the names that were asked for', async () => {
  expect(await ask('{ system { time } }')).toEqual({ data: { system: { time: '2026-06-30T23:59:00.000Z' } } });
  await send('PUT', '/v3/catalog/products/77', { name: 'Renamed' });
  const query = 'query One($id: ID!) { store { it: product(id: $id) { id basicInformation { name } } } }';
  expect(await ask(query, { id: 'bc/store/product/77' })).toEqual({
    data: { store: { it: { id: 'bc/store/product/77', basicInformation: { name: 'Renamed' } } } },
  });
  expect(await ask(query, { id: 'bc/store/product/1' })).toEqual({ data: { store: { it: null } } });
});

test('a connection is walked by its cursors', async () => {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const body = (await ask(
      `{ store { products(first: 50${after ? `, after: "${after}"` : ''}) { edges { node { id } } pageInfo { hasNextPage endCursor } } } }`,
    )) as {
      data: {
        store: {
          products: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
        };
      };
    };
    const { edges, pageInfo } = body.data.store.products;
    ids.push(...edges.map(({ node }) => String(node.id.split('/').at(-1))));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  expect(ids).toEqual(simulator.truth().products);
});

test.each([
  ['{ store { colour } }', 'Cannot query field "colour" on type "Store".'],
  ['{ store }', 'Field "store" of type "Store" must have a selection.'],
  ['{ system { time { zone } } }', 'Field "time" must not have a selection.'],
  ['{ system { time }', 'Syntax Error: Unexpected <EOF>.'],
  ['mutation { x }', 'The operation "mutation" is not available here.'],
  ['{ store { product(id: $id) { id } } }', 'Variable "$id" is not defined.'],
  ['{ store { ...parts } }', 'Fragments and directives are not available here.'],
])('%s is told what is wrong with it', async (query, message) => {
  expect(await ask(query)).toEqual({ errors: [{ message }] });
});

test('the token is asked for here too', async () => {
  const response = await simulator.fetch(
    new Request('https://x.example/stores/z4zn3wo/graphql', {
      method: 'POST',
      body: '{"query":"{ system { time } }"}',
    }),
  );
  expect(response.status).toBe(401);
});
