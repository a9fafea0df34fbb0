import { type Money, toMoney } from '../../money.js';
import type { Country } from '../catalog/product-set.js';
import { groupBy } from '../grouping.js';
import { nextPeriod, periodsBetween } from './periods.js';
import { historyStart, type Shop } from './shop.js';
import { type StatementType, statementTypes, type Transaction } from './transaction.js';

const firstIds = { marketplace: 7001, consignment: 9001 } as const;
const dayMs = 86_400_000;

export const enabledCountries: readonly Country[] = ['AU', 'NZ'];
export const currencyIn = { AU: 'AUD', NZ: 'NZD' } as const;

/** Held back from payouts of own sales in that country. */
const deposits: Readonly<Record<Country, Money>> = { AU: 0, NZ: toMoney(50) };

const depositOf = (country: Country, type: StatementType): Money => (type === 'marketplace' ? deposits[country] : 0);

export interface Statement {
  /** 0 for the open period. */
  readonly id: number;
  readonly number: string;
  readonly country: Country;
  readonly type: StatementType;
  readonly start: number;
  /** The last second. */
  readonly end: number;
  readonly opening: Money;
  /** Opening balance and all rows of the period. */
  readonly closing: Money;
  readonly deposit: Money;
  /** What of the closing balance is paid out; the rest opens the next statement. */
  readonly payout: Money;
  readonly dueAt: number;
  readonly paidAt: number | null;
  readonly rows: readonly Transaction[];
}

function statementsIn(country: Country, type: StatementType, shop: Shop, rows: readonly Transaction[]): Statement[] {
  const deposit = depositOf(country, type);
  let opening = 0;
  const byPeriod = groupBy(rows, row => row.period);
  return periodsBetween(historyStart, shop.time).map((start, index) => {
    const own = byPeriod.get(start) ?? [];
    const end = nextPeriod(start) - 1000;
    const open = end >= shop.time;
    const closing = own.reduce((sum, row) => sum + row.amount, opening);
    const payout = Math.max(0, closing - deposit);
    const dueAt = end + 7 * dayMs;
    const id = firstIds[type] + index * enabledCountries.length + enabledCountries.indexOf(country);
    const statement = {
      id: open ? 0 : id,
      number: `${country}5623-${id}`,
      country,
      type,
      start,
      end,
      opening,
      closing,
      deposit,
      payout,
      dueAt,
      paidAt: dueAt <= shop.time ? dueAt : null,
      rows: own,
    };
    opening = closing - payout;
    return statement;
  });
}

/** All statements by period; the last one of each country and type is the open one. */
export function createStatements(shop: Shop, ledger: readonly Transaction[]): readonly Statement[] {
  const accounts = groupBy(ledger, row => `${row.statementType} ${row.country}`);
  return statementTypes
    .flatMap(type =>
      enabledCountries.flatMap(country => statementsIn(country, type, shop, accounts.get(`${type} ${country}`) ?? [])),
    )
    .sort((left, right) => left.start - right.start);
}
