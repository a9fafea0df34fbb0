import { type Money, roundTo } from '../../money.js';
import { both, type Role, sum, type Two } from '../shop/pricing.js';
import { addUp, type DocumentItem, documentItem, type Invoice, shippingPart, sumOf } from './documents.js';
import type { Quantity } from './operations.js';
import type { Line, Sale, Totals } from './sale.js';

export interface Refund {
  readonly quantity: Quantity;
  /** Part of the whole shipping, in ten-thousandths. */
  readonly shippingShare: number;
  /** Extra refund and refund withheld, in the charged currency. */
  readonly positive: Money;
  readonly negative: Money;
  readonly isOnline: boolean;
  /** Against which invoice; the last unless told. */
  readonly invoice?: Invoice;
}

/** An amount of the charged currency in both. */
export const inRoles = (sale: Sale, amount: Money): Two<Money> =>
  both(role => (role === 'order' ? amount : roundTo(amount / sale.view.rate, 2)));

export const refundItems = (sale: Sale, { quantity }: Pick<Refund, 'quantity'>): DocumentItem[] =>
  sale.lines.filter(line => quantity(line) > 0).map(line => documentItem(sale, line, line.refunded, quantity(line)));

/**
 * What a refund would come to. Wrapping comes back with the last of the order; gift cards and store credit do too, or earlier
 * when what is refunded is more than what was paid in money.
 */
export function refundTotals(sale: Sale, items: readonly DocumentItem[], refund: Refund): Two<Totals> {
  const before = sum(sale.creditMemos.map(memo => memo.shippingShare));
  const isShippingDone = sale.shipping === null || before + refund.shippingShare > 9_999.99;
  const now = (line: Line) => items.find(item => item.line === line)?.quantity ?? 0;
  const isWhole = isShippingDone && sale.lines.every(line => line.refunded + now(line) === line.quantity);
  const [positive, negative] = [inRoles(sale, refund.positive), inRoles(sale, refund.negative)];
  return both(role => {
    const rows = items.map(item => item.row[role]);
    const plain = {
      shipping: shippingPart(sale, role, before, refund.shippingShare),
      wrapping: isWhole ? sale.totals[role].wrapping : 0,
      giftCards: 0,
      storeCredit: 0,
      adjustment: 0,
    };
    const credits = isWhole ? creditsLeft(sale, role) : creditsFor(sale, role, addUp(rows, plain).grand);
    return addUp(rows, { ...plain, ...credits, adjustment: positive[role] - negative[role] });
  });
}

type Credits = Pick<Totals, 'giftCards' | 'storeCredit'>;

const creditsLeft = (sale: Sale, role: Role): Credits => ({
  giftCards: sale.totals[role].giftCards - sumOf(sale.creditMemos, role, 'giftCards'),
  storeCredit: sale.totals[role].storeCredit - sumOf(sale.creditMemos, role, 'storeCredit'),
});

/** What of a refund cannot be money, because no more money was paid. */
function creditsFor(sale: Sale, role: Role, amount: Money): Credits {
  const left = creditsLeft(sale, role);
  const paid = sale.invoices.filter(({ state }) => state === 2);
  const excess = Math.max(0, amount - sumOf(paid, role, 'grand') + sumOf(sale.creditMemos, role, 'grand'));
  const giftCards = Math.min(left.giftCards, excess);
  return { giftCards, storeCredit: Math.min(left.storeCredit, excess - giftCards) };
}

/** The charged amount that a refund would come to. */
export const refundAmount = (sale: Sale, refund: Refund): Money =>
  refundTotals(sale, refundItems(sale, refund), refund).order.grand;
