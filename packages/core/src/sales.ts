import { currencyDecimals } from './currency.js';
import { add, type Decimal, divide, multiply, subtract, sum } from './decimal.js';
import type { Order } from './model/order.js';

/** What was sold, in one currency. Every figure is a sum over orders as they were placed; canceled orders are no sales. */
export interface Sales {
  readonly orders: number;
  /** Σ `totals.grand`. */
  readonly gross: Decimal;
  /** What the canceled units of these orders would have cost: nobody paid for them, so nothing was refunded either. */
  readonly canceled: Decimal;
  /** Σ `totals.refunded`, counted on the day of the order, not of the refund. */
  readonly refunded: Decimal;
  /** `gross` − `canceled` − `refunded`. */
  readonly net: Decimal;
  /** Σ `totals.tax`. */
  readonly tax: Decimal;
  /** Σ `totals.discount`, excluding tax. */
  readonly discount: Decimal;
}

/** What sales are worked out from. */
export type SoldOrder = Pick<Order, 'status' | 'currency'> & {
  readonly totals: Pick<Order['totals'], 'grand' | 'refunded' | 'tax' | 'discount'>;
  readonly lines: readonly Pick<Order['lines'][number], 'total' | 'quantity' | 'quantityCanceled'>[];
};

export const noSales: Sales = {
  orders: 0,
  gross: '0',
  canceled: '0',
  refunded: '0',
  net: '0',
  tax: '0',
  discount: '0',
};

export const isSale = ({ status }: Pick<Order, 'status'>): boolean => status !== 'canceled';

/** The sales with one order more, which is one. */
export function addSale(sales: Sales, order: SoldOrder): Sales {
  const { totals } = order;
  const canceled = canceledValue(order);
  const refunded = totals.refunded ?? '0';
  return {
    orders: sales.orders + 1,
    gross: add(sales.gross, totals.grand),
    canceled: add(sales.canceled, canceled),
    refunded: add(sales.refunded, refunded),
    net: add(sales.net, subtract(subtract(totals.grand, canceled), refunded)),
    tax: add(sales.tax, totals.tax),
    discount: add(sales.discount, totals.discount),
  };
}

/** `gross` by order, in the smallest unit of the currency; null where there is none. */
export const averageOrderValue = ({ gross, orders }: Sales, currency: string): Decimal | null =>
  orders === 0 ? null : divide(gross, String(orders), currencyDecimals(currency));

const canceledValue = ({ lines, currency }: SoldOrder): Decimal =>
  sum(
    lines
      .filter(({ quantityCanceled }) => quantityCanceled !== null && quantityCanceled !== '0')
      .map(({ total, quantity, quantityCanceled }) =>
        divide(multiply(total, quantityCanceled ?? '0'), quantity, currencyDecimals(currency)),
      ),
  );
