import { InputError } from '@cartograph/core';
import { beforeEach, describe, expect, test } from 'vitest';
import { openShop, taken } from '../testing/shop.js';

type Shop = ReturnType<typeof openShop>;
let shop: Shop;
let client: Shop['client'];
beforeEach(() => {
  shop = openShop({ orders: 300 });
  client = shop.client;
});

describe('statements', () => {
  test('are listed with filters, and told in detail', async () => {
    const rows = await taken(client.statements.iterate({ type: 'marketplace', country: 'AU', paid: true }));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ paid, country }) => paid === true && country === 'AU')).toBe(true);
    const unpaid = await taken(client.statements.iterate({ type: 'marketplace', country: 'AU', paid: false }));
    expect(unpaid.every(({ paid }) => paid === false)).toBe(true);
    const [first] = rows;
    expect(await client.statements.get(first?.id ?? 0)).toEqual(first);
    const { details } = await client.statements.details(first?.id ?? 0);
    expect(details?.order?.itemRevenue?.total).toBeDefined();
  });

  test('of the open period have no id, and are told in detail too', async () => {
    const current = await client.statements.current('AU', 'marketplace');
    expect([current.currency, current.paid]).toEqual(['AUD', false]);
    expect((await client.statements.currentDetails('AU')).details?.order?.subtotal).toBeDefined();
    await expect(client.statements.current('Australia')).rejects.toThrow(InputError);
  });

  test('to come are a list, which may be empty', async () => {
    expect(Array.isArray(await client.statements.future('AU'))).toBe(true);
  });
});

describe('the ledger', () => {
  test('is filtered, and in its later form has the same rows', async () => {
    const [statement] = await taken(
      client.statements.iterate({ type: 'marketplace', sort: 'startDate', sortDir: 'asc' }),
    );
    const rows = await taken(client.transactions.iterate({ statementIds: [statement?.id ?? 0] }));
    const later = await taken(client.unifiedTransactions.iterate({ statementId: statement?.id ?? 0 }));
    expect(rows.length).toBeGreaterThan(0);
    expect(later.map(row => row.transactionNumber).toSorted()).toEqual(rows.map(row => row.number).toSorted());
  });

  test('names its types, groups and what books them', async () => {
    const [types, groups, events] = await Promise.all([
      client.transactionTypes.list(),
      client.statementGroups.list({ statementType: 'marketplace' }),
      client.triggerEvents.list(),
    ]);
    expect([types.length, groups.length, events.length].every(count => count > 0)).toBe(true);
  });

  test('a filter that the platform passes over is refused', async () => {
    // @ts-expect-error: the platform knows the singular alone, and answers the plural with the whole ledger
    await expect(client.transactions.list({ products: ['A'] })).rejects.toThrow('"products" is not known here');
    expect(shop.requests).toEqual([]);
  });

  test('takes a correction that is signed', async () => {
    const { id } = await client.seller.get();
    const [type] = await client.transactionTypes.list();
    const input = { accountStatementGroupId: 7, transactionTypeId: type?.id ?? 0, value: '-12.50', currency: 'AUD' };
    const booked = await client.transactions.create({ ...input, sellerId: id, description: 'Adjustment' });
    expect(Number(booked.value)).toBe(-12.5);
    expect(shop.requests.at(-1)?.headers.get('x-signature')).toMatch(/^[0-9a-f]{64}$/);
    // @ts-expect-error: no currency
    await expect(client.transactions.create({ ...input, currency: undefined, sellerId: id })).rejects.toThrow(
      '"currency"',
    );
  });

  test('is known by items, a hundred a request, in the oldest calls', async () => {
    const items = await taken(client.orderItems.iterate({ status: ['delivered'] }));
    const ids = items.slice(0, 130).map(({ id }) => id);
    shop.requests.length = 0;
    const rows = await client.legacyFinance.transactions(ids);
    expect(rows.length).toBeGreaterThan(0);
    expect(shop.calls()).toEqual(['GET /v2/transactions', 'GET /v2/transactions']);
  });

  test('is summed for each item', async () => {
    const paid = await client.itemPayouts.list({ payoutStatus: 'paid', limit: 5 });
    expect(paid.items.every(({ payoutStatus, orderId }) => payoutStatus === 'paid' && orderId)).toBe(true);
  });
});
