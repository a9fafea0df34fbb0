import { expect, test } from 'vitest';
import { createMagentoSimulator, type MagentoSimulator } from '../index.js';
import { type Json, type List, read, readAll, send, where } from '../testing.js';

const make = () => createMagentoSimulator({ orders: 150 });
const rows = (record: Json): Json[] => record.items as Json[];
const order = (simulator: MagentoSimulator, id: unknown) => read(simulator, `/rest/V1/orders/${id}`);
const method = (record: Json) => (record.payment as Json).method;
const isOnline = (record: Json) => ['braintree', 'paypal_express'].includes(String(method(record)));

/** The first order that fits. */
async function find(simulator: MagentoSimulator, fits: (record: Json) => boolean): Promise<Json> {
  const found = (await readAll(simulator, 'orders')).find(fits);
  if (!found) throw new Error('no such order in this shop');
  return found;
}

const tops = (record: Json) => rows(record).filter(item => item.parent_item_id === undefined);
const isUntouched = (record: Json) => record.state === 'new' && record.is_virtual === 0;

test('an order is invoiced in two parts, and then there is nothing left to invoice', async () => {
  const simulator = make();
  const { entity_id: id } = await find(
    simulator,
    record => isUntouched(record) && tops(record).some(item => Number(item.qty_ordered) > 1),
  );
  const row = tops(await order(simulator, id)).find(item => Number(item.qty_ordered) > 1) ?? {};
  const part = { items: [{ order_item_id: row.item_id, qty: 1 }], notify: true, appendComment: true };
  const comment = { comment: 'First part', is_visible_on_front: 1 };
  const first = await send<string>(simulator, 'POST', `V1/order/${id}/invoice`, { ...part, comment });
  expect([first.status, typeof first.body]).toEqual([200, 'string']);
  const invoice = await read(simulator, `/rest/V1/invoices/${first.body}`);
  expect(invoice).toMatchObject({
    order_id: id,
    state: 2,
    total_qty: 1,
    comments: [{ comment: 'First part', is_visible_on_front: 1, is_customer_notified: 1 }],
  });
  expect(await order(simulator, id)).toMatchObject({ state: 'processing', total_paid: invoice.grand_total });
  const second = await send<string>(simulator, 'POST', `V1/order/${id}/invoice`, { capture: true });
  const all = await read<List>(simulator, `/rest/V1/invoices?${where(['order_id', 'eq', String(id)])}`);
  expect(all.items.map(item => String(item.entity_id))).toEqual([first.body, second.body]);
  const paid = await order(simulator, id);
  expect(paid.total_due).toBe(0);
  expect(Number(all.items[0]?.grand_total) + Number(all.items[1]?.grand_total)).toBeCloseTo(Number(paid.grand_total));
  const refused = await send(simulator, 'POST', `V1/order/${id}/invoice`, {});
  expect([refused.status, refused.body.message]).toEqual([400, expect.stringContaining('does not allow an invoice')]);
});

test('an invoice takes no more than is open, nothing of another order, and none of a held order', async () => {
  const simulator = make();
  const found = await find(simulator, isUntouched);
  const [row = {}] = tops(found);
  const invoice = (items: unknown) => send(simulator, 'POST', `V1/order/${found.entity_id}/invoice`, { items });
  const tooMany = await invoice([{ order_item_id: row.item_id, qty: Number(row.qty_ordered) + 1 }]);
  expect(tooMany.body.message).toContain('must not be greater than the uninvoiced quantity');
  expect((await invoice([{ order_item_id: 1_000_000, qty: 1 }])).body.message).toContain(
    'not part of the original order',
  );
  await send(simulator, 'POST', `V1/orders/${found.entity_id}/hold`);
  expect((await invoice([])).body.message).toContain('status of holded');
  expect((await order(simulator, found.entity_id)).total_invoiced).toBeUndefined();
});

