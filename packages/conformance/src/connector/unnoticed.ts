import {
  type Connector,
  currencyDecimals,
  type Decimal,
  type ModelRecord,
  type NativeRecord,
  type ShopContext,
} from '@cartograph/core';
import { mutations } from './mutation.js';
import { unprovenRecords } from './proofs.js';

/** Native records whose model records are proven together, such as a payout and the transactions that it settles. */
export interface Given {
  readonly natives: readonly NativeRecord[];
  readonly shop: ShopContext;
}

/** A native path (`order.lines[0].price`) with the amounts of the model before and after it was raised. */
export interface Unnoticed {
  readonly path: string;
  readonly step: Decimal;
  readonly before: readonly Amount[];
  readonly after: readonly Amount[];
}

type Amount = readonly [path: string, amount: string];

/**
 * The paths whose amount can be raised by the smallest unit of the currency, so that amounts of the model change, and no
 * proof fails. `asked` leaves out paths before they are tried.
 */
export function* unnoticed(
  connector: Connector,
  { natives, shop }: Given,
  asked: (path: string) => boolean = () => true,
): Generator<Unnoticed> {
  const normalized = natives.map(native => connector.normalize(native, shop));
  const made = normalized.flat();
  const before = amountsOf(made);
  const step = smallestUnit(made);
  for (const [index, native] of natives.entries()) {
    for (const { path, body } of mutations(native.body, step)) {
      if (!asked(path)) continue;
      const own = tryNormalize(connector, { ...native, body }, shop);
      if (own === null) continue;
      const changed = normalized.with(index, own).flat();
      if (unprovenRecords(changed, 'part').length > 0) continue;
      const after = amountsOf(changed);
      if (JSON.stringify(after) !== JSON.stringify(before)) yield { path, step, before, after };
    }
  }
}

function tryNormalize(connector: Connector, native: NativeRecord, shop: ShopContext): readonly ModelRecord[] | null {
  try {
    return connector.normalize(native, shop);
  } catch {
    return null;
  }
}

/** Of the currency of the first record that has one, else a cent: `1` for JPY, `0.001` for KWD. */
function smallestUnit(made: readonly ModelRecord[]): Decimal {
  const currencies = made.map(({ record }) => ('currency' in record ? record.currency : null));
  const currency = currencies.find(code => code !== null);
  const decimals = currency ? currencyDecimals(currency) : 2;
  return decimals === 0 ? '1' : `0.${'1'.padStart(decimals, '0')}`;
}

const moneyFields = new Set([
  'unitPrice',
  'discount',
  'tax',
  'total',
  'net',
  'amount',
  'grand',
  'gratuity',
  'refunded',
  'paid',
  'due',
  'platformTotal',
  'adjustment',
]);

/** Every amount of the records with its path. The totals of an inventory are units. */
function amountsOf(value: unknown, path = ''): Amount[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]): Amount[] => {
    if (key === 'inventory') return [];
    return moneyFields.has(key) && typeof inner === 'string'
      ? [[`${path}.${key}`, inner]]
      : amountsOf(inner, `${path}.${key}`);
  });
}
