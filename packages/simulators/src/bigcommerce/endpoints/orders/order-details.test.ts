import { describe, expect, test } from 'vitest';
import { type Json, type OrderJson, openShop } from '../../testing.js';

const { read, request, allV2, simulator } = openShop({ seed: 5, orders: 1200 });
const orders = await allV2<OrderJson>('/v2/orders?limit=250');

interface Consignments {
  readonly pickups: readonly { readonly location: { readonly id: number }; readonly line_items: readonly Json[] }[];
  readonly shipping: readonly (Json & { readonly line_items: readonly Json[] })[];
  readonly downloads: readonly { readonly line_items: readonly Json[] }[];
  readonly email: { readonly gift_certificates: readonly { readonly line_items: readonly Json[] }[] };
}

const included = await allV2<OrderJson & { consignments: Consignments; fees: Json[] }>(
  '/v2/orders?limit=250&include=consignments.line_items,fees&consignment_structure=object',
);

const linesOf = ({ pickups, shipping, downloads, email }: Consignments) =>
  [...pickups, ...shipping, ...downloads, ...email.gift_certificates].flatMap(part => part.line_items);

describe('sub-resources', () => {
  test('what an order does not have is 204, and what does not exist 404', async () => {
    const plain = orders.find(order => order.coupon_discount === '0.0000')?.id;
    for (const name of ['coupons', 'messages', 'fees']) {
      expect([name, (await request(`/v2/orders/${plain}/${name}`)).status]).toEqual([name, 204]);
      expect((await request(`/v2/orders/7/${name}`)).status).toBe(404);
    }
  });

  test('both spellings of shipping addresses answer alike', async () => {
    const id = orders.find(order => order.shipping_address_count === 2)?.id;
    const addresses = await read<Json[]>(`/v2/orders/${id}/shipping_addresses`);
    expect(addresses).toHaveLength(2);
    expect(await read(`/v2/orders/${id}/shippingaddresses`)).toEqual(addresses);
    expect(await read(`/v2/orders/${id}/shipping_addresses/${addresses[1]?.id}`)).toEqual(addresses[1]);
    expect((await request(`/v2/orders/${id}/shippingaddresses/${addresses[0]?.id}/shippingquotes`)).status).toBe(204);
  });

  test('taxes tell their line only when details are asked for', async () => {
    const id = orders.find(order => order.tax_provider_id === 'BasicTaxProvider' && order.total_tax !== '0.0000')?.id;
    const [plain] = await read<Json[]>(`/v2/orders/${id}/taxes`);
    const [detailed] = await read<Json[]>(`/v2/orders/${id}/taxes?details=true`);
    expect(plain).not.toHaveProperty('order_product_id');
    expect(detailed).toMatchObject({
      ...plain,
      line_item_type: 'item',
      order_product_id: expect.stringMatching(/^\d+$/),
    });
  });

  test('automatic taxes leave the order’s id out', async () => {
    const id = orders.find(order => order.tax_provider_id === 'AvaTaxProvider' && order.total_tax !== '0.0000')?.id;
    const [row] = await read<Json[]>(`/v2/orders/${id}/taxes?details=true`);
    expect(row).toMatchObject({ class: 'Automatic Tax' });
    expect(row).not.toHaveProperty('order_id');
  });

  test('shipments tie lines to addresses, and the order counts what has left', async () => {
    const order = orders.find(({ status_id, items_shipped }) => status_id === 3 && Number(items_shipped) > 0);
    const shipments = await read<{ items: { quantity: number }[] }[]>(`/v2/orders/${order?.id}/shipments`);
    const units = shipments.flatMap(({ items }) => items).reduce((sum, { quantity }) => sum + quantity, 0);
    expect(units).toBe(order?.items_shipped);
    expect(units).toBeLessThan(Number(order?.items_total));
    expect(await read(`/v2/orders/${order?.id}/shipments/count`)).toEqual({ count: shipments.length });
  });

  test('a shipment is tracked by a provider, a carrier, a link of its own, or not at all', async () => {
    const shipped = orders.filter(order => Number(order.items_shipped) > 0).slice(0, 120);
    const shipments = (await Promise.all(shipped.map(({ id }) => read<Json[]>(`/v2/orders/${id}/shipments`)))).flat();
    const ways = shipments.map(({ shipping_provider, tracking_carrier, tracking_link, generated_tracking_link }) =>
      [shipping_provider, tracking_carrier, tracking_link, generated_tracking_link].map(field => field !== '').join(),
    );
    expect(new Set(ways)).toEqual(
      new Set(['true,false,false,true', 'false,true,false,true', 'false,false,true,false', 'false,false,false,false']),
    );
  });

  test('fees come as a list when included, wrapped and misspelt alone', async () => {
    const order = included.find(({ fees }) => fees.length > 0);
    expect(order?.fees[0]).toHaveProperty('cost_ex_tax');
    const { fees } = await read<{ fees: Json[] }>(`/v2/orders/${order?.id}/fees`);
    expect(fees[0]).toMatchObject({ id: order?.fees[0]?.id, cost_exc_tax: order?.fees[0]?.cost_ex_tax });
    expect(fees[0]).not.toHaveProperty('cost_ex_tax');
  });
});

