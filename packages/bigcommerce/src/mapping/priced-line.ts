import { FieldError, optionalAmount, text } from '@cartograph/connector-kit';
import { type Decimal, isNegative, isZero, negate, subtract, sum } from '@cartograph/core';
import { linesOf } from '../native/included-lines.js';
import { appliedDiscount, isFreeCompanion, isTaxInclusive, ownTax } from '../native/line-amounts.js';
import type { OrderBody } from '../native/order-body.js';
import type { NativeTax } from '../native/order-details.js';
import type { NativeOrderLine } from '../native/order-line.js';
import { money } from './money.js';

/** A line with what it costs after all its discounts. */
export interface PricedLine {
  readonly line: NativeOrderLine;
  readonly tax: Decimal;
  /** With tax. */
  readonly total: Decimal;
  /** Without tax. */
  readonly discount: Decimal;
  /**
   * How far the tax that a discount takes away outweighs the discount itself, which is then 0 and not below: the platform
   * rounds tax before discounts by the unit, and tax after them by the line.
   */
  readonly surplus: Decimal;
  readonly taxRows: readonly NativeTax[];
}

export function priceLines(body: OrderBody): readonly PricedLine[] {
  const lines = linesOf(body);
  if (lines === null) throw new FieldError('products', 'the lines of the order are not all included');
  const inclusive = isTaxInclusive(body.order);
  const counted = lines.filter(line => !isFreeCompanion(line));
  const rows = body.taxes ? rowsByLine(body.taxes) : null;
  return taxed(counted, body, rows, inclusive).map(({ line, tax }, index) => {
    try {
      const { total, discount, surplus } = amountsOf(line, tax, inclusive);
      return { line, tax, total, discount, surplus, taxRows: rowsOf(line, rows) };
    } catch (cause) {
      throw FieldError.within(`lines[${index}]`, cause);
    }
  });
}

type TaxRows = ReadonlyMap<string | null, readonly NativeTax[]>;

function rowsByLine(taxes: readonly NativeTax[]): TaxRows {
  const byLine = new Map<string | null, NativeTax[]>();
  for (const row of taxes) {
    if (row.line_item_type !== 'item') continue;
    const line = text(row.order_product_id);
    const found = byLine.get(line);
    if (found) found.push(row);
    else byLine.set(line, [row]);
  }
  return byLine;
}

const rowsOf = (line: NativeOrderLine, rows: TaxRows | null): readonly NativeTax[] => rows?.get(text(line.id)) ?? [];

/** The tax of every line after discounts: its own, else that of its tax rows, else what one line leaves of the header's. */
function taxed(lines: readonly NativeOrderLine[], { order }: OrderBody, rows: TaxRows | null, inclusive: boolean) {
  const known = lines.map(line => ({ line, tax: ownTax(line, inclusive) }));
  const told = known.map(({ tax }) => tax).filter(tax => tax !== null);
  const alone = known.length - told.length === 1;
  return known.map(({ line, tax }) => ({
    line,
    tax: tax ?? (alone ? subtract(money(order, 'subtotal_tax'), sum(told)) : taxOfRows(line, rows)),
  }));
}

function taxOfRows(line: NativeOrderLine, rows: TaxRows | null): Decimal {
  if (!rows) throw new FieldError('taxes', 'are needed for the tax of discounted lines');
  return sum(rowsOf(line, rows).map(row => money(row, 'line_amount')));
}

function amountsOf(line: NativeOrderLine, tax: Decimal, inclusive: boolean) {
  const before = { net: money(line, 'total_ex_tax'), gross: money(line, 'total_inc_tax') };
  const applied = appliedDiscount(line);
  const paid = optionalAmount(line.discounted_total_inc_tax);
  if (!inclusive || isZero(applied)) {
    const computed = inclusive || isZero(applied) ? before.gross : sum([before.net, negate(applied), tax]);
    return { total: paid ?? computed, discount: applied, surplus: '0' };
  }
  const lostTax = subtract(subtract(before.gross, before.net), tax);
  const discount = subtract(applied, lostTax);
  const total = paid ?? subtract(before.gross, applied);
  return isNegative(discount) ? { total, discount: '0', surplus: negate(discount) } : { total, discount, surplus: '0' };
}
