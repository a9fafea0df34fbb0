import { type Money, roundTo, toMoney } from '../../money.js';
import type { Country } from '../catalog/product-set.js';
import { commission, paidPrice, sellerFunded } from './amounts.js';
import { type ItemRecord, itemById, type OrderRecord } from './order.js';
import { nextPeriod, periodStart, periodsBetween } from './periods.js';
import { historyStart, type Shop } from './shop.js';
import type { Transaction } from './transaction.js';
import { type TransactionKind, transactionTypes } from './transaction-types.js';

const firstTransactionId = 30_000_001;
const lateMs = 40 * 3_600_000;

type Row = Omit<Transaction, 'id' | 'period'>;

const gstPercent: Readonly<Record<Country, number>> = { AU: 10, NZ: 15 };

/** GST within an amount of the ledger, with the amount's sign. */
export const vatWithin = (amount: Money, country: Country): Money =>
  roundTo((amount * gstPercent[country]) / (100 + gstPercent[country]), 2);

/** What the life of one unit brings and costs the seller. Nothing is booked before it is shipped, except a penalty. */
function* itemRows(order: OrderRecord, item: ItemRecord): Generator<Row> {
  const row = (kind: TransactionKind, date: number, amount: Money): Row => ({
    date,
    type: transactionTypes[kind],
    amount,
    vat: item.taxPercent === 0 ? 0 : vatWithin(amount, order.country),
    country: order.country,
    source: 'sellercenter',
    comment: '',
    subject: { order, item },
    statementType: order.shipmentType === 'warehouse' ? 'consignment' : 'marketplace',
  });
  const subsidy = item.discount - sellerFunded(item);
  const shipping = item.shippingFee - item.shippingVoucher;
  const at = (status: string) => item.history.find(entry => entry.status === status)?.at;
  const shippedAt = at('shipped');
  const canceledAt = at('canceled');
  if (canceledAt !== undefined && item.failure.outOfStock) yield row('unableToFulfil', canceledAt, toMoney(-5));
  if (shippedAt === undefined) return;
  yield row('sale', shippedAt, paidPrice(item));
  yield row('commission', shippedAt, -commission(item));
  if (shipping > 0) yield row('shipping', shippedAt, shipping);
  if (subsidy > 0) yield row('subsidy', shippedAt, subsidy);
  const acceptedAt = at('pending') ?? order.createdAt;
  if (shippedAt - acceptedAt > lateMs && item.id % 100 === 0) yield row('lateDispatch', shippedAt, toMoney(-2.2));
  const undoneAt = at('returned') ?? at('failed');
  if (undoneAt === undefined) return;
  yield row('saleReversal', undoneAt, -paidPrice(item));
  yield row('commissionReversal', undoneAt, commission(item));
  if (subsidy > 0) yield row('subsidyReversal', undoneAt, -subsidy);
  // The customer gets the shipping fee back only when it was the seller's or the carrier's fault.
  const faulty = item.failure.name === 'Faulty' || item.failure.type === 'failed';
  if (shipping > 0 && faulty) yield row('shippingReversal', undoneAt, -shipping);
}

/** Once a period the seller pays for advertising; now and then a damaged parcel is made good. */
function* sellerRows(shop: Shop): Generator<Row> {
  for (const [index, start] of periodsBetween(historyStart, shop.time).entries()) {
    const random = shop.seeded('adjustment', index);
    const row = (kind: TransactionKind, amount: Money, comment: string): Row => {
      const date = start + random.int(1, 12 * 86_400) * 1000;
      const vat = vatWithin(amount, 'AU');
      return {
        date,
        type: transactionTypes[kind],
        amount,
        vat,
        country: 'AU',
        source: 'web',
        comment,
        subject: null,
        statementType: 'marketplace',
      };
    };
    yield row('advertising', -toMoney(random.int(40, 160)), 'Sponsored products campaign');
    if (random.chance(0.4))
      yield row('damage', toMoney(random.int(30, 90)), 'Damage reimbursement, parcel lost by carrier');
  }
}

/** The whole ledger by date. A row keeps its id, because later rows are dated later. */
export function createLedger(shop: Shop): readonly Transaction[] {
  const rows: Row[] = [...sellerRows(shop)].filter(row => row.date <= shop.time);
  for (const order of shop.orders) {
    if (!order.payoutPending) for (const item of order.items) rows.push(...itemRows(order, item));
  }
  for (const { reference, ...manual } of shop.manualTransactions) {
    const subject = reference === null ? null : (itemById(shop.orders, reference) ?? null);
    rows.push({ ...manual, source: 'web', subject, statementType: 'marketplace' });
  }
  rows.sort((left, right) => left.date - right.date);
  let [start, end] = [0, 0];
  return rows.map((row, index) => {
    if (row.date >= end) {
      start = periodStart(row.date);
      end = nextPeriod(start);
    }
    return { ...row, id: firstTransactionId + index, period: start };
  });
}
