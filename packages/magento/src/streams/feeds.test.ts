import { AuthError, RequestError } from '@cartograph/core';
import { expect, test } from 'vitest';
import { createMagentoClient } from '../client.js';
import { magento } from '../connector.js';
import type { ShipmentBody } from '../native/shipment.js';
import type { TaxBody } from '../native/tax.js';
import type { TransactionBody } from '../native/transaction.js';
import { open } from '../testing/open.js';
import { bearerConfig, refusal, scriptedHost } from '../testing/scripted.js';

const bodies = async <Body>(stream: string, shop = open()) => (await shop.read(stream)).map(({ body }) => body as Body);

test('a shipment carries the rows of a bundle only where it holds parts of one', async () => {
  const all = await bodies<ShipmentBody>('shipments', open({ orders: 400 }));
  const inParts = all.filter(({ rows }) => rows.length > 0);
  expect(inParts.length).toBeGreaterThan(0);
  expect(inParts.length).toBeLessThan(all.length / 4);
  for (const { shipment, rows } of inParts) {
    const shipped = shipment.items?.map(item => item.order_item_id);
    expect(rows.some(row => shipped?.includes(row.item_id) && row.parent_item_id != null)).toBe(true);
    expect(rows.some(row => row.parent_item_id == null)).toBe(true);
  }
});

test('labels and comments of shipments stay in the shop', async () => {
  const [first] = await bodies<ShipmentBody>('shipments');
  expect(first?.shipment).not.toHaveProperty('comments');
  expect(first?.shipment).toHaveProperty('tracks');
});

test('a capture comes with its invoice, a refund with its credit memo, and nothing else with anything', async () => {
  const all = await bodies<TransactionBody>('transactions', open({ orders: 400 }));
  const types = new Set(all.map(({ transaction }) => transaction.txn_type));
  expect(types).toEqual(new Set(['capture', 'refund', 'authorization', 'void']));
  for (const { transaction, documents } of all) {
    expect(transaction).not.toHaveProperty('child_transactions');
    const isMovement = transaction.txn_type === 'capture' || transaction.txn_type === 'refund';
    expect(documents.map(({ transaction_id }) => transaction_id)).toEqual(isMovement ? [transaction.txn_id] : []);
  }
});

test('documents are asked for only where a page has captures or refunds', async () => {
  const { read, paths } = open();
  await read('transactions', { since: '2030-01-01T00:00:00Z' });
  expect(paths).toEqual(['transactions']);
});

test('the rates of a rule that another rule is levied on top of are told apart', async () => {
  const compound = (await open().readModel('taxRates')).flatMap(({ resource, record }) =>
    resource === 'taxComponents' && record.isCompound ? [record.id] : [],
  );
  expect(compound).toEqual(['CA-QC-*-QST']);
  const [body] = await bodies<TaxBody>('taxRates');
  expect(body?.rules.every(rule => !('tax_rate_ids' in rule))).toBe(true);
});

test('without multi-source inventory there are the store views alone', async () => {
  const ids = (await open({ inventory: false }).read('locations')).map(({ id }) => id);
  expect(ids).toEqual(['store:1', 'store:2', 'store:3', 'store:4', 'store:5']);
});

const rights = {
  shipments: 'Magento_Sales::shipment',
  transactions: 'Magento_Sales::transactions_fetch',
  creditmemos: 'Magento_Sales::sales_creditmemo',
  customers: 'Magento_Customer::customer',
  products: 'Magento_Catalog::products',
  categories: 'Magento_Catalog::categories',
  taxRates: 'Magento_Tax::manage_tax',
  locations: 'Magento_InventoryApi::source',
};

test.each(Object.entries(rights))('%s that lack the right %s fail alone, and name it', async (stream, right) => {
  const failure = await open({ denied: [right] })
    .read(stream)
    .catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(RequestError);
  expect(failure).toMatchObject({ recovery: 'stop' });
  expect(String(failure)).toContain(`they lack the right ${right}`);
});

test('credentials that are dead end everything', async () => {
  const shop = open({ denied: ['Magento_Sales::shipment', 'Magento_Backend::store'] });
  await expect(shop.read('shipments')).rejects.toThrow(AuthError);
});

test('a list in its envelope, a bare list and one record give the same', () => {
  const shipment = { entity_id: 7, order_id: 1, items: [{ order_item_id: 2, qty: 1 }] };
  const records = (payload: unknown) => magento.streams.shipments?.records(payload);
  expect(records({ items: [shipment], search_criteria: {}, total_count: 1 })).toEqual(records([shipment]));
  expect(records(shipment)).toEqual(records([shipment]));
  expect(records({ shipment, rows: [] })).toEqual(records([shipment]));
});

test.each([
  ['invoices', 'invoices/7'],
  ['creditMemos', 'creditmemo/7'],
  ['shipments', 'shipment/7'],
  ['transactions', 'transactions/7'],
  ['customers', 'customers/7'],
  ['categories', 'categories/7'],
  ['taxRates', 'taxRates/7'],
  ['taxRules', 'taxRules/7'],
] as const)('the client gets one of its %s at %s', async (resource, path) => {
  const host = scriptedHost(() => ({ id: 7 }));
  expect(await createMagentoClient(bearerConfig, host)[resource].get(7)).toEqual({ id: 7 });
  expect(host.seen.map(seen => seen.path)).toEqual([`/eu/rest/all/V1/${path}`]);
});

test('what is not there is told with the shop’s own words', async () => {
  const host = scriptedHost(() => refusal(404, "The entity that was requested doesn't exist."));
  await expect(createMagentoClient(bearerConfig, host).shipments.get(9)).rejects.toThrow("doesn't exist");
});
