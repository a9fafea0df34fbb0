import type { ResourceName } from '../model/resources.js';

/**
 * `sort`: records can be sorted by it. `find`: records with a value of it are found at once. `look`: it narrows what is
 * found otherwise, record by record.
 */
export type Speed = 'sort' | 'find' | 'look';

/** A field's place in the record, and what it is good for. */
type FieldRow = readonly [path: string, speed: Speed];
type FieldRows = Readonly<Record<string, FieldRow>>;

const every: FieldRows = {
  id: ['id', 'find'],
  createdAt: ['createdAt', 'sort'],
  sourceModifiedAt: ['sourceModifiedAt', 'sort'],
  derived: ['derived', 'look'],
};

const movement: FieldRows = {
  ...every,
  currency: ['currency', 'look'],
  amount: ['amount', 'sort'],
};

const ofOrder: FieldRows = { orderId: ['orderId', 'find'] };
const status: FieldRows = { status: ['status', 'find'], statusRaw: ['statusRaw', 'look'] };

export const defaultSorts: Readonly<Partial<Record<ResourceName, string>>> = { orders: 'placedAt' };

export const fieldRows: Readonly<Record<ResourceName, FieldRows>> = {
  companyInfo: { ...every, name: ['name', 'sort'], baseCurrency: ['baseCurrency', 'look'] },
  customers: {
    ...every,
    email: ['email', 'find'],
    name: ['name', 'sort'],
    company: ['company', 'look'],
    groupId: ['group.id', 'look'],
    status: ['status', 'look'],
  },
  orders: {
    ...every,
    placedAt: ['placedAt', 'sort'],
    closedAt: ['closedAt', 'sort'],
    number: ['number', 'find'],
    customerId: ['customer.id', 'find'],
    customerEmail: ['customer.email', 'find'],
    sku: ['lines[].sku', 'find'],
    productId: ['lines[].productId', 'find'],
    ...status,
    paymentStatus: ['paymentStatus', 'find'],
    fulfillmentStatus: ['fulfillmentStatus', 'find'],
    guest: ['customer.guest', 'look'],
    channelId: ['channel.id', 'look'],
    currency: ['currency', 'look'],
    total: ['totals.grand', 'sort'],
    tax: ['totals.tax', 'look'],
    discount: ['totals.discount', 'look'],
    refunded: ['totals.refunded', 'look'],
    net: ['totals.net', 'look'],
    due: ['totals.due', 'look'],
  },
  products: {
    ...every,
    name: ['name', 'sort'],
    sku: ['variants[].sku', 'find'],
    barcode: ['variants[].barcode', 'find'],
    categoryId: ['categoryIds[]', 'find'],
    ...status,
    type: ['type', 'look'],
    brand: ['brand', 'look'],
    isGiftCard: ['isGiftCard', 'look'],
  },
  productCategories: {
    ...every,
    name: ['name', 'sort'],
    ancestorId: ['ancestors[].id', 'look'],
    hasChildren: ['hasChildren', 'look'],
    status: ['status', 'look'],
  },
  payments: {
    ...movement,
    ...ofOrder,
    ...status,
    type: ['type', 'look'],
    methodId: ['methodId', 'look'],
    provider: ['provider', 'look'],
    reference: ['reference', 'find'],
  },
  paymentMethods: { ...every, name: ['name', 'sort'], type: ['type', 'look'], status: ['status', 'look'] },
  refunds: { ...movement, ...ofOrder, ...status, method: ['method', 'look'] },
  fulfillments: {
    ...every,
    ...ofOrder,
    ...status,
    shippedAt: ['shippedAt', 'sort'],
    deliveredAt: ['deliveredAt', 'sort'],
    trackingNumber: ['tracking[].number', 'find'],
    locationId: ['locationId', 'look'],
  },
  transactions: {
    ...movement,
    type: ['type', 'find'],
    typeRaw: ['typeRaw', 'look'],
    payoutId: ['payoutId', 'find'],
    sourceId: ['source.id', 'find'],
    sourceType: ['source.type', 'look'],
  },
  payouts: {
    ...movement,
    ...status,
    number: ['number', 'find'],
    periodStartsAt: ['periodStartsAt', 'sort'],
    periodEndsAt: ['periodEndsAt', 'sort'],
    dueAt: ['dueAt', 'sort'],
    paidAt: ['paidAt', 'sort'],
  },
  disputes: { ...movement, ...ofOrder, ...status, dueAt: ['dueAt', 'sort'] },
  locations: {
    ...every,
    name: ['name', 'sort'],
    code: ['code', 'look'],
    type: ['type', 'look'],
    status: ['status', 'look'],
  },
  taxComponents: {
    ...every,
    name: ['name', 'sort'],
    rate: ['rate', 'look'],
    country: ['country', 'look'],
    region: ['region', 'look'],
    status: ['status', 'look'],
  },
};
