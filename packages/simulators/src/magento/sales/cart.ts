import type { Money } from '../../money.js';
import type { Random } from '../../random.js';
import type { Destination } from '../shop/destinations.js';
import {
  both,
  type PricedRow,
  type PriceInput,
  priceExclusive,
  priceInclusive,
  sum,
  sumRows,
  type Two,
} from '../shop/pricing.js';
import type { Product } from '../shop/product.js';
import { priceAt, type Shelf } from '../shop/selling.js';
import type { StoreView, Website } from '../shop/stores.js';
import { type AppliedRate, ratesFor } from '../shop/taxes.js';
import { type CartRule, convert, discountsOf, type Priceable } from './discounts.js';
import type { Child, Line } from './sale.js';

/** A product and how much of it, before prices. */
export interface Wish {
  readonly product: Product;
  readonly rowType: string;
  readonly quantity: number;
  /** Whose catalog price counts: the chosen variant, each part of a bundle, or the product itself. */
  readonly priced: readonly Product[];
  readonly children: readonly { readonly product: Product; readonly perUnit: number }[];
  readonly knowsProduct: boolean;
}

const plain = (product: Product, quantity: number, rowType: string = product.type): Wish => ({
  product,
  rowType,
  quantity,
  priced: [product],
  children: [],
  knowsProduct: true,
});

/** What a shopper of the shelf puts in the cart. */
export function fillCart(random: Random, shelf: Shelf, view: StoreView): Wish[] {
  const isWholesale = random.chance(0.004);
  const count = isWholesale
    ? random.int(51, 58)
    : random.weighted([
        [1, 45],
        [2, 28],
        [3, 15],
        [4, 8],
        [6, 4],
      ]);
  const wishes: Wish[] = [];
  while (wishes.length < count) wishes.push(...wishesFor(random, shelf.pick(random), view));
  if (shelf.gone.length > 0 && random.chance(0.03)) {
    wishes.push({ ...plain(random.pick(shelf.gone), 1), knowsProduct: random.chance(0.5) });
  }
  if (shelf.free && random.chance(0.04)) wishes.push(plain(shelf.free, 1));
  return wishes;
}

function wishesFor(random: Random, product: Product, view: StoreView): Wish[] {
  const quantity = random.weighted([
    [1, 65],
    [2, 20],
    [3, 10],
    [5, 4],
    [12, 1],
  ]);
  if (product.type === 'configurable') {
    const variant = random.pick(product.members);
    return [
      {
        product,
        rowType: 'configurable',
        quantity,
        priced: [variant],
        children: [{ product: variant, perUnit: 1 }],
        knowsProduct: true,
      },
    ];
  }
  if (product.type === 'bundle') {
    const children = product.bundleOptions.map(option => ({ product: option.product, perUnit: option.quantity }));
    const priced = product.isFixedPrice ? [product] : children.map(child => child.product);
    return [{ product, rowType: 'bundle', quantity, priced, children, knowsProduct: true }];
  }
  if (product.type === 'grouped') return product.members.map(member => plain(member, random.int(1, 3), 'grouped'));
  // Half meters only where prices are not converted, so that half a price is still whole cents.
  return [plain(product, product.isDecimal && view.rate === 1 ? quantity + random.pick([0, 0.5]) : quantity)];
}

/** Where and when a cart becomes an order. */
export interface Checkout {
  readonly website: Website;
  readonly view: StoreView;
  readonly place: Destination;
  readonly groupId: number;
  readonly at: number;
  readonly rule: CartRule | null;
  /** Id before that of the first row. */
  readonly lastRowId: number;
}

interface Piece extends Priceable {
  readonly regularPrice: Money;
  readonly fixedTax: Money;
  readonly rates: readonly AppliedRate[];
}