describe('consignments', () => {
  test('they hold the order’s own lines, amounts of the consignment as numbers', async () => {
    const order = included.find(({ consignments }) => consignments.shipping.length > 0);
    expect(typeof order?.consignments.shipping[0]?.cost_inc_tax).toBe('number');
    const lines = await read<Json[]>(`/v2/orders/${order?.id}/products?limit=250`);
    const shown = linesOf(order?.consignments as Consignments);
    expect([...shown].sort((left, right) => Number(left.id) - Number(right.id))).toEqual(lines);
  });

  test('pickups, downloads and gift certificates have their own places', () => {
    expect(included.some(({ consignments }) => consignments.pickups[0]?.location.id === 2)).toBe(true);
    expect(included.some(({ consignments }) => consignments.downloads.length > 0)).toBe(true);
    expect(included.some(({ consignments }) => consignments.email.gift_certificates.length > 0)).toBe(true);
  });

  test('no more than fifty lines come along, then a warning', async () => {
    const huge = included.filter(({ consignments }) => linesOf(consignments).some(line => '__warning__' in line));
    expect(huge.length).toBeGreaterThan(0);
    for (const { id, consignments } of huge) {
      const lines = linesOf(consignments).filter(line => !('__warning__' in line));
      expect(lines).toHaveLength(50);
      expect((await allV2(`/v2/orders/${id}/products?limit=50`)).length).toBeGreaterThan(50);
    }
  });

  test('without the parameter the structure is a list, without line items they are links', async () => {
    const id = orders.find(order => order.shipping_address_count === 1)?.id;
    const legacy = await read<{ consignments: unknown }>(`/v2/orders/${id}?include=consignments`);
    expect(Array.isArray(legacy.consignments)).toBe(true);
    const own = await read<Consignments>(`/v2/orders/${id}/consignments`);
    expect(own.shipping[0]?.line_items[0]).toMatchObject({
      resource: expect.stringContaining(`/orders/${id}/products/`),
    });
  });
});

describe('lines', () => {
  const lines = included.flatMap(({ consignments }) => linesOf(consignments));

  test('there are custom lines, bundles, gift certificates, free items, text options and deleted products', () => {
    const products = new Set(simulator.truth().products);
    expect(lines.some(line => line.product_id === 0 && line.type === 'physical')).toBe(true);
    expect(lines.some(line => line.type === 'giftcertificate' && line.total_tax === '0.0000')).toBe(true);
    expect(lines.some(line => line.is_bundled_product === true && Number(line.parent_order_product_id) > 0)).toBe(true);
    expect(lines.some(line => line.is_bundled_product === false && line.price_inc_tax === '0.0000')).toBe(true);
    expect(lines.some(line => Number(line.product_id) > 0 && !products.has(String(line.product_id)))).toBe(true);
    expect(lines.some(line => Number(line.quantity_refunded) > 0 && line.refund_amount === '0.0000')).toBe(true);
    expect(lines.some(line => JSON.stringify(line.product_options).includes('Text field'))).toBe(true);
  });

  test('old orders do not tell what was paid for a line', () => {
    const old = included.filter(order => order.is_deleted === undefined);
    expect(old.length).toBeGreaterThan(0);
    for (const { consignments } of old)
      for (const line of linesOf(consignments)) expect(line).not.toHaveProperty('discounted_total_inc_tax');
  });
});
