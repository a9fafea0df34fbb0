import { beforeAll, describe, expect, test } from 'vitest';
import { signatureOf } from '../signing.js';
import { createIconicSimulator } from '../simulator.js';
import { cents, connect, type OrderJson, type TestClient, type TransactionJson } from '../testing.js';

interface StatementJson {
  readonly id: number;
  readonly startDate: string;
  readonly openingBalance: number;
  readonly closingBalance: number;
  readonly payoutAmount: number;
  readonly guaranteeDeposit: number;
  readonly paid: boolean;
  readonly paidAt: string | null;
  readonly country: string;
  readonly type: string;
}

interface DetailsJson {
  readonly details: {
    readonly order: { readonly subtotal: number };
    readonly refunds: { readonly subtotal: number };
    readonly others: { readonly others: { readonly total: number } };
  };
}

const simulator = createIconicSimulator({ orders: 600 });
let client: TestClient;
let ledger: TransactionJson[];
let marketplace: TransactionJson[];
let orders: OrderJson[];

beforeAll(async () => {
  client = await connect(simulator);
  const rowsOf = (type: string) =>
    client.all<TransactionJson>(`/v2/finance/transactions?sort=id&sortDir=asc&statementType=${type}`, 1000);
  marketplace = await rowsOf('marketplace');
  ledger = [...marketplace, ...(await rowsOf('consignment'))].sort((left, right) => left.id - right.id);
  orders = await client.all<OrderJson>('/v2/orders?includeVoucherDetails=1');
});

const total = (rows: readonly TransactionJson[]) => rows.reduce((sum, row) => sum + cents(row.amount), 0);

test('the ledger is listed to its end, by id and by date', () => {
  expect(ledger.map(row => String(row.id))).toEqual(simulator.truth().transactions);
  const dates = ledger.map(row => Date.parse(row.date));
  expect(dates).toEqual([...dates].sort((left, right) => left - right));
});

test('every unit earns what was paid for it, less commission, and gives it back when it returns', () => {
  const byItem = new Map<number | null, TransactionJson[]>();
  for (const row of ledger) byItem.set(row.orderItemId, [...(byItem.get(row.orderItemId) ?? []), row]);
  for (const order of orders.filter(candidate => !Object(candidate).payoutPending)) {
    for (const item of order.items) {
      const amounts = new Map((byItem.get(item.id) ?? []).map(row => [row.typeId, cents(row.amount)]));
      const shipped = item.paidCommission !== null;
      const undone = item.status === 'returned' || item.status === 'failed';
      const [paid, commission] = [cents(item.paidPrice), cents(item.paidCommission)];
      expect([amounts.has(3), amounts.has(16), amounts.has(31), amounts.has(32)]).toEqual([
        shipped,
        shipped,
        undone,
        undone,
      ]);
      expect(amounts.get(3) ?? paid).toBe(paid);
      expect((amounts.get(16) ?? -commission) + commission).toBe(0);
      expect((amounts.get(31) ?? -paid) + paid).toBe(0);
      expect(amounts.get(32) ?? commission).toBe(commission);
      const funded = item.vouchers.map(voucher => cents(voucher.amount) - cents(voucher.amountFundedBySeller));
      if (shipped && order.voucher.code) expect(amounts.get(12) ?? 0).toBe(funded[0] ?? 0);
    }
  }
});

describe('statements', () => {
  test('carry on from one another and hold exactly their rows', async () => {
    const listed = (type: string) =>
      client.all<StatementJson>(`/v2/finance/statements?sort=startDate&sortDir=asc&type=${type}`);
    const statements = [...(await listed('marketplace')), ...(await listed('consignment'))];
    for (const [country, type] of ['AU', 'NZ'].flatMap(at => [
      [at, 'marketplace'] as const,
      [at, 'consignment'] as const,
    ])) {
      let opening = 0;
      const own = statements.filter(statement => statement.country === country && statement.type === type);
      expect(own.at(-1)).toMatchObject({ id: 0, paid: false, paidAt: null });
      for (const statement of own) {
        const rows = ledger.filter(
          row => row.statementId === statement.id && row.country === country && row.statementType === type,
        );
        expect(cents(statement.openingBalance)).toBe(opening);
        expect(cents(statement.closingBalance)).toBe(opening + total(rows));
        expect(cents(statement.payoutAmount)).toBe(
          Math.max(0, cents(statement.closingBalance) - cents(statement.guaranteeDeposit)),
        );
        opening = cents(statement.closingBalance) - cents(statement.payoutAmount);
      }
    }
  });

  test('run from the 1st and from the 15th in Sydney', async () => {
    const statements = await client.all<StatementJson>('/v2/finance/statements?country=AU');
    expect(statements.length).toBe(25);
    for (const { startDate } of statements) expect(startDate).toMatch(/-(01|15)T00:00:00\.000000\+1[01]:00$/);
  });

  test('break down into sections that sum to the change of the balance', async () => {
    const [statement] = await client.all<StatementJson>('/v2/finance/statements?country=AU&paid=1');
    const { details } = await client.read<DetailsJson>(`/v2/finance/statements/${statement?.id}/details`);
    expect(cents(details.order.subtotal) + cents(details.refunds.subtotal) + cents(details.others.others.total)).toBe(
      cents(statement?.closingBalance) - cents(statement?.openingBalance),
    );
  });

  test('that are open are reached by country and have no id', async () => {
    const current = await client.read<Record<string, unknown>>('/v2/finance/statements/current/NZ');
    expect(current).not.toHaveProperty('id');
    expect(current).toMatchObject({ country: 'NZ', currency: 'NZD', paid: false, dueDate: null });
    expect((await client.request('/v2/finance/statements/current/SG')).status).toBe(404);
  });
});

