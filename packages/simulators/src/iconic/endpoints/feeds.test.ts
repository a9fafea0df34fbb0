import { beforeEach, describe, expect, test } from 'vitest';
import type { SendingSimulator } from '../../simulator.js';
import { createIconicSimulator } from '../simulator.js';
import { connect, type TestClient } from '../testing.js';

interface FeedStatus {
  readonly id: string;
  readonly action: string;
  readonly status: string;
  readonly errors: readonly { readonly itemId: number; readonly sellerSku: string; readonly errorMessage: string }[];
}

let elapsedMs: number;
let sent: Request[];
let simulator: SendingSimulator;
let client: TestClient;
let product: { readonly id: number; readonly sellerSku: string };

beforeEach(async () => {
  elapsedMs = 0;
  sent = [];
  simulator = createIconicSimulator({
    orders: 800,
    elapsedMs: () => elapsedMs,
    requestsPerSecond: Number.POSITIVE_INFINITY,
    deliver: async request => {
      sent.push(request);
      return new Response();
    },
  });
  client = await connect(simulator);
  const products =
    await client.read<{ id: number; sellerSku: string; status: string; shipmentTypeId: number }[]>('/v2/products');
  product = products.find(({ status, shipmentTypeId }) => status === 'active' && shipmentTypeId === 2) ?? product;
});

async function upload(path: string, text: string, fields: Record<string, string> = {}) {
  const form = new FormData();
  form.set('file1', new File([text], 'rows.csv', { type: 'text/csv' }));
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const response = await client.request(path, { method: 'POST', body: form });
  return { status: response.status, body: (await response.json()) as { feedUuid: string; feedId: number } };
}

const look = (uuid: string) => client.read<FeedStatus>(`/v2/feed/${uuid}/status`);
/** The feed when its rows are done. */
async function finished(uuid: string): Promise<FeedStatus> {
  for (;;) {
    const feed = await look(uuid);
    if (feed.status === 'Finished') return feed;
  }
}
const quantity = async () => (await client.read<{ quantity: number }>(`/v2/stock/product/${product.id}`)).quantity;

describe('a file of stock', () => {
  test('is queued, then processed, then done, row by row', async () => {
    const before = await quantity();
    const { status, body } = await upload(
      '/v2/import/stock-update',
      `SellerSku;Quantity\n${product.sellerSku};${before + 5}\nNOBODY;3`,
    );
    expect([status, body]).toMatchObject([201, { success: true, feedId: 1 }]);
    expect([(await look(body.feedUuid)).status, (await look(body.feedUuid)).status]).toEqual(['Queued', 'Processing']);
    expect(await quantity()).toBe(before);
    expect(await look(body.feedUuid)).toMatchObject({
      id: body.feedUuid,
      status: 'Finished',
      errors: [{ itemId: 2, sellerSku: 'NOBODY', errorMessage: 'The SKU "NOBODY" is unknown' }],
    });
    expect(await quantity()).toBe(before + 5);
  });

  test('is done after a minute though nobody asks', async () => {
    await upload('/v2/import/stock-update', `SellerSku,Quantity\n${product.sellerSku},71`);
    elapsedMs = 61_000;
    expect(await quantity()).toBe(71);
  });

  test('that is canceled in time changes nothing', async () => {
    const before = await quantity();
    const { body } = await upload('/v2/import/stock-update', `SellerSku;Quantity\n${product.sellerSku};${before + 1}`);
    expect((await client.send('DELETE', `/v2/feed/${body.feedUuid}`)).status).toBe(204);
    expect((await client.send('DELETE', `/v2/feed/${body.feedUuid}`)).status).toBe(400);
    expect(await look(body.feedUuid)).toMatchObject({ status: 'Canceled' });
    expect(await quantity()).toBe(before);
  });

  test('is listed, counted and given back as it was sent', async () => {
    const text = `SellerSku;Quantity\n${product.sellerSku};1\nNOBODY;3`;
    const { body } = await upload('/v2/import/stock-update', text);
    await finished(body.feedUuid);
    expect(await client.all('/v2/feeds', 20)).toMatchObject([
      { uuid: body.feedUuid, action: 'stock-update', totalRecords: 2, processedRecords: 2, failedRecords: 1 },
    ]);
    expect(await client.read('/v2/feeds/count')).toEqual({
      total: 1,
      queued: 0,
      processing: 0,
      finished: 1,
      canceled: 0,
    });
    const [raw] = await client.read<{ File: string; MimeType: string }[]>(
      `/v2/feed/raw-input?feedUuidList[]=${body.feedUuid}`,
    );
    expect([raw?.MimeType, Buffer.from(raw?.File ?? '', 'base64').toString()]).toEqual(['text/csv', text]);
    expect((await client.request('/v2/feed/raw-input')).status).toBe(400);
  });

  test('is needed', async () => {
    const empty = await client.request('/v2/import/stock-update', { method: 'POST', body: new FormData() });
    expect(empty.status).toBe(400);
  });
});

