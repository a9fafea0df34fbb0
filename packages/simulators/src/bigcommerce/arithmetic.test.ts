import { describe, expect, test } from 'vitest';
import { type Json, type OrderJson, openShop, units } from './testing.js';

const { read, allV2, allV3 } = openShop({ seed: 11, orders: 2000 });

interface Discount extends Json {
  readonly id: string;
  readonly amount: string;
}

interface Line extends Json {
  readonly id: number;
  readonly quantity: number;
  readonly applied_discounts: readonly Discount[];
}

interface Refund extends Json {
  readonly id: number;
  readonly order_id: number;
  readonly items: readonly (Json & { readonly adjustments: readonly { readonly amount: number }[] })[];
  readonly payments: readonly (Json & { readonly is_declined: boolean })[];
}

interface Story {
  readonly order: OrderJson & { readonly fees: readonly Json[] };
  readonly lines: readonly Line[];
  readonly taxes: readonly Json[];
  readonly coupons: readonly Json[];
  readonly addresses: readonly Json[];
  readonly transactions: readonly Json[];
  readonly refunds: readonly Refund[];
}

const refunds = await allV3<Refund>('/v3/orders/payment_actions/refunds?limit=250');
const stories: Story[] = [];
for (const order of await allV2<Story['order']>('/v2/orders?limit=250&include=fees')) {
  const below = <T>(name: string) => read<T[]>(`/v2/orders/${order.id}/${name}`);
  const paid = await read<{ data?: Json[] }>(`/v3/orders/${order.id}/transactions?limit=250`);
  stories.push({
    order,
    lines: await below<Line>('products?limit=250'),
    taxes: await below('taxes?details=true&limit=250'),
    coupons: await below('coupons'),
    addresses: await below('shipping_addresses'),
    transactions: paid.data ?? [],
    refunds: refunds.filter(({ order_id }) => order_id === order.id),
  });
}

const sum = (rows: readonly Json[], field: string) => rows.reduce((total, row) => total + units(row[field]), 0);
const field = (row: Json, name: string) => units(row[name]);
const every = (check: (story: Story) => void) => {
  for (const story of stories) {
    try {
      check(story);
    } catch (cause) {
      throw new Error(`order ${story.order.id} does not add up`, { cause });
    }
  }
};