describe('transactions', () => {
  const find = (query: string) => client.all<TransactionJson>(`/v2/finance/transactions?sortDir=asc&${query}`, 1000);

  test('are filtered by statement, type, order and date', async () => {
    const sample = marketplace.find(row => row.typeId === 31) as TransactionJson;
    expect(await find(`statementIds[]=${sample.statementId}`)).toEqual(
      marketplace.filter(row => row.statementId === sample.statementId),
    );
    expect(await find('typeIds[]=31')).toEqual(marketplace.filter(row => row.typeId === 31));
    expect(await find(`orderNumbers[]=${sample.orderNumber}`)).toEqual(
      marketplace.filter(row => row.orderNumber === sample.orderNumber),
    );
    const moment = encodeURIComponent(sample.date);
    expect(await find(`startDate=${moment}&endDate=${moment}`)).toContainEqual(sample);
  });

  test('ignore a filter that has another version’s name', async () => {
    expect((await find('products[]=nothing')).length).toBe(marketplace.length);
    expect(await find('product[]=nothing')).toEqual([]);
  });

  test('of version 2.1 have the same numbers and amounts but no id', async () => {
    const rows = await client.all<Record<string, unknown>>(
      '/v2.1/finance/transactions?sort=transactionNumber&sortDir=asc',
      1000,
    );
    expect(rows.map(row => Object(row.amount).value)).toEqual(marketplace.map(row => row.amount));
    expect(rows[0]).not.toHaveProperty('id');
  });

  test('have types whose section explains their sign, one of them undocumented', async () => {
    const types = await client.read<{ id: number; type: string; accountStatementSection: string }[]>(
      '/v2/finance/transaction/types',
    );
    expect(types.map(type => type.accountStatementSection)).toContain('marketing_services');
    for (const row of ledger.filter(({ amount }) => amount !== 0)) {
      expect(types.find(type => type.id === row.typeId)?.type).toBe(row.amount > 0 ? 'credit' : 'debit');
    }
  });
});

test('a unit’s payout and an order’s summary are the sums of their rows', async () => {
  const { items } = await client.read<{ items: { orderItemId: number; orderId: number; payoutAmount: number }[] }>(
    '/v2/finance/order-item-transactions?limit=20',
  );
  for (const row of items) {
    expect(cents(row.payoutAmount)).toBe(total(ledger.filter(({ orderItemId }) => orderItemId === row.orderItemId)));
  }
  const [first] = items;
  const finance = await client.read<{ grandTotal: number; transactionSummary: { amount: number }[] }>(
    `/v2/order/${first?.orderId}/finance`,
  );
  const order = orders.find(({ id }) => id === first?.orderId);
  expect(finance.transactionSummary.reduce((sum, { amount }) => sum + cents(amount), 0)).toBe(
    total(ledger.filter(row => row.orderNumber === order?.number)),
  );
});

describe('what each unit earned', () => {
  interface PayoutJson {
    readonly orderItemId: number;
    readonly payoutAmount: number;
  }
  const list = (query: string) => client.all<PayoutJson>(`/v2/finance/order-item-transactions?${query}`);

  test('is sorted by the amount', async () => {
    const rows = await list('sort=payoutAmount&sortDir=asc');
    const amounts = rows.map(({ payoutAmount }) => cents(payoutAmount));
    expect(amounts).toEqual(amounts.toSorted((left, right) => left - right));
    expect(new Set(amounts).size).toBeGreaterThan(1);
  });

  test('is found by product and by the way it was sent', async () => {
    const items = new Map(orders.flatMap(order => order.items).map(item => [item.id, item]));
    const all = await list('');
    const sku = items.get(all[0]?.orderItemId ?? 0)?.product.sku;
    const found = await list(`productSkus[]=${sku}`);
    expect(found.map(row => row.orderItemId)).toEqual(
      all.map(row => row.orderItemId).filter(id => items.get(id)?.product.sku === sku),
    );
    const docked = await list('shipmentTypes[]=cross-docking');
    for (const { orderItemId } of docked) {
      expect(items.get(orderItemId)?.shipment).toMatchObject({ type: 'crossdocking' });
    }
    expect(docked.length).toBeGreaterThan(0);
  });
});

