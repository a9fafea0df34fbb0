import type { Customer, NormalizedRecord, Order, OrderLine, Payment } from '@cartograph/core';

/** A small order as a page brings it: with two lines, its payment, and a customer who may have been there before. */
export function smallOrder(number: number): NormalizedRecord {
  const id = String(firstId + number);
  const customer = customerOf(number);
  const order = orderOf(id, customer);
  const payment = paymentOf(order);
  return {
    native: { stream: 'orders', id, modifiedAt: at, body: { order, payment, agent: 'Mozilla/5.0', source: 'www' } },
    records: [
      { resource: 'orders', record: order },
      { resource: 'payments', record: payment },
      { resource: 'customers', record: customer },
    ],
  };
}

const at = '2026-01-31T09:00:00Z';
const own = { createdAt: at, sourceModifiedAt: at, derived: false };

/** As shops number their orders: rising, and of one length for long. */
const firstId = 10_000_000;

/** Of three orders one is of a new customer, and two of anyone who was there before. */
function customerOf(number: number): Customer {
  const newest = Math.floor(number / 3);
  const person = number % 3 === 0 ? newest : scattered(number) % (newest + 1);
  return {
    ...own,
    id: `c${scattered(person)}`,
    name: `Jo Doe ${person}`,
    firstName: 'Jo',
    lastName: `Doe ${person}`,
    company: null,
    email: `jo.${person}@example.com`,
    phone: '+61 2 5550 1234',
    taxNumber: null,
    defaultCurrency: null,
    group: null,
    addresses: [],
    status: 'active',
    statusRaw: null,
    note: null,
  };
}

/** Equal numbers for equal ones, and near ones far apart: ids of customers come in no order. */
const scattered = (number: number): number => Math.imul(number + 1, 2_654_435_761) >>> 0;

function orderOf(id: string, customer: Customer): Order {
  const net = String(20 + (Number(id) % 80));
  return {
    ...own,
    id,
    number: id,
    placedAt: at,
    closedAt: null,
    status: 'completed',
    paymentStatus: 'paid',
    fulfillmentStatus: 'fulfilled',
    statusRaw: 'Completed',
    paymentStatusRaw: null,
    channel: null,
    customer: { id: customer.id, guest: false, name: customer.name, email: customer.email, phone: customer.phone },
    billingAddress: null,
    shippingAddresses: [],
    currency: 'AUD',
    taxInclusive: true,
    lines: [lineOf(`${id}-1`, net), lineOf(`${id}-2`, net)],
    charges: [],
    adjustments: [],
    totals: {
      grand: String(2 * Number(net)),
      tax: '0',
      discount: '0',
      gratuity: '0',
      refunded: '0',
      net: String(2 * Number(net)),
      paid: String(2 * Number(net)),
      due: '0',
      platformTotal: String(2 * Number(net)),
    },
    shopCurrency: 'AUD',
    exchangeRate: '1',
    shopTotals: null,
    note: null,
  };
}

const lineOf = (id: string, total: string): OrderLine => ({
  id,
  productId: total,
  variantId: null,
  sku: `SKU-${total}`,
  name: `A product that costs ${total}`,
  status: 'fulfilled',
  statusRaw: null,
  quantity: '1',
  quantityFulfilled: '1',
  quantityCanceled: '0',
  quantityRefunded: '0',
  unitPrice: total,
  discount: '0',
  discounts: [],
  tax: '0',
  taxes: [],
  total,
  isGiftCard: false,
  requiresShipping: true,
});

const paymentOf = ({ id, totals }: Order): Payment => ({
  ...own,
  id: `p${id}`,
  orderId: id,
  currency: 'AUD',
  amount: totals.grand,
  status: 'paid',
  statusRaw: 'settled',
  type: 'card',
  methodId: null,
  method: 'Credit card',
  provider: 'example',
  reference: `ch_${id}`,
});
