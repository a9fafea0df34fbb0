import { beforeAll, describe, expect, test } from 'vitest';
import { createMagentoSimulator } from './index.js';
import { type Json, readAll } from './testing.js';

/** Whole ten-thousandths, so that sums are exact whatever noise the numbers carry. */
const units = (value: unknown): number =>
  value === undefined || value === null ? 0 : Math.round(Number(value) * 10_000);
const amount = (record: Json, key: string): number => units(record[key]);
const total = (records: readonly Json[], key: string): number =>
  records.reduce((sum, record) => sum + amount(record, key), 0);
const list = (record: Json, key: string): Json[] => (record[key] ?? []) as Json[];
const inner = (record: Json, key: string): Json => (record[key] ?? {}) as Json;
const extension = (record: Json): Json => inner(record, 'extension_attributes');
const tops = (order: Json): Json[] => list(order, 'items').filter(item => item.parent_item_id === undefined);

let orders: Json[];
let invoicesOf: Map<unknown, Json[]>;
let memosOf: Map<unknown, Json[]>;

const byOrder = (documents: readonly Json[]): Map<unknown, Json[]> => {
  const groups = new Map<unknown, Json[]>();
  for (const document of documents) groups.set(document.order_id, [...(groups.get(document.order_id) ?? []), document]);
  return groups;
};

beforeAll(async () => {
  const simulator = createMagentoSimulator({ orders: 2000, seed: 5 });
  simulator.advance(300);
  orders = await readAll(simulator, 'orders');
  invoicesOf = byOrder(await readAll(simulator, 'invoices'));
  memosOf = byOrder(await readAll(simulator, 'creditmemos'));
}, 60_000);

/** Names of the orders that break a rule. */
const breaking = (holds: (order: Json) => boolean): unknown[] =>
  orders.filter(order => !holds(order)).map(order => order.increment_id);

