import { beforeEach, describe, expect, test } from 'vitest';
import type { Simulator } from '../../simulator.js';
import { createIconicSimulator } from '../simulator.js';
import { connect, type TestClient } from '../testing.js';

interface SellerJson {
  readonly id: number;
  readonly email: string;
  readonly profileFields: readonly { readonly name: string; readonly value: string }[];
}

let simulator: Simulator;
let client: TestClient;

beforeEach(async () => {
  simulator = createIconicSimulator({ orders: 300 });
  client = await connect(simulator);
});

const seller = () => client.read<SellerJson>('/v2/seller');
const phone = async () => (await seller()).profileFields.find(({ name }) => name === 'phone')?.value;

describe('the seller', () => {
  test('changes the address for mail', async () => {
    expect(await client.send('PATCH', '/v2/seller', { email: 'new@cedar-salt.example' })).toEqual({
      status: 200,
      body: null,
    });
    expect((await seller()).email).toBe('new@cedar-salt.example');
    expect((await client.send('PATCH', '/v2/seller', { email: 'nobody' })).status).toBe(422);
  });

  test('changes the profile, which the marketplace shows when it has approved it', async () => {
    const fields = await client.read<{ id: number; value: string }[]>('/v2/seller/profile/field-values');
    const before = await phone();
    const id = fields.find(({ value }) => value === before)?.id;
    const changed = [{ id, value: '+61 2 5550 0999' }];
    expect(await client.send('PUT', '/v2/seller/profile/general', changed)).toEqual({ status: 200, body: changed });
    expect(await client.read('/v2/seller/profile/field-values')).toContainEqual(changed[0]);
    expect(await phone()).toBe(before);
    simulator.advance(1);
    expect(await phone()).toBe('+61 2 5550 0999');
    expect((await client.send('PUT', '/v2/seller/profile/general', [{ id: 99, value: '' }])).status).toBe(422);
  });

  test('uploads papers, which are listed', async () => {
    const form = new FormData();
    form.set('file1', new File(['%PDF'], 'abn.pdf'));
    const uploaded = await client.request('/v2/seller/profile/field/6/upload', { method: 'POST', body: form });
    expect([uploaded.status, await uploaded.json()]).toEqual([
      200,
      [{ id: 6, value: expect.stringContaining('abn.pdf') }],
    ]);
    const files = await client.all<{ fileName: string }>('/v2/seller/profile/external-files?sort=fileName');
    expect(files.map(({ fileName }) => fileName)).toEqual(['abn.pdf', 'marketplace-agreement.pdf']);
    const nothing = await client.request('/v2/seller/profile/field/6/upload', { method: 'POST', body: new FormData() });
    expect(nothing.status).toBe(422);
  });

  test('fetches a new token after switching the shop', async () => {
    const { id } = await seller();
    expect(await client.send('POST', `/v2/sellers/${id}/switch`)).toEqual({ status: 200, body: { success: true } });
    expect((await client.request('/v2/seller')).status).toBe(401);
    client = await connect(simulator);
    expect((await seller()).id).toBe(id);
    expect((await client.send('POST', '/v2/sellers/1/switch')).status).toBe(404);
  });
});

test('a contract that is accepted is not pending any more', async () => {
  const [contract] = await client.read<{ contractId: number }[]>('/v2/seller-contracts/pending');
  const sent = { contractIds: [contract?.contractId] };
  expect(await client.send('POST', '/v2/seller-contracts/accept', sent)).toEqual({ status: 200, body: sent });
  expect(await client.read('/v2/seller-contracts/pending')).toEqual([]);
  expect((await client.send('POST', '/v2/seller-contracts/accept', sent)).status).toBe(400);
});

describe('performance', () => {
  test('is measured over several spans, the longest of which is everything', async () => {
    const metrics =
      await client.read<{ statistic_type: string; orders: number; sales_total: number }[]>('/v2/seller-metrics');
    const orders = Object.fromEntries(metrics.map(row => [row.statistic_type, row.orders]));
    expect(orders.alltime).toBe(300);
    expect(orders.week).toBeLessThan(orders.month ?? 0);
    expect(orders.month).toBeLessThan(orders.year ?? 0);
    const [statistics] = await client.read<Record<string, unknown>[]>('/v2/seller-statistics');
    expect(statistics?.Orders).toBe('300');
  });

  test('falls when orders are canceled', async () => {
    const rate = async () => {
      const [rating] = await client.read<{ kpis: { name: string; kpiValue: number }[] }[]>(
        '/v2/seller-rating?from=2025-07-01&to=2026-07-01',
      );
      return rating?.kpis.find(({ name }) => name === 'cancellation_rate')?.kpiValue ?? 0;
    };
    const before = await rate();
    const [unit] = await client.all<{ id: number }>('/v2/order-items?status[]=pending');
    const canceled = { orderItemIds: [unit?.id], reason: 'Out of Stock' };
    await client.send('POST', '/v2/orders/statuses/set-to-cancelled', canceled);
    expect(await rate()).toBeGreaterThan(before);
    expect((await client.request('/v2/seller-rating?from=soon')).status).toBe(422);
  });
});