describe('files of products', () => {
  const [columns, row] = [
    'SellerSku;Name;Price;BrandId;PrimaryCategoryId;Attributes',
    'FED-1;Fed Dress;99.95;301;4;{"41":4103}',
  ];

  test('create sets, and webhooks tell of the beginning and of the end', async () => {
    await client.send('POST', '/v2/webhook', {
      callbackUrl: 'https://cartograph.example/hooks',
      events: ['onFeedCreated', 'onFeedCompleted'],
    });
    const { body } = await upload('/v2/import/product-creation', `${columns}\n${row}\n${row.replace('99.95', '-1')}`);
    const { errors } = await finished(body.feedUuid);
    expect(errors.map(({ itemId }) => itemId)).toEqual([2]);
    expect(await client.read('/v2/product/seller-sku/FED-1')).toMatchObject({ name: 'Fed Dress' });
    await simulator.settled();
    expect(await Promise.all(sent.map(request => request.json()))).toEqual([
      { event: 'onFeedCreated', payload: { Feed: body.feedUuid } },
      { event: 'onFeedCompleted', payload: { Feed: body.feedUuid } },
    ]);
  });

  test.each([
    ['product-update', 'SellerSku;Name;Status', 'Renamed;inactive', { name: 'Renamed', status: 'inactive' }],
    ['product-removal', 'SellerSku', '', { status: 'deleted' }],
  ])('of %s do what the same requests would', async (path, head, cells, expected) => {
    const { body } = await upload(
      `/v2/import/${path}`,
      `${head}\n${[product.sellerSku, cells].filter(Boolean).join(';')}`,
    );
    expect((await finished(body.feedUuid)).errors).toEqual([]);
    expect(await client.read(`/v2/product/seller-sku/${product.sellerSku}`)).toMatchObject(expected);
  });

  test('of images put them where they belong', async () => {
    const { body } = await upload(
      '/v2/import/image-update',
      `SellerSku;Position;Image\n${product.sellerSku};1;https://a.example/new.png`,
    );
    expect((await finished(body.feedUuid)).errors).toEqual([]);
    const [{ mainImageUrl }] = await client.read<[{ mainImageUrl: string }]>(
      `/v2/product-set/images-by-sku?productSkus[]=${product.sellerSku}`,
    );
    expect(mainImageUrl).toMatch(/\.png$/);
  });
});

test('files of orders move their units', async () => {
  const [unit] = await client.all<{ id: number }>('/v2/order-items?status[]=pending&shipmentType=dropshipping');
  const { body } = await upload(
    '/v2/orders/import',
    `OrderItemId;TrackingNumber;ShippingProvider\n${unit?.id};FED-1;Parcel Post`,
    { type: 'ready-to-ship' },
  );
  expect((await finished(body.feedUuid)).errors).toEqual([]);
  expect(await client.all(`/v2/order-items?orderItemIds[]=${unit?.id}`)).toMatchObject([{ status: 'ready_to_ship' }]);
  expect((await upload('/v2/orders/import', 'OrderItemId\n1', { type: 'to-nowhere' })).status).toBe(422);
});

describe('XML', () => {
  const post = async (path: string, body: string) => {
    const response = await client.request(`/v2/import/${path}`, { method: 'POST', body });
    return { status: response.status, text: await response.text() };
  };

  test('is accepted as a feed', async () => {
    const { status, text } = await post(
      'product-stock-update-xml',
      `<Request><Product><SellerSku>${product.sellerSku}</SellerSku><Quantity>33</Quantity></Product></Request>`,
    );
    expect([status, text]).toEqual([200, expect.stringContaining('<SuccessResponse>')]);
    await finished(/<RequestId>(.*)<\/RequestId>/.exec(text)?.[1] ?? '');
    expect(await quantity()).toBe(33);
  });

  test('is refused with 200', async () => {
    const { status, text } = await post('product-update-xml-import', '<Request/>');
    expect([status, text]).toEqual([200, expect.stringContaining('E030')]);
  });
});