describe('every order of a shop of 2,000', () => {
  test('the total with tax is the one without, and the tax', () =>
    every(({ order }) => {
      expect(field(order, 'total_ex_tax') + field(order, 'total_tax')).toBe(field(order, 'total_inc_tax'));
    }));

  test('the side that it is priced on is exact: parts less discounts', () =>
    every(({ order }) => {
      const side = order.is_tax_inclusive_pricing ? 'inc_tax' : 'ex_tax';
      const parts = ['subtotal', 'shipping_cost', 'handling_cost', 'wrapping_cost'].map(name =>
        field(order, `${name}_${side}`),
      );
      const whole = parts.reduce((left, right) => left + right, 0) + sum(order.fees, `cost_${side}`);
      expect(whole - field(order, 'discount_amount') - field(order, 'coupon_discount')).toBe(
        field(order, `total_${side}`),
      );
    }));

  test('the tax is the tax of its parts, and of all tax rows', () =>
    every(({ order, taxes }) => {
      const parts = ['subtotal_tax', 'shipping_cost_tax', 'handling_cost_tax', 'wrapping_cost_tax'].map(name =>
        field(order, name),
      );
      const whole = parts.reduce((left, right) => left + right, 0) + sum(order.fees, 'cost_tax');
      expect(whole).toBe(field(order, 'total_tax'));
      expect(sum(taxes, 'line_amount')).toBe(field(order, 'total_tax'));
      const of = (type: string) =>
        sum(
          taxes.filter(row => row.line_item_type === type),
          'line_amount',
        );
      expect(of('item')).toBe(field(order, 'subtotal_tax'));
      expect(of('shipping')).toBe(field(order, 'shipping_cost_tax'));
      expect(of('handling')).toBe(field(order, 'handling_cost_tax'));
      expect(of('gift-wrapping')).toBe(field(order, 'wrapping_cost_tax'));
    }));

  test('lines are units times quantity, and the subtotal is their sum before discounts', () =>
    every(({ order, lines }) => {
      for (const line of lines) {
        for (const side of ['ex_tax', 'inc_tax'])
          expect(field(line, `price_${side}`) * line.quantity).toBe(field(line, `total_${side}`));
        expect(field(line, 'price_ex_tax') + field(line, 'price_tax')).toBe(field(line, 'price_inc_tax'));
        const manual = line.applied_discounts.some(({ id }) => id === 'manual-discount');
        const difference = field(line, 'total_inc_tax') - field(line, 'total_ex_tax');
        if (manual) expect(field(line, 'total_tax')).toBeLessThanOrEqual(difference);
        else expect(field(line, 'total_tax')).toBe(difference);
      }
      expect(sum(lines, 'total_ex_tax')).toBe(field(order, 'subtotal_ex_tax'));
      expect(sum(lines, 'total_inc_tax')).toBe(field(order, 'subtotal_inc_tax'));
      expect(lines.reduce((total, line) => total + line.quantity, 0)).toBe(order.items_total);
    }));

  test('a line’s tax rows are the tax of its discounted price', () =>
    every(({ order, lines, taxes }) => {
      for (const line of lines) {
        const rows = taxes.filter(row => row.line_item_type === 'item' && row.order_product_id === String(line.id));
        const off = sum(line.applied_discounts, 'amount');
        const tax = sum(rows, 'line_amount');
        const step = order.default_currency_code === 'JPY' ? 10_000 : 100;
        const rate = rows.reduce((left, row) => left + Number(row.rate), 0) / 100;
        const compound = rows.some(row => row.priority === 2)
          ? (1 + Number(rows[0]?.rate) / 100) * (1 + Number(rows[1]?.rate) / 100) - 1
          : rate;
        const inclusive = order.is_tax_inclusive_pricing;
        const left = field(line, inclusive ? 'total_inc_tax' : 'total_ex_tax') - off;
        const exact = inclusive ? left - left / (1 + rate) : left * compound;
        // Units are rounded before they are multiplied.
        expect(Math.abs(tax - exact)).toBeLessThanOrEqual(step * Math.max(1, line.quantity));
        if (line.discounted_total_inc_tax !== undefined)
          expect(field(line, 'discounted_total_inc_tax')).toBe(inclusive ? left : left + tax);
      }
    }));

  test('what was paid for lines, and the rest, is the total', () =>
    every(({ order, lines, taxes, coupons }) => {
      if (lines.some(line => line.discounted_total_inc_tax === undefined)) return;
      const offShipping = sum(
        coupons.filter(({ type }) => type === 3 || type === 4),
        'discount',
      );
      const shipping = order.is_tax_inclusive_pricing
        ? field(order, 'shipping_cost_inc_tax') - offShipping
        : field(order, 'shipping_cost_ex_tax') -
          offShipping +
          sum(
            taxes.filter(row => row.line_item_type === 'shipping'),
            'line_amount',
          );
      const rest =
        shipping +
        field(order, 'handling_cost_inc_tax') +
        field(order, 'wrapping_cost_inc_tax') +
        sum(order.fees, 'cost_inc_tax');
      expect(sum(lines, 'discounted_total_inc_tax') + rest).toBe(field(order, 'total_inc_tax'));
    }));

  test('discounts of lines and of shipping are the order’s discounts', () =>
    every(({ order, lines, coupons }) => {
      const offLines = lines.reduce((total, line) => total + sum(line.applied_discounts, 'amount'), 0);
      const offShipping = sum(
        coupons.filter(({ type }) => type === 3 || type === 4),
        'discount',
      );
      expect(sum(coupons, 'discount')).toBe(field(order, 'coupon_discount'));
      expect(offLines + offShipping).toBe(field(order, 'coupon_discount') + field(order, 'discount_amount'));
      for (const line of lines) {
        const most = field(line, order.is_tax_inclusive_pricing ? 'total_inc_tax' : 'total_ex_tax');
        expect(sum(line.applied_discounts, 'amount')).toBeLessThanOrEqual(most);
      }
    }));

  test('addresses and wrapped lines carry the order’s charges', () =>
    every(({ order, lines, addresses }) => {
      expect(addresses).toHaveLength(Number(order.shipping_address_count));
      for (const suffix of ['ex_tax', 'inc_tax', 'tax']) {
        expect(sum(addresses, `cost_${suffix}`)).toBe(field(order, `shipping_cost_${suffix}`));
        expect(sum(addresses, `handling_cost_${suffix}`)).toBe(field(order, `handling_cost_${suffix}`));
        expect(sum(lines, `wrapping_cost_${suffix}`)).toBe(field(order, `wrapping_cost_${suffix}`));
      }
    }));

  test('what came in is the total, store credit and gift certificates included', () =>
    every(({ order, transactions }) => {
      const good = transactions.filter(({ status }) => status === 'ok');
      const money = good.filter(({ event }) => event === 'purchase' || event === 'capture');
      const by = (method: string) =>
        sum(
          money.filter(row => row.method === method),
          'amount',
        );
      if (good.some(({ event }) => event === 'void') || money.length === 0) return;
      expect(by('gift_certificate')).toBe(field(order, 'gift_certificate_amount'));
      expect(by('store_credit')).toBe(field(order, 'store_credit_amount'));
      // Cheques and the like leave no transaction of their own.
      const recorded = money.some(({ method }) => method !== 'gift_certificate' && method !== 'store_credit');
      if (recorded) expect(sum(money, 'amount')).toBe(field(order, 'total_inc_tax'));
    }));
});

