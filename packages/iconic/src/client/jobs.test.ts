import { RequestError, TransportError } from '@cartograph/core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Product } from '../records/product.js';
import { openShop, taken } from '../testing/shop.js';
import { fieldErrorsOf } from './field-errors.js';

type Shop = ReturnType<typeof openShop>;
let shop: Shop;
let client: Shop['client'];
let product: Product;
beforeEach(async () => {
  shop = openShop({ orders: 800 });
  client = shop.client;
  const products = await client.products.list();
  product = products.find(({ status, shipmentTypeId }) => status === 'active' && shipmentTypeId === 2) as Product;
  shop.requests.length = 0;
});

const csv = (text: string) => ({ name: 'rows.csv', data: text, type: 'text/csv' });
const textOf = ({ data }: { readonly data: Uint8Array }) => new TextDecoder().decode(data);

describe('exports', () => {
  test('are waited for, and downloaded as what they are', async () => {
    const { exportItemId } = await client.exports.products({ status: 'active' });
    const finished = await client.exports.wait(exportItemId ?? 0);
    expect(finished.status).toBe('Finished');
    const file = await client.files.download(finished.uuid ?? '');
    expect(file.type).toBe('text/csv');
    expect(textOf(file)).toContain(product.sellerSku ?? '');
    expect(shop.calls().filter(call => call.startsWith('GET /v2/exports/'))).toHaveLength(3);
  });

  test('are listed by kind, twenty a page', async () => {
    for (let made = 0; made < 22; made += 1) await client.exports.images();
    const rows = await taken(client.exports.iterate({ exportActions: ['images'] }));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(22);
    await expect(client.exports.list({ exportActions: ['images'], limit: 21 })).rejects.toThrow('"limit"');
  });

  test('of reports are files at once', async () => {
    const report = { locale: 'en_AU', currency: 'AUD' };
    const { fileUuid } = await client.exports.salesReport(report);
    expect((await client.files.wait(fileUuid ?? '')).data.length).toBeGreaterThan(0);
    // @ts-expect-error: the kinds of transactions are missing
    await expect(client.exports.transactions(report)).rejects.toThrow('"transactionTypeIds" is missing');
  });

  test('of documents are of orders or of items, never of both', async () => {
    const [item] = (await client.orderItems.list({ status: ['shipped'], limit: 1 })).items;
    const labels = await client.documents.export({
      orderItemIds: [item?.id ?? 0],
      documentType: ['shippingLabel', 'invoice'],
    });
    expect((await client.exports.wait(labels.id ?? 0)).status).toBe('Finished');
    const sent = (await shop.requests.find(({ url }) => url.endsWith('/export-document'))?.json()) as object;
    expect(sent).toEqual({ orderItemIds: [item?.id], documentType: 'shippingLabel,invoice' });
    const both = { orderIds: [1], orderItemIds: [1], documentType: 'invoice' } as const;
    await expect(client.documents.export(both)).rejects.toThrow('nothing was sent');
  });

  test('that wait too long, or for something else than they get, are errors', async () => {
    const { exportItemId } = await client.exports.users();
    const late = client.exports.wait(exportItemId ?? 0, { everyMs: 5000, forMs: 4000 });
    await expect(late).rejects.toThrow(TransportError);
    await expect(client.files.wait('none')).rejects.toMatchObject({ context: { status: 404 } });
  });

  test('are no longer waited for once the signal says so', async () => {
    const { exportItemId } = await client.exports.users();
    const reason = new Error('closing');
    await expect(client.exports.wait(exportItemId ?? 0, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

describe('imports', () => {
  test('are feeds, whose failed rows are told', async () => {
    const accepted = await client.imports.stock(csv(`SellerSku;Quantity\n${product.sellerSku};17\nNOBODY;3`));
    const feed = await client.feeds.wait(accepted.feedUuid ?? '');
    expect(feed.errors).toMatchObject([{ sellerSku: 'NOBODY' }]);
    expect((await client.stock.get(product.id)).quantity).toBe(17);
    expect((await client.feeds.count()).finished).toBe(1);
    expect((await taken(client.feeds.iterate())).map(({ id }) => id)).toHaveLength(1);
    expect((await client.feeds.rawInput([accepted.feedUuid ?? '']))[0]?.FeedUuid).toBe(accepted.feedUuid);
  });

  test('that are canceled end the waiting with an error', async () => {
    const { feedUuid } = await client.imports.stock(csv(`SellerSku;Quantity\n${product.sellerSku};17`));
    await client.feeds.delete(feedUuid ?? '');
    await expect(client.feeds.wait(feedUuid ?? '')).rejects.toThrow(`feed ${feedUuid} ended as Canceled`);
  });

  test('of orders say what they are', async () => {
    await client.imports.orders('to-shipped', csv('OrderItemId\n1'));
    const form = await (shop.requests.at(-1) as Request).formData();
    expect([form.get('type'), (form.get('file1') as File).name]).toEqual(['to-shipped', 'rows.csv']);
    // @ts-expect-error: no such kind
    await expect(client.imports.orders('to-sent', csv('1'))).rejects.toThrow('must be one of');
  });

  test('as XML set stock, with what they hold escaped', async () => {
    const reply = await client.imports.stockXml([{ sellerSku: product.sellerSku ?? '', quantity: 23 }]);
    expect(reply.requestId).toBeTruthy();
    await client.imports.stockXml([{ sellerSku: 'A<&>"B', quantity: 1 }]).catch(() => {});
    expect(await shop.requests.at(-1)?.text()).toContain('<SellerSku>A&lt;&amp;&gt;&quot;B</SellerSku>');
  });

  test('as XML are errors where the platform refuses with 200', async () => {
    const error = await client.imports.productsXml('<Request/>').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RequestError);
    expect(String(error)).toContain('E030');
    expect(error).toMatchObject({ context: { status: 200, code: expect.any(String) } });
    expect(Array.isArray(fieldErrorsOf(error))).toBe(true);
  });
});

describe('templates and manifests', () => {
  test('a template is a file, or a job that makes one', async () => {
    const file = await client.templates.download('stock-update');
    expect(textOf(file)).toContain('SellerSku');
    const { exportItemId } = await client.templates.export('order-status-change', {
      type: 'order-items',
      status: 'pending',
    });
    expect((await client.exports.wait(exportItemId ?? 0)).status).toBe('Finished');
  });

  test('a manifest holds parcels, and ships them', async () => {
    const pending = await client.orderItems.list({ status: ['pending'], shipmentType: 'dropshipping', limit: 1 });
    const id = pending.items[0]?.id ?? 0;
    await client.orders.setToReadyToShip({ orderItems: [{ id }], trackingNumber: '', deliveryType: 'pickup' });
    const { manifestId } = await client.manifests.create([id]);
    expect((await client.manifests.get(manifestId)).orderItems?.map(row => row.orderItemId)).toEqual([id]);
    const [shipped] = await client.manifests.setToShipped([manifestId]);
    expect(shipped?.status).toBe('forward_shipped');
    const listed = await taken(client.manifests.iterate({ orderItemIds: [id] }));
    expect(listed.map(row => row.manifestId)).toEqual([manifestId]);
    expect((await client.orderItems.get(id))?.status).toBe('shipped');
  });
});