describe.each(['', 'base_'])('amounts with prefix "%s"', prefix => {
  const compensationOfShipping =
    prefix === '' ? 'shipping_discount_tax_compensation_amount' : 'base_shipping_discount_tax_compensation_amnt';
  const feeRow = prefix === '' ? 'weee_tax_applied_row_amount' : 'base_weee_tax_applied_row_amnt';
  const of = (record: Json, key: string) => amount(record, prefix + key);
  const sum = (records: readonly Json[], key: string) => total(records, prefix + key);
  const taken = (record: Json) =>
    of(extension(record), 'gift_cards_amount') + of(extension(record), 'customer_balance_amount');
  const wrapping = (record: Json) => units(extension(record)[prefix === '' ? 'gw_price' : 'gw_base_price']);
  const parts = (record: Json, items: readonly Json[]) =>
    of(record, 'subtotal') +
    of(record, 'discount_amount') +
    of(record, 'shipping_amount') +
    of(record, 'tax_amount') +
    of(record, 'discount_tax_compensation_amount') +
    amount(record, compensationOfShipping) +
    total(items, feeRow) +
    wrapping(record) -
    taken(record);

  test('the grand total is the sum of its parts, less gift cards and store credit', () => {
    expect(breaking(order => of(order, 'grand_total') === parts(order, tops(order)))).toEqual([]);
  });

  test('rows without a parent add up to the subtotal, the tax and the discount', () => {
    expect(breaking(order => sum(tops(order), 'row_total') === of(order, 'subtotal'))).toEqual([]);
    expect(breaking(order => sum(tops(order), 'row_total_incl_tax') === of(order, 'subtotal_incl_tax'))).toEqual([]);
    expect(
      breaking(order => sum(tops(order), 'tax_amount') + of(order, 'shipping_tax_amount') === of(order, 'tax_amount')),
    ).toEqual([]);
    expect(
      breaking(
        order =>
          -sum(tops(order), 'discount_amount') - of(order, 'shipping_discount_amount') === of(order, 'discount_amount'),
      ),
    ).toEqual([]);
  });

  test('a row is its unit price times its quantity', () => {
    expect(
      breaking(order => tops(order).every(row => of(row, 'row_total') === of(row, 'price') * Number(row.qty_ordered))),
    ).toEqual([]);
  });

  test('where prices include tax, a row after discount costs its price with tax less the discount', () => {
    const inclusive = orders.filter(order => order.base_currency_code === 'AUD');
    expect(inclusive.some(order => of(order, 'discount_tax_compensation_amount') > 0)).toBe(true);
    const paid = (row: Json) =>
      of(row, 'row_total') -
      of(row, 'discount_amount') +
      of(row, 'tax_amount') +
      of(row, 'discount_tax_compensation_amount');
    const wrong = inclusive.filter(order =>
      tops(order).some(
        row => paid(row) !== of(row, 'price_incl_tax') * Number(row.qty_ordered) - of(row, 'discount_amount'),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('where prices exclude tax, tax is charged on what is left after the discount', () => {
    const exclusive = orders.filter(order => order.base_currency_code === 'USD');
    const decimals = (order: Json) => (prefix === '' && order.order_currency_code === 'JPY' ? 1 : 100);
    const near = (order: Json, row: Json) => {
      const exact = ((of(row, 'row_total') - of(row, 'discount_amount')) * Number(row.tax_percent)) / 100;
      return Math.abs(exact - of(row, 'tax_amount')) <= (10_000 / decimals(order)) * 3;
    };
    expect(exclusive.filter(order => !tops(order).every(row => near(order, row)))).toEqual([]);
    expect(exclusive.some(order => of(order, 'discount_tax_compensation_amount') !== 0)).toBe(false);
  });

  test('a bundle that costs what its parts cost repeats their sums', () => {
    const bundles = orders.flatMap(order => {
      const rows = list(order, 'items');
      return rows
        .filter(row => row.product_type === 'bundle')
        .map(row => ({ row, parts: rows.filter(part => part.parent_item_id === row.item_id) }));
    });
    const dynamic = bundles.filter(({ parts }) => sum(parts, 'row_total') > 0);
    expect(dynamic.length).toBeGreaterThan(0);
    expect(bundles.length).toBeGreaterThan(dynamic.length);
    for (const { row, parts } of dynamic) {
      for (const key of ['row_total', 'tax_amount', 'discount_amount']) expect(sum(parts, key)).toBe(of(row, key));
    }
  });

  test('invoices close like orders and add up to what was invoiced and paid', () => {
    for (const order of orders) {
      const invoices = invoicesOf.get(order.entity_id) ?? [];
      const fees = new Map(tops(order).map(row => [row.item_id, amount(row, feeRow) / Number(row.qty_ordered)]));
      for (const invoice of invoices) {
        const owed = list(invoice, 'items').reduce(
          (left, item) => left + (fees.get(item.order_item_id) ?? 0) * Number(item.qty),
          0,
        );
        expect(of(invoice, 'grand_total')).toBe(parts(invoice, []) + owed);
        expect(sum(list(invoice, 'items'), 'row_total')).toBe(of(invoice, 'subtotal'));
      }
      expect(sum(invoices, 'grand_total')).toBe(of(order, 'total_invoiced'));
      expect(
        sum(
          invoices.filter(invoice => invoice.state === 2),
          'grand_total',
        ),
      ).toBe(of(order, 'total_paid'));
      expect(sum(invoices, 'tax_amount')).toBe(of(order, 'tax_invoiced'));
    }
  });

  test('credit memos close with their adjustments and add up to what was refunded', () => {
    for (const order of orders) {
      const memos = memosOf.get(order.entity_id) ?? [];
      for (const memo of memos) {
        expect(of(memo, 'grand_total')).toBe(
          parts(memo, list(memo, 'items')) + of(memo, 'adjustment_positive') - of(memo, 'adjustment_negative'),
        );
        expect(sum(list(memo, 'items'), 'row_total')).toBe(of(memo, 'subtotal'));
        expect(of(memo, 'adjustment')).toBe(of(memo, 'adjustment_positive') - of(memo, 'adjustment_negative'));
      }
      expect(sum(memos, 'grand_total')).toBe(of(order, 'total_refunded'));
      expect(of(order, 'total_online_refunded') + of(order, 'total_offline_refunded')).toBe(
        of(order, 'total_refunded'),
      );
      expect(sum(memos, 'discount_amount')).toBe(of(order, 'discount_refunded'));
      expect(sum(tops(order), 'amount_refunded')).toBe(of(order, 'subtotal_refunded'));
      if (prefix === '') expect(of(order, 'total_refunded')).toBeLessThanOrEqual(of(order, 'total_paid'));
    }
  });

  test('what is due and what was canceled follow from what was paid', () => {
    expect(
      breaking(order => of(order, 'total_due') === Math.max(0, of(order, 'grand_total') - of(order, 'total_paid'))),
    ).toEqual([]);
    const canceled = orders.filter(order => order.total_canceled !== undefined);
    expect(
      canceled.every(order => of(order, 'total_canceled') === of(order, 'grand_total') - of(order, 'total_paid')),
    ).toBe(true);
  });

  test('taxes by rate add up to the tax', () => {
    const key = prefix === '' ? 'amount' : 'base_amount';
    expect(breaking(order => total(list(extension(order), 'applied_taxes'), key) === of(order, 'tax_amount'))).toEqual(
      [],
    );
    const byRow = (order: Json) =>
      list(extension(order), 'item_applied_taxes').flatMap(row => list(row, 'applied_taxes'));
    expect(breaking(order => total(byRow(order), key) === of(order, 'tax_amount'))).toEqual([]);
  });
});

test('quantities never exceed what was ordered, and documents carry what the rows count', () => {
  for (const order of orders) {
    const counted = (documents: readonly Json[], id: unknown) =>
      documents
        .flatMap(document => list(document, 'items'))
        .filter(item => item.order_item_id === id)
        .reduce((left, item) => left + Number(item.qty), 0);
    for (const row of tops(order)) {
      expect(Number(row.qty_invoiced) + Number(row.qty_canceled)).toBeLessThanOrEqual(Number(row.qty_ordered));
      expect(Number(row.qty_refunded)).toBeLessThanOrEqual(Number(row.qty_invoiced));
      expect(counted(invoicesOf.get(order.entity_id) ?? [], row.item_id)).toBe(row.qty_invoiced);
      expect(counted(memosOf.get(order.entity_id) ?? [], row.item_id)).toBe(row.qty_refunded);
    }
  }
});

test('yen have no decimals', () => {
  const yen = orders.filter(order => order.order_currency_code === 'JPY');
  expect(yen.length).toBeGreaterThan(20);
  for (const order of yen) expect(amount(order, 'grand_total') % 10_000).toBe(0);
});
