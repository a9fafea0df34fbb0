import {
  add,
  currencyDecimals,
  type Decimal,
  divide,
  isZero,
  multiply,
  negate,
  type Order,
  type Refund,
  round,
  subtract,
  sum,
} from '@cartograph/core';

/** A part of a refund: what an order's line, a charge or nothing in particular gave back. Amounts are positive. */
export interface RefundedPart {
  /** Unique among the lines of the order. */
  readonly id: string;
  readonly line: Order['lines'][number] | null;
  readonly charge: Order['charges'][number]['type'] | null;
  readonly quantity: Decimal;
  readonly unitPrice: Decimal;
  readonly discount: Decimal;
  readonly tax: Decimal;
  /** `quantity` · `unitPrice` − `discount` + `tax`. */
  readonly total: Decimal;
}

interface Piece {
  readonly id: string;
  readonly line: RefundedPart['line'];
  readonly charge: RefundedPart['charge'];
  readonly quantity: Decimal | null;
  readonly total: Decimal;
  readonly tax: Decimal;
}

/**
 * The refunds of an order as parts that sum to exactly what was given back. The tax of a part is its share of the tax of
 * what it refunds, to the currency's decimals; what the refund states beyond its parts, or without any, is a part of its own.
 */
export function refundedParts(order: Order, refunds: readonly Refund[]): readonly RefundedPart[] {
  const given = refunds.filter(({ status }) => status !== 'failed');
  const parts = given.flatMap(refund => piecesOf(order, refund).map(toPart));
  const stated = order.totals.refunded;
  const beyond = stated === null ? '0' : subtract(stated, sum(given.map(({ amount }) => amount)));
  if (isZero(beyond)) return parts;
  return [...parts, toPart({ id: 'refunded', line: null, charge: null, quantity: null, total: beyond, tax: '0' })];
}

function piecesOf(order: Order, refund: Refund): readonly Piece[] {
  const decimals = currencyDecimals(order.currency);
  const share = (total: Decimal, of: { tax: Decimal; total: Decimal } | undefined): Decimal =>
    of === undefined || isZero(of.total)
      ? '0'
      : round(divide(multiply(total, of.tax), of.total, decimals + 4), decimals);
  const lines = refund.lines.map((refunded, index): Piece => {
    const line = order.lines.find(({ id }) => id === refunded.lineId);
    const total = refunded.amount ?? worthOf(line, refunded.quantity, decimals);
    const id = `${refund.id}:${refunded.lineId ?? index}`;
    return { id, line: line ?? null, charge: null, quantity: refunded.quantity, total, tax: share(total, line) };
  });
  const charges = refund.charges.map(({ type, amount }, index): Piece => {
    const charge = order.charges.find(candidate => candidate.type === type);
    return {
      id: `${refund.id}:charge:${index}`,
      line: null,
      charge: type,
      quantity: null,
      total: amount,
      tax: share(amount, charge),
    };
  });
  return withRemainder(refund, [...lines, ...charges]);
}

/** Where a refund names units and no amount: their share of the line. */
const worthOf = (line: Order['lines'][number] | undefined, quantity: Decimal | null, decimals: number): Decimal =>
  line === undefined || quantity === null || isZero(line.quantity)
    ? '0'
    : round(divide(multiply(quantity, line.total), line.quantity, decimals + 4), decimals);

function withRemainder(refund: Refund, pieces: readonly Piece[]): readonly Piece[] {
  const total = subtract(refund.amount, sum(pieces.map(piece => piece.total)));
  const taxed = sum(pieces.map(piece => piece.tax));
  const tax = refund.tax === null ? '0' : subtract(refund.tax, taxed);
  const last = pieces.at(-1);
  if (!isZero(total) || last === undefined)
    return [...pieces, { id: `${refund.id}:remainder`, line: null, charge: null, quantity: null, total, tax }];
  return isZero(tax) ? pieces : [...pieces.slice(0, -1), { ...last, tax: add(last.tax, tax) }];
}

/** What the units would have cost before discount, and what is missing to it, is the discount that went back with them. */
function toPart({ id, line, charge, quantity, total, tax }: Piece): RefundedPart {
  const net = subtract(total, tax);
  if (line === null || quantity === null || isZero(quantity))
    return { id, line, charge, quantity: '1', unitPrice: net, discount: '0', tax, total };
  const discount = subtract(multiply(quantity, line.unitPrice), net);
  return { id, line, charge, quantity, unitPrice: line.unitPrice, discount, tax, total };
}

export const totalOf = (parts: readonly RefundedPart[], amount: 'discount' | 'tax' | 'total'): Decimal =>
  sum(parts.map(part => part[amount]));

/** The part as a sale with the opposite sign. */
export const reversed = (amount: Decimal): Decimal => negate(amount);