/** Puts prices, discounts and taxes on a cart, in the charged currency and in the base currency. */
export function priceCart(wishes: readonly Wish[], checkout: Checkout): Line[] {
  const { website, view, rule } = checkout;
  const pieces = both(role =>
    wishes.map(wish => wish.priced.map((product, index) => toPiece(wish, product, index, role, checkout))),
  );
  const discounts = both(role => discountsOf(rule, pieces[role].flat(), role, view));
  let rowId = checkout.lastRowId;
  let first = 0;
  return wishes.map((wish, wishIndex) => {
    const start = first;
    first += wish.priced.length;
    const priced = both(role => {
      const decimals = role === 'order' ? view.decimals : 2;
      return (pieces[role][wishIndex] ?? []).map((piece, index) => {
        const input: PriceInput = { ...piece, discount: discounts[role][start + index] ?? 0, decimals };
        return website.pricesIncludeTax ? priceInclusive(input) : priceExclusive(input);
      });
    });
    const rates = pieces.base[wishIndex]?.[0]?.rates ?? [];
    const id = ++rowId;
    const isSum = wish.rowType === 'bundle' && !wish.product.isFixedPrice;
    const children: Child[] = wish.children.map(({ product, perUnit }, index) => ({
      id: ++rowId,
      product,
      perUnit,
      priced: isSum ? both(role => pricedAt(priced[role], index)) : null,
    }));
    const whole = both(role => (isSum ? sumPieces(priced[role], wish) : pricedAt(priced[role], 0)));
    return toLine(id, wish, children, whole, rates, rule?.percent ?? 0);
  });
}

function toPiece(wish: Wish, product: Product, index: number, role: 'order' | 'base', checkout: Checkout): Piece {
  const { website, view } = checkout;
  const { price, regular } = priceAt(product, website.id, checkout.at);
  const perUnit = wish.priced.length > 1 ? (wish.children[index]?.perUnit ?? 1) : 1;
  return {
    unitPrice: convert(price, role, view),
    regularPrice: convert(regular, role, view),
    quantity: wish.quantity * perUnit,
    isDiscountable: product.type !== 'giftcard',
    fixedTax: convert(product.fixedTax[website.id] ?? 0, role, view),
    rates: product.taxClassId === 0 ? [] : ratesFor(checkout.place, product.taxClassId, checkout.groupId),
  };
}

const nothing: PricedRow = priceExclusive({
  unitPrice: 0,
  regularPrice: 0,
  quantity: 1,
  rates: [],
  discount: 0,
  fixedTax: 0,
  decimals: 2,
});

const pricedAt = (rows: readonly PricedRow[], index: number): PricedRow => rows[index] ?? nothing;

/** A bundle that costs what its parts cost repeats their sums on its own row. */
function sumPieces(rows: readonly PricedRow[], wish: Wish): PricedRow {
  const unitSum = (key: keyof PricedRow['unit']) =>
    sum(rows.map((row, index) => row.unit[key] * (wish.children[index]?.perUnit ?? 1)));
  const rates = rows[0]?.rateTaxes ?? [];
  return {
    unit: {
      price: unitSum('price'),
      priceInclTax: unitSum('priceInclTax'),
      originalPrice: unitSum('originalPrice'),
      fixedTax: unitSum('fixedTax'),
    },
    row: sumRows(rows.map(row => row.row)),
    rateTaxes: rates.map((_, index) => sum(rows.map(row => row.rateTaxes[index] ?? 0))),
  };
}

const toLine = (
  id: number,
  wish: Wish,
  children: readonly Child[],
  whole: Two<PricedRow>,
  rates: readonly AppliedRate[],
  percent: number,
): Line => ({
  id,
  product: wish.product,
  rowType: wish.rowType,
  children,
  quantity: wish.quantity,
  unit: both(role => whole[role].unit),
  row: both(role => whole[role].row),
  rates,
  rateTaxes: both(role => whole[role].rateTaxes),
  discountPercent: wish.product.type === 'giftcard' ? 0 : percent,
  knowsProduct: wish.knowsProduct,
  invoiced: 0,
  shipped: 0,
  refunded: 0,
  canceled: 0,
});
