const padded = /^-?\d+\.\d{4}$/;

/** The ways in which an amount is written, by how long its name is: so it is the same wherever it is read. */
const spellings: readonly ((amount: string) => unknown)[] = [
  amount => Number(amount),
  amount => String(Number(amount)),
  amount => amount,
];

const isNothing = (value: unknown): boolean => value === null;

/** The same values as the platform may as well write them. Fields that are never null are left as they are. */
export function loosen(value: unknown, name: unknown = ''): unknown {
  const key = typeof name === 'string' ? name : '';
  if (Array.isArray(value)) return value.map(inner => loosen(inner, key));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, loosen(inner, field)]));
  if (typeof value === 'string' && padded.test(value)) return spellings[key.length % spellings.length]?.(value);
  return isNothing(value) && isOptional(key) ? (key.length % 2 === 0 ? {} : '') : value;
}

/** Fields in which the platform's own examples have `{}` or `""` for nothing. */
const isOptional = (name: string): boolean =>
  [
    'reference_transaction_id',
    'gift_certificate',
    'store_credit',
    'credit_card',
    'offline',
    'custom',
    'map_price',
  ].includes(name);