describe('every refund', () => {
  const moved = (refunds: readonly Refund[]) =>
    refunds.filter(({ payments }) => !payments.every(payment => payment.is_declined));

  test('pays out its total and never more than the order', () =>
    every(({ order, refunds }) => {
      for (const refund of refunds) {
        expect(sum(refund.payments, 'amount')).toBe(units(refund.total_amount));
        const asked = refund.items.reduce(
          (total, item) =>
            total +
            units(item.requested_amount) +
            item.adjustments.reduce((left, { amount }) => left + units(amount), 0),
          0,
        );
        if (refund.items.every(item => item.requested_amount !== null)) expect(asked).toBe(units(refund.total_amount));
      }
      expect(sum(moved(refunds), 'total_amount')).toBeLessThanOrEqual(field(order, 'total_inc_tax'));
      expect(field(order, 'refunded_amount')).toBe(0);
    }));

  test('sets the status: all is 4, some is 14, unless the order went on', () =>
    every(({ order, refunds }) => {
      const whole = sum(moved(refunds), 'total_amount') === field(order, 'total_inc_tax');
      if (order.status_id === 4) expect(whole).toBe(true);
      if (order.status_id === 14) expect(whole).toBe(false);
      if (moved(refunds).length > 0) expect(order.payment_status).toBe(whole ? 'refunded' : 'partially refunded');
    }));

  test('counts its units on the lines, and its money in the transactions', () =>
    every(({ lines, refunds, transactions }) => {
      for (const line of lines) {
        const items = moved(refunds).flatMap(({ items }) =>
          items.filter(item => item.item_type === 'PRODUCT' && item.item_id === line.id),
        );
        expect(items.reduce((total, item) => total + Number(item.quantity), 0)).toBe(line.quantity_refunded);
      }
      for (const payment of refunds.flatMap(({ payments }) => payments)) {
        if (payment.transaction_id === undefined) continue;
        const transaction = transactions.find(({ id }) => String(id) === payment.transaction_id);
        expect(transaction).toMatchObject({ event: 'refund', status: 'ok', amount: payment.amount });
      }
    }));

  test('of every kind occurs: shipping, wrapping, order amounts, fees kept, declined, as credit', () => {
    const kinds = new Set(refunds.flatMap(({ items }) => items.map(({ item_type }) => item_type)));
    expect([...kinds].sort()).toEqual(['FEE', 'GIFT_WRAPPING', 'HANDLING', 'ORDER', 'PRODUCT', 'SHIPPING']);
    expect(refunds.some(({ items }) => items.some(({ adjustments }) => adjustments.length > 0))).toBe(true);
    expect(refunds.some(({ payments }) => payments.every(payment => payment.is_declined))).toBe(true);
    expect(refunds.some(({ payments }) => payments.some(({ provider_id }) => provider_id === 'storecredit'))).toBe(
      true,
    );
    expect(stories.some(story => moved(story.refunds).length > 1)).toBe(true);
  });
});
