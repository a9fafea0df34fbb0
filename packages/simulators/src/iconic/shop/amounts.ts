import { type Money, percentOf, roundTo } from '../../money.js';
import type { ItemRecord, OrderRecord } from './order.js';

const sum = (items: readonly ItemRecord[], amount: (item: ItemRecord) => Money): Money =>
  items.reduce((total, item) => total + amount(item), 0);

/** What the customer paid for the unit, tax included, however it was paid. */
export const paidPrice = (item: ItemRecord): Money => item.unitPrice - item.discount;

/** GST contained in the paid price. */
export const taxAmount = (item: ItemRecord): Money =>
  roundTo((paidPrice(item) * item.taxPercent) / (100 + item.taxPercent), item.decimals);

export const commission = (item: ItemRecord): Money =>
  percentOf(item.unitPrice, item.product.commission, item.decimals);

/** The part of the discount that the seller bears; the rest comes back as a subsidy. */
export const sellerFunded = (item: ItemRecord): Money => percentOf(item.discount, item.sellerShare, item.decimals);

/** All units as placed, canceled ones too. */
export const grandTotal = ({ items }: OrderRecord): Money =>
  sum(items, item => paidPrice(item) + item.shippingFee - item.shippingVoucher + item.installmentFee);

export const unitPriceSumWithFees = ({ items }: OrderRecord): Money =>
  sum(items, item => item.unitPrice + item.shippingFee + item.installmentFee);

export const totalOf = (order: OrderRecord, amount: (item: ItemRecord) => Money): Money => sum(order.items, amount);
