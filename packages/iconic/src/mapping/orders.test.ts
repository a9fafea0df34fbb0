import { readFileSync } from 'node:fs';
import {
  type Customer,
  type ModelRecord,
  type Order,
  type OrderProof,
  type Payment,
  proveOrder,
  RecordError,
  type Refund,
} from '@cartograph/core';
import { describe, expect, test } from 'vitest';
import { iconic } from '../connector.js';
import { emptyShop, type IconicShop } from '../shop.js';

type Loose = Record<string, unknown>;

const fixture = (name: string): Loose =>
  JSON.parse(readFileSync(new URL(`../../fixtures/orders/${name}/native.json`, import.meta.url), 'utf8'));

function normalize(body: Loose, shop: Partial<IconicShop> = {}): readonly ModelRecord[] {
  const [native] = iconic.streams.orders?.records(body) ?? [];
  if (!native) throw new Error('no record');
  return iconic.normalize(native, { ...emptyShop, ...shop });
}

function read(body: Loose, shop: Partial<IconicShop> = {}) {
  const made = normalize(body, shop);
  const pick = (name: ModelRecord['resource']) =>
    made.filter(({ resource }) => resource === name).map(({ record }) => record as unknown);
  const [order] = pick('orders') as [Order];
  const payments = pick('payments') as Payment[];
  const refunds = pick('refunds') as Refund[];
  const proof: OrderProof = proveOrder(order, { payments, refunds });
  return { order, payments, refunds, customers: pick('customers') as Customer[], proof };
}

const withItem = (body: Loose, change: Loose): Loose => {
  const [item, ...others] = body.items as Loose[];
  return { ...body, items: [{ ...item, ...change }, ...others] };
};

const withEmail = (email: string): Loose => {
  const body = fixture('paid');
  const { billing } = body.address as { billing: Loose };
  return { ...body, address: { billing: { ...billing, email }, shipping: null } };
};

describe('a customer', () => {
  test('is the same however the e-mail is written', () => {
    const [upper, lower] = ['MIA@Mail.Example', 'mia@mail.example'].map(email => read(withEmail(email)));
    expect(upper?.customers[0]?.id).toBe(lower?.customers[0]?.id);
    expect(upper?.order.customer.id).toBe(upper?.customers[0]?.id);
  });

  test('is another one with another e-mail and the same name', () => {
    const [one, other] = ['mia@mail.example', 'mia.n@mail.example'].map(email => read(withEmail(email)));
    expect(one?.customers[0]?.name).toBe(other?.customers[0]?.name);
    expect(one?.customers[0]?.id).not.toBe(other?.customers[0]?.id);
  });

  test.each(['#####', '', 'n***@mail.example', 'hidden'])('is a guest where the e-mail is %j', email => {
    const { order, customers } = read(withEmail(email));
    expect(customers).toEqual([]);
    expect(order.customer).toMatchObject({ id: null, guest: true, name: 'Mia Nguyen', email: null });
  });
});

describe('money', () => {
  test('in a currency without decimals adds up to the peso', () => {
    const body = fixture('currency-without-decimals');
    expect(read(body).proof.result).toBe('proven');
    expect(read(withItem(body, { unitPrice: 19991 })).proof.result).toBe('unproven');
  });

  test('is told to the cent where the header and the items contradict each other', () => {
    const { proof } = read({ ...fixture('paid'), grandTotal: 139.8 });
    expect(proof.result).toBe('unproven');
    expect(proof.residues.find(({ name }) => name === 'totals.grand')?.residue).toBe('-0.1');
  });

  test('of a tax that its rate does not give is not proven, and still read', () => {
    const { order, proof } = read(withItem(fixture('paid'), { taxAmount: 5 }));
    expect(order.totals.tax).toBe('5');
    expect(proof.residues.map(({ name }) => name)).toEqual(['lines[0].tax']);
  });

  test('of an item that is free of tax has none, whatever its percentage', () => {
    const { order } = read(
      withItem(fixture('paid'), { taxAmount: 0, extraAttributes: { gst_free: '1', installment_fee: null } }),
    );
    expect(order.lines[0]).toMatchObject({ unitPrice: '129.95', tax: '0', total: '129.95' });
  });

  test('is worked out from the items where the header states nothing', () => {
    const { order, proof } = read({ ...fixture('voucher-on-lines'), grandTotal: null, unitPriceSumWithFees: null });
    expect(order.totals).toMatchObject({ grand: '178.46', discount: '28.63' });
    expect(proof.result).toBe('proven');
  });

  test('extra attributes may be an empty list or a text', () => {
    for (const extraAttributes of [[], '', null])
      expect(read(withItem(fixture('paid'), { extraAttributes })).proof.result).toBe('proven');
  });
});

