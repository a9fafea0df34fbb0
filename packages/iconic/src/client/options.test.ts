import type { AnswerEvent } from '@cartograph/connector-kit';
import { createHost } from '@cartograph/connector-kit';
import { InputError, ResponseError, TransportError } from '@cartograph/core';
import { describe, expect, test } from 'vitest';
import { createIconicClient } from '../client.js';
import { openShop, taken } from '../testing/shop.js';

const settings = { clientId: 'app', clientSecret: 'the-secret', baseUrl: 'http://shop.test' };

/** A client of a platform whose every answer a test makes. */
function openLiteral(answer: (request: Request, times: number) => Response | Promise<Response>, options = {}) {
  const asked: Request[] = [];
  const host = createHost({
    fetch: async (input, init) => {
      const request = new Request(input, init);
      if (request.url.endsWith('/oauth/client-credentials'))
        return Response.json({ access_token: 't', expires_in: 3600 });
      asked.push(request);
      return answer(request, asked.length);
    },
    sleep: async () => {},
  });
  return { client: createIconicClient(settings, host, options), asked };
}

describe('what arrives', () => {
  const order = { id: 1, number: 'A', items: [{ id: 2, somethingNew: { deep: 1 } }], vendorField: 'kept' };
  const pageOf = (...items: unknown[]) =>
    Response.json({ items, pagination: { limit: 100, offset: 0, hasNext: false } });

  test('is the record as it came, with fields that no type names', async () => {
    const { client } = openLiteral(() => pageOf(order));
    expect((await client.orders.list()).items).toEqual([order]);
  });

  test('may hold what PHP writes for nothing, numbers as text, and words that are not known', async () => {
    const odd = { ...order, address: [], customer: '', voucher: { code: null }, grandTotal: '12.50', statusList: [] };
    const { client } = openLiteral(() => pageOf({ ...odd, items: [{ id: '3', status: 'held', shipment: [] }] }));
    expect((await client.orders.list()).items[0]?.grandTotal).toBe('12.50');
  });

  test('that nobody could read is a ResponseError with its path, unless the client does not validate', async () => {
    const broken = () => pageOf({ ...order, items: [{ id: { no: 'id' } }] });
    const error = await openLiteral(broken)
      .client.orders.list()
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({ context: { resource: 'orders', id: 1, path: 'items[0].id' } });
    expect((await openLiteral(broken, { validate: false }).client.orders.list()).items).toHaveLength(1);
  });

  test('of every order of a shop passes', async () => {
    const { client } = openShop({ orders: 400, profiles: [] });
    expect(await taken(client.orders.iterate({ includeVoucherDetails: true }))).toHaveLength(400);
  });
});

describe('all rows', () => {
  test('are read in an order that edits do not change, unless another is asked for', async () => {
    const { client, requests } = openShop({ orders: 2 });
    await taken(client.orders.iterate());
    await taken(client.productSets.iterate());
    await taken(client.orders.iterate({ sort: 'updatedAt' }));
    const [orders, ...others] = requests.map(({ url }) => new URL(url).searchParams);
    expect(orders?.get('sort')).toBe('createdAt');
    expect(others[0]?.get('orderBy')).toBe('createdAt');
    expect(others.at(-1)?.get('sort')).toBe('updatedAt');
  });
});

describe('one call', () => {
  test('may have headers of its own', async () => {
    const { client, requests } = openShop({ orders: 2 });
    await client.orders.list({}, { headers: { 'X-Context': 'seller' } });
    expect(requests.at(-1)?.headers.get('x-context')).toBe('seller');
  });

  test('is ended by its signal, and so is what is iterated', async () => {
    const { client } = openShop({ orders: 300 });
    const closing = new AbortController();
    const reading = async () => {
      for await (const _ of client.orders.iterate({}, { signal: closing.signal })) closing.abort(new Error('closing'));
    };
    await expect(reading()).rejects.toThrow('closing');
  });

  test('that writes is not repeated when it is unclear whether it has acted', async () => {
    const failing = openLiteral(() => new Response(null, { status: 502 }));
    await expect(failing.client.orders.setToShipped([1])).rejects.toThrow(TransportError);
    expect(failing.asked).toHaveLength(1);
    const again = openLiteral(() => new Response(null, { status: 502 }));
    await expect(again.client.orders.setToShipped([1], { idempotent: true, retries: 2 })).rejects.toThrow(
      TransportError,
    );
    expect(again.asked).toHaveLength(3);
  });

  test('that sets a quantity or a price may be repeated', async () => {
    const { client, asked } = openLiteral((_, times) =>
      times < 3 ? new Response(null, { status: 502 }) : Response.json([]),
    );
    expect((await client.stock.updateMany([{ productId: 1, quantity: 2 }])).done).toHaveLength(1);
    expect(asked).toHaveLength(3);
  });

  test.each(['', '.', '..'])('with %j for an id is refused, as it would be another call', async id => {
    const { client, asked } = openLiteral(() => new Response(null, { status: 204 }));
    await expect(client.webhooks.delete(id)).rejects.toThrow(InputError);
    await expect(client.productSets.images.delete(5, id)).rejects.toThrow('nothing was sent');
    await expect(client.orders.get(id)).rejects.toThrow(InputError);
    expect(asked).toEqual([]);
  });

  test('may have an id that holds anything else', async () => {
    const { client, asked } = openLiteral(() => Response.json({ id: 1 }));
    await client.products.bySellerSku('A/B ?#é..');
    expect(asked[0]?.url).toBe('http://shop.test/v2/product/seller-sku/A%2FB%20%3F%23%C3%A9..');
  });

  test('that answers with nothing is nothing', async () => {
    const { client } = openLiteral(() => new Response(null, { status: 204 }));
    expect(await client.webhooks.delete('u')).toBeUndefined();
  });
});

test('the hooks tell of every request, and of no secret', async () => {
  const told: AnswerEvent[] = [];
  const { client } = openShop({ orders: 2 }, { hooks: { answer: event => told.push(event) } });
  await client.brands.list({ limit: 1 });
  expect(told.map(({ method, path, status }) => `${method} ${path} ${status}`)).toEqual([
    'POST /oauth/client-credentials 200',
    'GET /v2/brands 200',
  ]);
  expect(JSON.stringify(told)).not.toMatch(/Bearer|Basic/);
});
