export type FailureType = 'canceled' | 'canceled_system' | 'returned' | 'failed' | 'return_rejected';

export interface FailureReason {
  readonly id: number;
  readonly type: FailureType;
  readonly name: string;
  readonly outOfStock: boolean;
}

const table: readonly (readonly [FailureType, string])[] = [
  ['canceled', 'Out of Stock'],
  ['canceled', 'Pricing Error'],
  ['canceled', 'Damaged Item'],
  ['canceled_system', 'Customer changed mind'],
  ['canceled_system', 'Payment not received'],
  ['returned', 'Too small'],
  ['returned', 'Too large'],
  ['returned', 'Not as described'],
  ['returned', 'Faulty'],
  ['failed', 'Address not found'],
  ['failed', 'Refused by customer'],
  ['return_rejected', 'Worn or washed'],
];

export const reasons: readonly FailureReason[] = table.map(([type, name], index) => ({
  id: 801 + index,
  type,
  name,
  outOfStock: name === 'Out of Stock',
}));

export const reasonsFor = (type: FailureType): readonly FailureReason[] =>
  reasons.filter(reason => reason.type === type);

export function reasonNamed(name: string): FailureReason {
  const reason = reasons.find(candidate => candidate.name === name);
  if (!reason) throw new Error(`no failure reason is called ${name}`);
  return reason;
}
