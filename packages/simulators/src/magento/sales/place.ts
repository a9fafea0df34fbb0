import { type Money, toMoney } from '../../money.js';
import type { Random } from '../../random.js';
import { type Contact, type Customer, createContact } from '../shop/customers.js';
import { both, type Two } from '../shop/pricing.js';
import { isVirtual } from '../shop/product.js';
import type { Shelf } from '../shop/selling.js';
import { type Charging, viewById, websiteById } from '../shop/stores.js';
import { type Checkout, fillCart, priceCart } from './cart.js';
import { convert, pickRule } from './discounts.js';
import { addUp, noShipping } from './documents.js';
import { free, usualMethods } from './payment-methods.js';
import type { GiftCard, Line, PaymentMethod, Sale, Shipping, Totals } from './sale.js';
import { chooseShipping } from './shipping.js';

/** Row ids are given in blocks, so that an order's rows do not depend on the orders before it. */
export const rowsPerOrder = 400;

export interface Placing {
  readonly seed: number;
  readonly id: number;
  readonly at: number;
  readonly random: Random;
  readonly customer: Customer | null;
  shelf(websiteId: number): Shelf;
  /** What every view charges in; null where each has its own. */
  readonly paidIn: Charging | null;
}

/** A new order, unpaid. The caller settles how it is paid and what comes of it. */
export function placeSale(placing: Placing, preferred: (random: Random) => PaymentMethod | null): Sale {
  const { random, customer, id, at } = placing;
  const storeId =
    customer?.storeId ??
    random.weighted([
      [1, 46],
      [2, 10],
      [3, 28],
      [4, 10],
      [5, 6],
    ]);
  const view = { ...viewById(storeId), ...placing.paidIn };
  const website = websiteById(view.websiteId);
  const contact = customer?.contact ?? createContact(placing.seed, 5_000_001 + id, 900_000 + id, view.id);
  const groupId = customer?.groupId ?? 0;
  const checkout: Checkout = {
    website,
    view,
    place: contact.place,
    groupId,
    at,
    rule: pickRule(random),
    lastRowId: (id - 1) * rowsPerOrder,
  };
  const lines = priceCart(fillCart(random, placing.shelf(website.id), view), checkout);
  const shipping = lines.every(isVirtualLine) ? null : chooseShipping(random, checkout);
  const wrapping = random.chance(0.01) ? toMoney(5) : 0;
  const credit = { chosen: random.next(), amount: toMoney(random.int(5, 60)), number: random.int(1000, 9999) };
  const before = both(role =>
    totalsOf(lines, shipping, role, { wrapping: convert(wrapping, role, view), giftCards: 0, storeCredit: 0 }),
  );
  const taken = both(role => {
    const whole = before[role].grand;
    return before.base.grand <= credit.amount ? whole : Math.min(convert(credit.amount, role, view), whole);
  });
  const usesGiftCard = credit.chosen < 0.03;
  const usesStoreCredit = !usesGiftCard && customer !== null && credit.chosen < 0.05;
  const totals = both(role =>
    totalsOf(lines, shipping, role, {
      wrapping: convert(wrapping, role, view),
      giftCards: usesGiftCard ? taken[role] : 0,
      storeCredit: usesStoreCredit ? taken[role] : 0,
    }),
  );
  const wanted = preferred(random) ?? random.weighted(usualMethods);
  return {
    id,
    createdAt: at,
    updatedAt: at,
    view,
    website,
    customerId: customer?.id ?? null,
    groupId,
    contact,
    email: customer ? contact.email : guestEmail(random, contact),
    lines,
    shipping,
    discount: totals.base.discount > 0 ? checkout.rule : null,
    giftCard: usesGiftCard ? toGiftCard(id, credit.number, taken) : null,
    totals,
    method: totals.order.grand === 0 ? free : wanted,
    state: 'new',
    status: 'pending',
    authorized: false,
    canceledAt: null,
    heldFrom: null,
    externalId: null,
    addresses: {},
    invoices: [],
    creditMemos: [],
    shipments: [],
    transactions: [],
    history: [],
  };
}

export const isVirtualLine = (line: Line): boolean =>
  line.children.length === 0
    ? isVirtual(line.product.type)
    : line.children.every(child => isVirtual(child.product.type));

const totalsOf = (
  lines: readonly Line[],
  shipping: Shipping | null,
  role: 'order' | 'base',
  extras: { readonly wrapping: Money; readonly giftCards: Money; readonly storeCredit: Money },
): Totals =>
  addUp(
    lines.map(line => line.row[role]),
    { ...extras, shipping: shipping?.money[role] ?? noShipping, adjustment: 0 },
  );

const toGiftCard = (id: number, number: number, amount: Two<Money>): GiftCard => ({
  id: id * 3 + 1,
  code: `GC${String(id).padStart(6, '0')}${number}`,
  amount,
});

/** Tills send no address at all, privacy modules a masked one. */
function guestEmail(random: Random, contact: Contact): string {
  const chance = random.next();
  if (chance < 0.01) return '';
  if (chance < 0.02) return contact.email.replace(/^(.).*@/, '$1****@');
  return contact.email;
}
