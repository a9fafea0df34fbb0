import { InputError, RequestError } from '@cartograph/core';
import { expect, test } from 'vitest';
import { openClient } from '../testing/client.js';
import { collect } from './among.js';

const { client, asked } = openClient();
const taken = new Set<unknown>();

/** An order in this state that no other test has. */
async function take(state: string) {
  for await (const order of client.search('orders').where('state', state).iterate()) {
    if (taken.has(order.entity_id)) continue;
    taken.add(order.entity_id);
    return order;
  }
  return expect.unreachable(`no order is ${state}`);
}
const idOf = ({ entity_id }: { readonly entity_id?: unknown }): number => Number(entity_id);
const requestsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const before = asked.length;
  await work();
  return asked.length - before;
};

test('an order is invoiced, shipped and refunded; each document is found by its order', async () => {
  const order = await take('new');
  const id = idOf(order);
  const invoiceId = await client.orders.invoice(id, { notify: true, comment: { comment: 'Thanks' } });
  expect(await client.invoices.get(invoiceId)).toMatchObject({ order_id: id });
  const [row] = (await client.orders.get(id)).items?.filter(item => !item.parent_item_id) ?? [];
  const shipmentId = await client.orders.ship(id, {
    tracks: [{ track_number: '1Z9', title: 'UPS', carrier_code: 'ups' }],
  });
  const track = await client.shipments.tracks.create(shipmentId, {
    order_id: id,
    track_number: '1Z10',
    title: 'UPS',
    carrier_code: 'ups',
  });
  expect(track).toMatchObject({ track_number: '1Z10' });
  expect((await client.shipments.get(shipmentId)).tracks).toHaveLength(2);
  const memoId = await client.orders.refund(id, {
    items: [{ order_item_id: String(row?.item_id), qty: 1 }],
    arguments: { shipping_amount: '0.00' },
  });
  expect(await client.creditMemos.get(memoId)).toMatchObject({ order_id: id });
  const ids = (records: readonly { readonly entity_id?: unknown }[]) => records.map(idOf);
  expect(ids(await client.orders.invoices(id))).toEqual([Number(invoiceId)]);
  expect(ids(await client.orders.shipments(id))).toEqual([Number(shipmentId)]);
  expect(ids(await client.orders.creditMemos([order]))).toEqual([Number(memoId)]);
});

test('an order is held, released, commented and canceled; what its state does not allow is told in the shop’s words', async () => {
  const order = await take('pending_payment').catch(() => take('new'));
  const id = idOf(order);
  expect(await client.orders.hold(id)).toBe(true);
  expect(await client.orders.status(id)).toBe('holded');
  const refusal = await client.orders.hold(id).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(RequestError);
  expect(refusal).toMatchObject({ context: { status: 400 }, body: { message: 'A hold action is not available.' } });
  expect(await client.orders.unhold(id)).toBe(true);
  expect(await client.orders.comment(id, { comment: 'Called', is_visible_on_front: true })).toBe(true);
  expect((await client.orders.comments.list(id))[0]).toMatchObject({ comment: 'Called', is_visible_on_front: 1 });
  expect(await client.orders.cancel(id)).toBe(true);
  expect(await client.orders.cancel(id)).toBe(false);
  expect((await client.orders.get(id)).state).toBe('canceled');
});

test('documents are commented and sent', async () => {
  const order = await take('complete');
  const [invoice] = await client.orders.invoices(order);
  const [shipment] = await client.orders.shipments(order);
  for (const [kind, id] of [
    [client.invoices, idOf(invoice ?? {})],
    [client.shipments, idOf(shipment ?? {})],
  ] as const) {
    await kind.comments.create(id, { comment: 'Checked' });
    expect(await kind.comments.list(id)).toMatchObject([{ comment: 'Checked', parent_id: id }]);
    expect(await kind.email(id)).toBe(true);
  }
});

test('an address of an order is replaced', async () => {
  const order = await take('processing');
  const { entity_id, ...address } = order.billing_address as Record<string, unknown>;
  const saved = await client.orders.updateAddress(idOf(order), {
    entity_id: Number(entity_id),
    address_type: 'billing',
    firstname: String(address.firstname),
    lastname: String(address.lastname),
    street: ['2 New Street'],
    city: 'Hobart',
    postcode: '7000',
    country_id: 'AU',
    telephone: '1',
  });
  expect(saved).toMatchObject({ city: 'Hobart' });
  expect((await client.orders.get(idOf(order))).billing_address).toMatchObject({ city: 'Hobart' });
});