test('an authorized order’s invoice stays open until it is captured, or is voided', async () => {
  const simulator = make();
  const authorized = (await readAll(simulator, 'orders')).filter(
    record => isOnline(record) && record.state === 'processing' && record.total_invoiced === undefined,
  );
  expect(authorized.length).toBeGreaterThan(1);
  const [one = {}, two = {}] = authorized;
  const { body: id } = await send<string>(simulator, 'POST', `V1/order/${one.entity_id}/invoice`, { capture: false });
  expect((await read(simulator, `/rest/V1/invoices/${id}`)).state).toBe(1);
  expect((await order(simulator, one.entity_id)).total_paid).toBeUndefined();
  expect(await send(simulator, 'POST', `V1/invoices/${id}/capture`)).toEqual({ status: 200, body: true });
  const invoice = await read(simulator, `/rest/V1/invoices/${id}`);
  const moves = await read<List>(
    simulator,
    `/rest/V1/transactions?${where(['order_id', 'eq', String(one.entity_id)], ['txn_type', 'eq', 'capture'])}`,
  );
  expect([invoice.state, moves.items[0]?.txn_id]).toEqual([2, invoice.transaction_id]);
  expect((await send(simulator, 'POST', `V1/invoices/${id}/capture`)).status).toBe(400);
  expect((await send(simulator, 'POST', `V1/invoices/${id}/void`)).status).toBe(400);

  const { body: other } = await send<string>(simulator, 'POST', `V1/order/${two.entity_id}/invoice`, {});
  expect(await send(simulator, 'POST', `V1/invoices/${other}/void`)).toEqual({ status: 200, body: true });
  expect((await read(simulator, `/rest/V1/invoices/${other}`)).state).toBe(3);
  expect((await order(simulator, two.entity_id)).total_invoiced).toBeUndefined();
  const again = await send<string>(simulator, 'POST', `V1/order/${two.entity_id}/invoice`, { capture: true });
  expect((await read(simulator, `/rest/V1/invoices/${again.body}`)).grand_total).toBe(two.grand_total);
});

test('what is shipped leaves its source, has its parcels, and completes a paid order', async () => {
  const simulator = make();
  const found = await find(
    simulator,
    record =>
      record.state === 'processing' &&
      record.total_due === 0 &&
      record.is_virtual === 0 &&
      rows(record).every(item => item.qty_shipped === 0 && item.product_type === 'simple' && item.product_id),
  );
  const stock = async () =>
    (await readAll(simulator, 'inventory/source-items')).find(
      item => item.sku === rows(found)[0]?.sku && item.source_code === 'default',
    );
  const before = Number((await stock())?.quantity);
  const tracks = [{ track_number: 'A1', title: 'Post', carrier_code: 'custom' }];
  const ship = (body: unknown) => send<Json & string>(simulator, 'POST', `V1/order/${found.entity_id}/ship`, body);
  const refused = await ship({ tracks: [{ ...tracks[0], track_number: '' }] });
  expect(refused.body.message).toBe('Shipment Document Validation Error(s):\nPlease enter a tracking number.');
  const from = (source_code: string) => ({ tracks, arguments: { extension_attributes: { source_code } } });
  expect((await ship(from('moon'))).status).toBe(404);
  const shipped = await ship(from('default'));
  const shipment = await read(simulator, `/rest/V1/shipment/${shipped.body}`);
  expect(shipment).toMatchObject({
    order_id: found.entity_id,
    tracks: [{ track_number: 'A1', title: 'Post', carrier_code: 'custom', parent_id: shipment.entity_id }],
    extension_attributes: { source_code: 'default' },
  });
  const complete = await order(simulator, found.entity_id);
  expect(complete.state).toBe('complete');
  expect(rows(complete).every(item => item.qty_shipped === item.qty_ordered)).toBe(true);
  expect(Number((await stock())?.quantity)).toBe(Math.max(0, before - Number(rows(found)[0]?.qty_ordered)));
  expect((await ship({})).body.message).toContain('does not allow a shipment');
});

test('a parcel can be told later, and taken back', async () => {
  const simulator = make();
  const [shipment = {}] = await readAll(simulator, 'shipments');
  const entity = {
    order_id: shipment.order_id,
    parent_id: shipment.entity_id,
    track_number: 'LATE-1',
    title: 'Courier',
    carrier_code: 'custom',
    weight: 1.5,
    qty: 1,
    description: 'Second box',
  };
  const added = await send(simulator, 'POST', 'V1/shipment/track', { entity });
  expect(added).toMatchObject({ status: 200, body: entity });
  const parcels = async () => (await read(simulator, `/rest/V1/shipment/${shipment.entity_id}`)).tracks as Json[];
  expect((await parcels()).map(track => track.track_number)).toContain('LATE-1');
  expect(await send(simulator, 'DELETE', `V1/shipment/track/${added.body.entity_id}`)).toEqual({
    status: 200,
    body: true,
  });
  expect(await parcels()).toEqual(shipment.tracks);
  const { description: _, ...incomplete } = entity;
  expect(await send(simulator, 'POST', 'V1/shipment/track', { entity: incomplete })).toMatchObject({
    status: 400,
    body: { parameters: { fieldName: 'description' } },
  });
  expect((await send(simulator, 'DELETE', `V1/shipment/track/${added.body.entity_id}`)).status).toBe(404);
});

