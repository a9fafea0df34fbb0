import { json, type Route } from '../../http.js';
import { type Money, moneyNumber } from '../../money.js';
import { localText } from '../dates.js';
import { groupBy } from '../grouping.js';
import { found } from '../problems.js';
import { readQuery } from '../query.js';
import { grandTotal, paidPrice, taxAmount, totalOf } from '../shop/amounts.js';
import { type ItemRecord, type OrderRecord, orderById } from '../shop/order.js';
import type { World } from '../world.js';

function historyBody(item: ItemRecord) {
  return item.history.map(({ status, at, editor }) => ({
    orderItemId: item.id,
    shopSku: item.product.sku,
    status,
    note: '',
    createdAt: localText(at),
    editor,
  }));
}

/** Sums over all units of the order, and what the seller's ledger holds for them so far. */
function financeBody(world: World, order: OrderRecord) {
  const total = (amount: (item: ItemRecord) => Money) => moneyNumber(totalOf(order, amount));
  const rows = world.results.ledger().filter(row => row.subject?.order === order);
  return {
    orderId: order.id,
    currency: order.currency,
    shippingFeeItems: total(item => item.shippingFee),
    shippingServiceCostItems: 0,
    voucherTotal: total(item => (order.voucher ? item.discount : 0)),
    grandTotal: moneyNumber(grandTotal(order)),
    unitPrice: total(item => item.unitPrice),
    taxAmount: total(taxAmount),
    paidPrice: total(paidPrice),
    walletCredits: total(item => item.walletCredits),
    storeCredits: total(item => item.storeCredits),
    shippingVoucherAmount: total(item => item.shippingVoucher),
    transactionSummary: [...groupBy(rows, row => row.type)].map(([type, ofType]) => ({
      transactionTypeId: type.id,
      description: type.description,
      amount: moneyNumber(ofType.reduce((sum, row) => sum + row.amount, 0)),
      currency: order.currency,
    })),
    installmentFee: total(item => item.installmentFee),
    numberOfInstallments: 0,
    shippingFeeSstSum: 0,
  };
}

/** These two paths have the singular `order`. */
export const orderDetailRoutes = (world: World): Route[] => [
  [
    'GET /v2/order/:id/history',
    ({ params, query }) => {
      const order = found(orderById(world.shop.orders, Number(params.id)));
      const read = readQuery(query);
      const wanted = read.integers('orderItemIds');
      read.check();
      return json(order.items.filter(item => wanted?.includes(item.id) ?? true).flatMap(historyBody));
    },
  ],
  [
    'GET /v2/order/:id/finance',
    ({ params }) => json(financeBody(world, found(orderById(world.shop.orders, Number(params.id))))),
  ],
];