test('what cannot be sent is refused before any request, by the name of the field', async () => {
  const before = asked.length;
  const wrong = [
    [() => client.orders.ship(1, { items: [{ order_item_id: 1, qty: 0 }] }), 'items[0].qty'],
    [() => client.orders.comment(1, { comment: 'x', entity_id: 5 } as never), 'entity_id'],
    [() => client.orders.update(1, { grand_total: '5' } as never), 'grand_total'],
    [() => client.orders.invoice(1, { captured: true } as never), 'captured'],
    [() => client.orders.get(''), 'id'],
    [() => client.orders.get('..'), 'id'],
    [() => client.orders.hold(1, { storeCode: '../admin' }), 'storeCode'],
  ] as const;
  for (const [call, field] of wrong) {
    const error = await (async () => call())().catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({ context: { field } });
  }
  expect(asked.length).toBe(before);
});

test('orders are found by number, SKU, product, category and customer in as many requests as there are lists', async () => {
  const orders = await client.search('orders').all();
  const order = orders.find(({ customer_id, items }) => customer_id && (items?.length ?? 0) > 1);
  const number = String(order?.increment_id);
  expect(
    await requestsOf(async () => expect((await client.orders.byNumber(number))?.entity_id).toBe(order?.entity_id)),
  ).toBe(1);
  expect(await client.orders.byNumber('no such number')).toBeNull();
  const sku = String(order?.items?.[0]?.sku);
  const withSku = orders.filter(({ items }) => items?.some(item => item.sku === sku)).map(idOf);
  expect(
    await requestsOf(async () => {
      expect((await collect(client.orders.bySku(sku))).map(idOf).sort()).toEqual(withSku.sort());
    }),
  ).toBeLessThanOrEqual(4);
  const productId = Number(order?.items?.[0]?.product_id);
  const withProduct = orders.filter(({ items }) => items?.some(item => item.product_id === productId)).map(idOf);
  expect((await collect(client.orders.byProduct(productId))).map(idOf).sort()).toEqual(withProduct.sort());
  const ofCustomer = orders.filter(({ customer_id }) => customer_id === order?.customer_id).map(idOf);
  expect((await collect(client.orders.byCustomer(Number(order?.customer_id)))).map(idOf).sort()).toEqual(
    ofCustomer.sort(),
  );
  expect((await collect(client.customers.orders(Number(order?.customer_id)))).map(idOf).sort()).toEqual(
    ofCustomer.sort(),
  );
});

test('an order tells its customer and products; a guest’s has no customer', async () => {
  const orders = await client.search('orders').all();
  const known = orders.find(({ customer_id }) => customer_id);
  const guest = orders.find(({ customer_id }) => !customer_id);
  expect(
    await requestsOf(async () => {
      expect((await client.orders.customer(known ?? 0))?.id).toBe(known?.customer_id);
    }),
  ).toBe(1);
  expect(await client.orders.customer(guest ?? 0)).toBeNull();
  const ids = new Set(known?.items?.map(({ product_id }) => product_id));
  expect(new Set((await client.orders.products(known ?? 0)).map(({ id }) => id))).toEqual(ids);
  const bought = await client.customers.products(Number(known?.customer_id));
  for (const id of ids) expect(bought.map(product => product.id)).toContain(id);
});

test('orders of a category, and of those below it, are those with a product of it', async () => {
  const products = await client.search('products').all();
  const category = Number(products[0]?.extension_attributes?.category_links?.[0]?.category_id);
  const members = new Set(
    products
      .filter(({ extension_attributes: own }) =>
        own?.category_links?.some(link => Number(link.category_id) === category),
      )
      .map(({ id }) => id),
  );
  const orders = await client.search('orders').all();
  const expected = orders.filter(({ items }) => items?.some(({ product_id }) => members.has(product_id))).map(idOf);
  expect((await collect(client.orders.byCategory(category))).map(idOf).sort()).toEqual(expected.sort());
  const below = await collect(client.orders.byCategory(2, { subcategories: true }));
  expect(below.length).toBeGreaterThan(expected.length);
});