test('an invoice is refunded online in part, then its order to the end, and not a cent more', async () => {
  const simulator = make();
  const found = await find(
    simulator,
    record => isOnline(record) && record.state === 'complete' && !record.total_refunded && tops(record).length > 1,
  );
  const [row = {}] = tops(found);
  const invoices = await read<List>(
    simulator,
    `/rest/V1/invoices?${where(['order_id', 'eq', String(found.entity_id)])}`,
  );
  const invoice = invoices.items[0] ?? {};
  const part = {
    isOnline: true,
    items: [{ order_item_id: row.item_id, qty: 1 }],
    arguments: { shipping_amount: 0, adjustment_negative: 0.5 },
  };
  const first = await send<string>(simulator, 'POST', `V1/invoice/${invoice.entity_id}/refund`, part);
  const memo = await read(simulator, `/rest/V1/creditmemo/${first.body}`);
  expect(memo).toMatchObject({ invoice_id: invoice.entity_id, shipping_amount: 0, adjustment: -0.5 });
  const refunds = await read<List>(
    simulator,
    `/rest/V1/transactions?${where(['order_id', 'eq', String(found.entity_id)], ['txn_type', 'eq', 'refund'])}`,
  );
  expect(refunds.items.map(transaction => transaction.txn_id)).toEqual([memo.transaction_id]);
  expect(await order(simulator, found.entity_id)).toMatchObject({
    state: 'complete',
    total_refunded: memo.grand_total,
    total_online_refunded: memo.grand_total,
  });
  const refund = (body: unknown) => send<Json & string>(simulator, 'POST', `V1/order/${found.entity_id}/refund`, body);
  const tooMuch = await refund({ items: [], arguments: { adjustment_positive: 10_000 } });
  expect([tooMuch.status, tooMuch.body.message]).toEqual([400, expect.stringContaining('The most money available')]);
  const nothing = await refund({ items: [{ order_item_id: row.item_id, qty: 0 }], arguments: { shipping_amount: 0 } });
  expect([nothing.status, nothing.body.message]).toEqual([400, expect.stringContaining('must be positive')]);
  const rest = await refund({ arguments: { adjustment_positive: 0.5 } });
  expect(rest.status).toBe(200);
  const closed = await order(simulator, found.entity_id);
  expect([closed.state, closed.total_refunded]).toEqual(['closed', closed.total_paid]);
  expect((await refund({})).status).toBe(400);
  expect((await send(simulator, 'PUT', `V1/creditmemo/${first.body}`)).status).toBe(400);
});

test('refunded units go back to the shelf when the request says so', async () => {
  const simulator = make();
  const found = await find(
    simulator,
    record =>
      record.state === 'complete' &&
      !record.total_refunded &&
      record.store_id === 1 &&
      tops(record)[0]?.product_type === 'simple',
  );
  const [row = {}] = tops(found);
  const quantity = async () =>
    (
      await read<List>(
        simulator,
        `/rest/V1/inventory/source-items?${where(['sku', 'eq', String(row.sku)], ['source_code', 'eq', 'sydney'])}`,
      )
    ).items[0]?.quantity;
  const before = await quantity();
  await send(simulator, 'POST', `V1/order/${found.entity_id}/refund`, {
    items: [{ order_item_id: row.item_id, qty: 1 }],
    arguments: { shipping_amount: 0, extension_attributes: { return_to_stock_items: [row.item_id] } },
  });
  expect(await quantity()).toBe(Number(before) + 1);
});

test('documents take comments, which their lists and they themselves show', async () => {
  const simulator = make();
  for (const [list, path] of [
    ['invoices', 'invoices'],
    ['creditmemos', 'creditmemo'],
    ['shipments', 'shipment'],
  ] as const) {
    const [first = {}] = await readAll(simulator, list);
    const entity = { comment: 'Noted', is_customer_notified: 0, is_visible_on_front: 1, parent_id: first.entity_id };
    const post = path === 'invoices' ? 'V1/invoices/comments' : `V1/${path}/${first.entity_id}/comments`;
    expect(await send(simulator, 'POST', post, { entity })).toMatchObject({ status: 200, body: entity });
    const comments = await read<List>(simulator, `/rest/V1/${path}/${first.entity_id}/comments?searchCriteria=`);
    expect(comments).toMatchObject({ items: [entity], total_count: 1 });
    expect((await read(simulator, `/rest/V1/${path}/${first.entity_id}`)).comments).toEqual(comments.items);
    expect((await send(simulator, 'POST', `V1/${path}/${first.entity_id}/emails`)).body).toBe(true);
    expect((await send(simulator, 'POST', `V1/${path}/999999999/emails`)).status).toBe(404);
  }
});
