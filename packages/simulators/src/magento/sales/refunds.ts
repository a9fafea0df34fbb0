import { type Money, roundTo } from '../../money.js';
import { both, sum, type Two } from '../shop/pricing.js';
import { addUp, type DocumentItem, documentItem, type Invoice, shippingPart } from './documents.js';
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

/** What a refund would come to. Gift cards, store credit and wrapping come back with the last of the order. */
export function refundTotals(sale: Sale, items: readonly DocumentItem[], refund: Refund): Two<Totals> {
  const before = sum(sale.creditMemos.map(memo => memo.shippingShare));
  const isShippingDone = sale.shipping === null || before + refund.shippingShare > 9_999.99;
  const now = (line: Line) => items.find(item => item.line === line)?.quantity ?? 0;
  const isWhole = isShippingDone && sale.lines.every(line => line.refunded + now(line) === line.quantity);
  const [positive, negative] = [inRoles(sale, refund.positive), inRoles(sale, refund.negative)];
  return both(role =>
    addUp(
      items.map(item => item.row[role]),
      {
        shipping: shippingPart(sale, role, before, refund.shippingShare),
        wrapping: isWhole ? sale.totals[role].wrapping : 0,
        giftCards: isWhole ? sale.totals[role].giftCards : 0,
        storeCredit: isWhole ? sale.totals[role].storeCredit : 0,
        adjustment: positive[role] - negative[role],
      },
    ),
  );
}

/** The charged amount that a refund would come to. */
export const refundAmount = (sale: Sale, refund: Refund): Money =>
  refundTotals(sale, refundItems(sale, refund), refund).order.grand;
