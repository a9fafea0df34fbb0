import { allocate, type Money, percentOf, toMoney } from '../../money.js';
import type { Random } from '../../random.js';
import { convert } from './cart.js';
import type { Currency } from './currencies.js';
import type { CartLine, LineDiscount, OrderCoupon } from './order-model.js';

/** Coupons and promotions of the shop. `face` is percent for type 1, else money in the default currency. */
export const coupons = [
  { id: 1, code: 'TENOFF', name: 'Ten percent off', type: 1, face: 10 },
  { id: 2, code: 'S2549JM0Y', name: '$5 off', type: 2, face: 5 },
  { id: 3, code: 'EACH2', name: '$2 off each', type: 0, face: 2 },
  { id: 4, code: 'SHIPHALF', name: 'Cheaper shipping', type: 3, face: 4 },
  { id: 5, code: 'SHIPFREE', name: 'Free shipping', type: 4, face: 0 },
  { id: 6, code: 'VIP-Été', name: 'VIP promotion', type: 5, face: 12 },
  { id: 7, code: 'ONTHEHOUSE', name: 'On the house', type: 1, face: 100 },
] as const;

type CouponRule = (typeof coupons)[number];

interface Discounts {
  /** A list for each line. */
  readonly lines: readonly LineDiscount[][];
  readonly coupons: readonly Omit<OrderCoupon, 'id'>[];
  /** Manual and automatic discounts: everything that is no coupon. */
  readonly discountAmount: Money;
  readonly couponDiscount: Money;
  /** Taken off shipping, a part of `couponDiscount`. */
  readonly shippingDiscount: Money;
}

type Plan = 'none' | 'coupon' | 'twoCoupons' | 'automaticOrder' | 'automaticProduct' | 'manual' | 'house';

/** Collects what each line loses; a line can never lose more than it costs. */
function createLedger(lines: readonly CartLine[], decimals: number) {
  const found: LineDiscount[][] = lines.map(() => []);
  const left = lines.map(line => (line.kind === 'giftcertificate' ? 0 : line.total.entered));
  const take = (position: number, wanted: Money, discount: Omit<LineDiscount, 'amount'>): Money => {
    const amount = Math.min(wanted, left[position] ?? 0);
    if (amount <= 0) return 0;
    left[position] = (left[position] ?? 0) - amount;
    found[position]?.push({ ...discount, amount });
    return amount;
  };
  return {
    found,
    left,
    take,
    /** Spreads one amount over all lines in proportion to what they still cost. */
    spread(wanted: Money, discount: Omit<LineDiscount, 'amount'>): Money {
      const whole = left.reduce((sum, amount) => sum + amount, 0);
      const shares = allocate(Math.min(wanted, whole), left, decimals);
      return shares.reduce((sum, share, position) => sum + take(position, share, discount), 0);
    },
  };
}

type Ledger = ReturnType<typeof createLedger>;

function applyCoupon(coupon: CouponRule, ledger: Ledger, lines: readonly CartLine[], currency: Currency): Money {
  const { code, name } = coupon;
  const money = convert(toMoney(coupon.face), currency);
  if (coupon.type === 1) {
    return lines.reduce((sum, _line, position) => {
      const share = percentOf(ledger.left[position] ?? 0, coupon.face, currency.decimals);
      return sum + ledger.take(position, share, { id: 'coupon', name, code, target: 'product' });
    }, 0);
  }
  if (coupon.type === 0) {
    return lines.reduce(
      (sum, line, position) =>
        sum + ledger.take(position, money * line.quantity, { id: 'coupon', name, code, target: 'product' }),
      0,
    );
  }
  return ledger.spread(money, { id: coupon.type === 5 ? '14' : 'total-coupon', name, code, target: 'order' });
}

const planOf = (random: Random): Plan =>
  random.weighted([
    ['none', 62],
    ['coupon', 21],
    ['twoCoupons', 3],
    ['automaticOrder', 5],
    ['automaticProduct', 4],
    ['manual', 4],
    ['house', 1],
  ]);

/** `shipping` is what shipping costs before any discount. */
export function decideDiscounts(
  random: Random,
  lines: readonly CartLine[],
  shipping: Money,
  currency: Currency,
): Discounts {
  const ledger = createLedger(lines, currency.decimals);
  const plan = planOf(random);
  const used: CouponRule[] = [];
  if (plan === 'coupon' || plan === 'twoCoupons') used.push(random.pick(coupons.slice(0, 6)));
  if (plan === 'twoCoupons') used.push(used[0]?.type === 4 ? coupons[0] : coupons[4]);
  if (plan === 'house') used.push(coupons[6]);

  let shippingDiscount = 0;
  const found: Omit<OrderCoupon, 'id'>[] = [];
  for (const coupon of used) {
    const onShipping = coupon.type === 3 || coupon.type === 4;
    const left = shipping - shippingDiscount;
    const wanted = coupon.type === 4 ? left : Math.min(left, convert(toMoney(coupon.face), currency));
    const discount = onShipping ? wanted : applyCoupon(coupon, ledger, lines, currency);
    if (discount === 0) continue;
    if (onShipping) shippingDiscount += discount;
    found.push({ couponId: coupon.id, code: coupon.code, type: coupon.type, face: coupon.face, discount });
  }

  let discountAmount = 0;
  if (plan === 'manual') {
    const wanted = convert(toMoney(random.int(1, 12)), currency);
    discountAmount = ledger.spread(wanted, {
      id: 'manual-discount',
      name: 'Manual Discount',
      code: null,
      target: 'order',
    });
  } else if (plan === 'automaticOrder') {
    const whole = ledger.left.reduce((sum, amount) => sum + amount, 0);
    const wanted = percentOf(whole, 15, currency.decimals);
    discountAmount = ledger.spread(wanted, { id: '11', name: 'Spend more, save 15%', code: null, target: 'order' });
  } else if (plan === 'automaticProduct') {
    const position = random.int(0, lines.length - 1);
    const wanted = percentOf(ledger.left[position] ?? 0, 20, currency.decimals);
    discountAmount = ledger.take(position, wanted, { id: '12', name: 'Featured −20%', code: null, target: 'product' });
  }
  const couponDiscount = found.reduce((sum, coupon) => sum + coupon.discount, 0);
  return { lines: ledger.found, coupons: found, discountAmount, couponDiscount, shippingDiscount };
}
