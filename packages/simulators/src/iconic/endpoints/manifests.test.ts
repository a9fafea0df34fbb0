import { beforeEach, expect, test } from 'vitest';
import { createIconicSimulator } from '../simulator.js';
import { connect, type TestClient } from '../testing.js';

interface ManifestJson {
  readonly manifestId: number;
  readonly manifestCode: string;
  readonly status: string;
}

let client: TestClient;
let ids: number[];
let pending: number;

beforeEach(async () => {
  client = await connect(createIconicSimulator({ orders: 800 }));
  const { items } = await client.read<{ items: { id: number }[] }>(
    '/v2/order-items?limit=4&offset=0&status[]=pending&shipmentType=dropshipping',
  );
  [pending = 0, ...ids] = items.map(({ id }) => id);
  for (const id of ids) {
    const packed = { orderItems: [{ id }], deliveryType: 'pickup' };
    await client.send('POST', '/v2/orders/statuses/set-to-ready-to-ship', packed);
  }
});

const create = async (orderItemIds: readonly unknown[] = ids) => client.send('POST', '/v2/manifest', { orderItemIds });
const ship = (manifestIds: unknown) => client.send('POST', '/v2/manifest/shipped', { manifestIds });

test('a manifest holds units that are ready to ship, each in one manifest', async () => {
  const { status, body } = await create();
  expect([status, body]).toMatchObject([201, { status: 'forward_ready_to_ship', type: 'forward' }]);
  const { manifestId, manifestCode } = body as ManifestJson;
  expect(await client.read(`/v2/manifest/${manifestId}`)).toMatchObject({
    manifestCode,
    orderItems: ids.map(orderItemId => ({ orderItemId, returnReason: '' })),
    actions: ['print_manifest', 'status_set_to_shipped'],
  });
  expect(await client.all(`/v2/order-items?orderItemIds[]=${ids[0]}`)).toMatchObject([
    { manifestStatus: 'forward_ready_to_ship' },
  ]);
  expect((await create()).status).toBe(422);
  expect((await create([pending])).status).toBe(422);
  expect((await create([])).status).toBe(422);
});

test('manifests are listed by what is in them', async () => {
  const [first, second] = [(await create(ids.slice(0, 1))).body, (await create(ids.slice(1))).body] as ManifestJson[];
  const list = (query: string) => client.all<ManifestJson>(`/v2/manifest?sortDir=asc${query}`);
  expect((await list('')).map(({ manifestId }) => manifestId)).toEqual([first?.manifestId, second?.manifestId]);
  expect(await list(`&orderItemIds[]=${ids[1]}`)).toMatchObject([{ manifestId: second?.manifestId }]);
  expect(await list(`&manifestCodes[]=${first?.manifestCode}`)).toMatchObject([{ manifestId: first?.manifestId }]);
  expect(await list('&status=forward_shipped')).toEqual([]);
});

test('a manifest that is shipped ships its units, once', async () => {
  const { manifestId } = (await create()).body as ManifestJson;
  expect(await ship([manifestId])).toMatchObject({ status: 200, body: [{ status: 'forward_shipped' }] });
  const query = ids.map(id => `orderItemIds[]=${id}`).join('&');
  expect(await client.all(`/v2/order-items?${query}`)).toMatchObject(ids.map(() => ({ status: 'shipped' })));
  expect((await ship([manifestId])).status).toBe(422);
  expect((await ship([1])).status).toBe(404);
  expect((await ship('all')).status).toBe(422);
});

test('a manifest is a document, and a file', async () => {
  const { manifestId, manifestCode } = (await create()).body as ManifestJson;
  const { file } = await client.read<{ file: string }>(`/v2/document/manifest?manifestCode=${manifestCode}`);
  expect(Buffer.from(file, 'base64').toString()).toContain(String(ids[0]));
  const started = await client.send('POST', '/v2/exports/manifest', { manifestIds: [manifestId] });
  expect([started.status, started.body]).toMatchObject([201, { uuid: expect.any(String) }]);
  const { body } = await client.send('POST', '/v2/exports/order-manifests', { manifestCodes: [manifestCode] });
  expect(body).toEqual({ fileUuid: expect.any(String) });
});
