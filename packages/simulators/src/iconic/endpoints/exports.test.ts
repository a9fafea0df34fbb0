import { beforeEach, describe, expect, test } from 'vitest';
import { createIconicSimulator } from '../simulator.js';
import { connect, type TestClient } from '../testing.js';

interface ExportJson {
  readonly id: number;
  readonly uuid: string;
  readonly status: string;
  readonly downloadLinks: readonly string[];
  readonly exportContent: string;
}

let elapsedMs = 0;
let client: TestClient;

beforeEach(async () => {
  elapsedMs = 0;
  client = await connect(
    createIconicSimulator({ orders: 40, elapsedMs: () => elapsedMs, requestsPerSecond: Number.POSITIVE_INFINITY }),
  );
});

const item = (id: unknown) => client.read<ExportJson>(`/v2/exports/${id}`);
const statusOfFile = (uuid: string) =>
  client
    .read<{ processStatus: string }>(`/filemanager/v1/files/${uuid}/status`)
    .then(({ processStatus }) => processStatus);
const download = (uuid: string) => client.request(`/filemanager/v1/files/download/${uuid}`);
/** Asks until the file is there. */
async function fileOf(uuid: string): Promise<string> {
  while ((await statusOfFile(uuid)) !== 'Finished');
  return (await download(uuid)).text();
}

describe('an export', () => {
  test('is queued, then processed, then there: whoever asks on gets it', async () => {
    const started = await client.read<{ exportItemId: number; uuid: string }>('/v2/export-products');
    expect((await download(started.uuid)).status).toBe(404);
    const seen = [await item(started.exportItemId), await item(started.exportItemId), await item(started.exportItemId)];
    expect(seen.map(({ status }) => status)).toEqual(['Queued', 'Processing', 'Finished']);
    expect(seen.map(({ downloadLinks }) => downloadLinks.length)).toEqual([0, 0, 1]);
    const file = await client.request(seen[2]?.downloadLinks[0] ?? '');
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'text/csv']);
  });

  test('is there after a minute, however seldom it is asked for', async () => {
    const { uuid } = await client.read<{ uuid: string }>('/v2/export-products');
    elapsedMs = 61_000;
    expect(await statusOfFile(uuid)).toBe('Finished');
  });

  test('expires after a week', async () => {
    const simulator = createIconicSimulator({ orders: 1, elapsedMs: () => elapsedMs });
    const { uuid } = await (await connect(simulator)).read<{ uuid: string }>('/v2/export-products');
    elapsedMs += 8 * 86_400_000;
    client = await connect(simulator);
    expect(await statusOfFile(uuid)).toBe('Expired');
    expect((await download(uuid)).status).toBe(404);
  });

  test('is listed by what it is of', async () => {
    await client.request('/v2/export-products');
    await client.request('/v2/export-images');
    expect(await client.all<ExportJson>('/v2/exports?exportActions[]=images')).toMatchObject([
      { exportContent: 'images' },
    ]);
    expect((await client.request('/v2/exports?limit=20&offset=0')).status).toBe(400);
    expect((await client.request('/v2/exports/99')).status).toBe(404);
  });
});

describe('a file', () => {
  test('of products holds those that were asked for', async () => {
    const { uuid } = await client.read<{ uuid: string }>('/v2/export-products?status=deleted-all');
    const rows = (await fileOf(uuid)).split('\n').slice(1);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.split(';')[3]).toBe('deleted');
  });

  test('of orders holds a row a unit', async () => {
    const [order] = await client.all<{ number: string; itemCount: number }>('/v2/orders');
    const { uuid } = await client.read<ExportJson>(`/v2/orders/export?orderNumbers[]=${order?.number}&format=csv`);
    expect((await fileOf(uuid)).split('\n')).toHaveLength(1 + (order?.itemCount ?? 0));
  });

  test('of returns needs its format', async () => {
    const started = await client.send('POST', '/v2/orders/returns/export', { status: 'returned', format: 'csv' });
    expect(started.status).toBe(201);
    const rows = (await fileOf((started.body as ExportJson).uuid)).split('\n').slice(1);
    for (const row of rows) expect(row).toMatch(/;returned$/);
    expect((await client.send('POST', '/v2/orders/returns/export', {})).status).toBe(422);
  });

  test.each([
    ['sales-report', {}],
    ['report-transactions', { transactionTypeIds: [3] }],
    ['report-order-item-transactions', {}],
    ['unified-transactions', {}],
    ['invoice-tax-document', { statementId: 7001 }],
  ])('of %s holds rows of the ledger', async (report, more) => {
    const sent = { locale: 'en_AU', currency: 'AUD', ...more };
    const { status, body } = await client.send('POST', `/v2/exports/${report}`, sent);
    expect(status).toBe(200);
    const { fileUuid } = body as { fileUuid: string };
    const [head, ...rows] = (await fileOf(fileUuid)).split('\n');
    expect(head).toBe('Number;Date;Type;OrderNumber;Amount;Vat;Currency');
    expect(rows.length).toBeGreaterThan(0);
    const refused = await client.send('POST', `/v2/exports/${report}`, { ...sent, currency: undefined });
    expect(refused).toMatchObject({ status: 400, body: { violations: [{ propertyPath: 'currency' }] } });
  });
});

describe('papers', () => {
  test('are made for orders or for units', async () => {
    const [order] = await client.all<{ id: number; itemCount: number }>('/v2/orders');
    const wanted = { orderIds: [order?.id], documentType: 'invoice,shippingLabel' };
    const { status, body } = await client.send('POST', '/v2/orders/export-document', wanted);
    expect([status, body]).toMatchObject([201, { status: 'Queued', requestedFormats: ['pdf'] }]);
    expect(await fileOf((body as ExportJson).uuid)).toContain('invoice, shippingLabel of order item');
  });

  test.each<[number, object]>([
    [422, { documentType: 'invoice' }],
    [422, { documentType: 'invoice', orderIds: [1], orderItemIds: [1] }],
    [422, { documentType: 'invoice', orderIds: [1] }],
    [400, { documentType: 'poem', orderIds: [1] }],
    [400, { orderIds: [1] }],
  ])('are refused with %i for %o', async (status, body) => {
    expect((await client.send('POST', '/v2/orders/export-document', body)).status).toBe(status);
  });
});

test('templates are files, or jobs that make them', async () => {
  const file = await client.request('/v2/template/stock-update');
  const text = await file.text();
  expect(text.split('\n')[0]).toBe('SellerSku;Quantity');
  const { uuid } = await client.read<{ uuid: string }>('/v2/template/stock-update-async');
  expect(await fileOf(uuid)).toBe(text);
  const change = '/v2/template/order-status-change';
  expect((await client.send('GET', `${change}?type=order-items&status=pending`)).status).toBe(201);
  expect((await client.request(change)).status).toBe(400);
});