test('rows of the ledger are found by the id that the shop has for the unit', async () => {
  const [row] = ledger.filter(({ orderItemId }) => orderItemId !== null);
  const unit = orders.flatMap(order => order.items).find(({ id }) => id === row?.orderItemId);
  const ids = async (path: string) => (await client.all<TransactionJson>(path)).map(({ orderItemId }) => orderItemId);
  const found = await ids(`/v2/finance/transactions?orderItemSrcId=${unit?.srcId}`);
  expect(new Set(found)).toEqual(new Set([row?.orderItemId]));
  expect(await client.all(`/v2.1/finance/transactions?orderItemSrcIds[]=${unit?.srcId}`)).toHaveLength(found.length);
});

test('the statement to come opens with what the open one leaves', async () => {
  const open = await client.read<{ closingBalance: number; payoutAmount: number; endDate: string }>(
    '/v2/finance/statements/current/NZ',
  );
  const [next] = await client.read<{ openingBalance: number; startDate: string; paid: boolean }[]>(
    '/v2/finance/statements/future/NZ',
  );
  expect(cents(next?.openingBalance)).toBe(cents(open.closingBalance) - cents(open.payoutAmount));
  expect(Date.parse(next?.startDate ?? '') - Date.parse(open.endDate)).toBe(1000);
  const details = '/v2/finance/statements/future/NZ/details';
  expect(await client.read(`${details}?startDate=2026-07-01&endDate=2026-07-14`)).toMatchObject({ currency: 'NZD' });
  expect((await client.request(details)).status).toBe(400);
});

describe('a manual booking', () => {
  const body =
    '{"sellerId":5623,"transactionTypeId":22,"accountStatementGroupId":7,"value":-12.5,"currency":"AUD","description":"Manual adjustment","referenceId":1111}';
  const secret = 'test-secret-0123456789';
  const signature = '4dd62e2eb12b669e3bef1ea6ef11aab513db8b43db5f0f9cbd8e3348748cc277';
  const nonce = '0123456789abcdef0123456789abcdef01234567';
  const signed = (changes: Record<string, string> = {}, text = body): RequestInit => ({
    method: 'POST',
    body: text,
    headers: {
      'content-type': 'application/json',
      'x-timestamp': '1735689600',
      'x-nonce': nonce,
      'x-signature-algorithm': 'HMAC-SHA256',
      'x-signature': signature,
      ...changes,
    },
  });
  const open = () => connect(createIconicSimulator({ orders: 20, clientSecret: secret }));

  test('with a right signature enters the open statement, and its nonce is used up', async () => {
    const shop = await open();
    const response = await shop.request('/v2/finance/transaction', signed());
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({ value: -12.5, transactionTypeId: 22, transactionStatementId: null });
    const [latest] = await shop.all<TransactionJson>('/v2/finance/transactions?sortDir=desc');
    expect(latest).toMatchObject({ amount: -12.5, statementId: 0, comment: 'Manual adjustment' });
    expect((await shop.request('/v2/finance/transaction', signed())).status).toBe(403);
  });

  test.each([
    ['a wrong signature', signed({ 'x-signature': signature.replace('4', '5') })],
    ['another body', signed({}, body.replace('12.5', '99.5'))],
    ['a nonce of more than forty characters', signed({ 'x-nonce': `${nonce}0` })],
    ['another algorithm', signed({ 'x-signature-algorithm': 'HMAC-SHA1' })],
    ['no signature', { method: 'POST', body }],
  ])('with %s is refused', async (_, request) => {
    expect((await (await open()).request('/v2/finance/transaction', request)).status).toBe(403);
  });

  test('that lacks a value is named in the refusal', async () => {
    const text = '{"sellerId":5623}';
    const parts = { method: 'POST', target: '/v2/finance/transaction', timestamp: '1735689600', nonce, body: text };
    const request = signed({ 'x-signature': signatureOf(parts, secret) }, text);
    const response = await (await open()).request('/v2/finance/transaction', request);
    expect(response.status).toBe(400);
    expect(Object(await response.json()).violations).toContainEqual(expect.objectContaining({ propertyPath: 'value' }));
  });
});