describe('a unit', () => {
  test('that could not be delivered is refunded only where the shop says so', () => {
    const body = fixture('failed-delivery');
    expect(read(body, { refundFailedDeliveries: true }).order.totals.net).toBe('0');
    const kept = read(body, { refundFailedDeliveries: false });
    expect(kept.refunds).toEqual([]);
    expect(kept.order).toMatchObject({ paymentStatus: 'paid', totals: { net: '89.95' } });
  });

  test('that is canceled stays in the order and is not charged', () => {
    const { order, payments, refunds } = read(fixture('partly-canceled'));
    expect(order.lines.map(({ quantity, quantityCanceled }) => [quantity, quantityCanceled])).toEqual([
      ['1', '1'],
      ['1', '0'],
    ]);
    expect(order.totals).toMatchObject({ grand: '114.9', refunded: '0', paid: '49.97', due: '64.93' });
    expect(payments.map(({ amount, status }) => [amount, status])).toEqual([['49.97', 'paid']]);
    expect(refunds).toEqual([]);
  });

  test('that is open keeps its order open, whatever became of the others', () => {
    const body = fixture('partly-refunded');
    const { order } = read(withItem(body, { status: 'pending' }));
    expect(order).toMatchObject({ status: 'open', fulfillmentStatus: 'partial', closedAt: null });
  });

  test('that is paid later than another leaves the order partially paid', () => {
    const { order } = read(withItem(fixture('partly-refunded'), { status: 'payment_pending' }));
    expect(order.paymentStatus).toBe('partiallyPaid');
    expect(order.totals).toMatchObject({ paid: '189.85', due: '129.95' });
  });
});

describe('a payment', () => {
  test.each([
    ['adyen_creditcard', 'onlineCard'],
    ['paypal_payment', 'paypal'],
    ['afterpay_pay_later', 'custom'],
    ['adyen_applepay', 'mobile'],
    ['CashOnDelivery', 'cash'],
    ['something_new', 'unknown'],
  ])('by %s is of type %s', (paymentMethod, type) => {
    expect(read({ ...fixture('paid'), paymentMethod }).payments[0]).toMatchObject({ type, method: paymentMethod });
  });
});

describe('the example of the documentation', () => {
  const example = (change: Loose = {}) => {
    const body = withItem(fixture('paid'), {
      unitPrice: 2499,
      paidPrice: 2499,
      taxPercent: 21,
      taxAmount: 433.71,
      shippingFee: 0,
      ...change,
    });
    return read({ ...body, grandTotal: 2499, unitPriceSumWithFees: 2499 });
  };

  test('has its tax within the price', () => {
    const { order, proof } = example();
    expect(proof.result).toBe('proven');
    expect(order.lines[0]).toMatchObject({ unitPrice: '2065.29', tax: '433.71', total: '2499' });
  });

  test.each([
    ['a price after discount of nothing is read by nobody', { priceAfterDiscount: 0 }, []],
    ['a tax of another rate', { taxPercent: 20 }, ['lines[0].tax']],
    ['a paid price that is not the total', { paidPrice: 2399 }, ['lines[0].total', 'totals.grand']],
  ])('is as proven as its figures agree: %s', (_what, change, residues) => {
    expect(example(change).proof.residues.map(({ name }) => name)).toEqual(residues);
  });
});

test('an order of ten thousand units is one order, and adds up', () => {
  const body = fixture('voucher-on-lines');
  const [item] = body.items as Loose[];
  const items = Array.from({ length: 10_000 }, (_, index) => ({ ...item, id: 1_000_000_000 + index }));
  const { order, proof } = read({ ...body, items, grandTotal: null, unitPriceSumWithFees: null });
  expect(order.lines).toHaveLength(10_000);
  expect(proof.result).toBe('proven');
});

describe('a record that cannot be read', () => {
  test.each([
    [withItem(fixture('voucher-on-lines'), { paidPrice: 'N/A' }), /items\[0\]\.paidPrice: "N\/A" is not a decimal/],
    [withItem(fixture('paid'), { unitPrice: { value: 3 } }), /items\[0\]\.unitPrice: .*is not a decimal amount/],
    [withItem(fixture('paid'), { lastStatusChangedAt: 'soon' }), /items\[0\]\.lastStatusChangedAt: "soon"/],
    [{ ...fixture('paid'), currency: 'dollars' }, /"dollars" is not a currency code/],
    [{ ...fixture('paid'), currency: null }, /currency: is missing/],
    [{ ...fixture('paid'), items: null }, /items/],
  ])('is refused with the place and the value', (body, message) => {
    expect(() => normalize(body)).toThrow(RecordError);
    expect(() => normalize(body)).toThrow(message);
  });
});
