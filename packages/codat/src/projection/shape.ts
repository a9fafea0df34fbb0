import type { Decimal, Instant } from '@cartograph/core';

/** What may be left out is left out: Codat's readers refuse null. */
type WithoutNull<Fields> = {
  [Key in keyof Fields as null extends Fields[Key] ? never : Key]: Fields[Key];
} & {
  [Key in keyof Fields as null extends Fields[Key] ? Key : never]?: Exclude<Fields[Key], null>;
};

/** The fields that are known, in the order given. */
export function known<const Fields extends object>(fields: Fields): WithoutNull<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as WithoutNull<Fields>;
}

/** A JSON number. Text of up to 15 digits comes back as it was. */
export const toNumber = (amount: Decimal): number => Number(amount);

/** To the second, as Codat writes its own times. */
export const toDate = (instant: Instant): string => instant.replace(/\.\d+Z$/, 'Z');

export const ifKnown = <Value, Result>(value: Value | null, then: (value: Value) => Result): Result | null =>
  value === null ? null : then(value);

/** A reference needs an id; its name is told where there is one. */
export const reference = (id: string | null, name: string | null) => (id === null ? null : known({ id, name }));

/** What the model says beyond Codat's, under one key that Codat's clients pass over. */
export const beyond = <Record extends object, Key extends keyof Record>(record: Record, keys: readonly Key[]) =>
  Object.fromEntries(keys.map(key => [key, record[key]])) as Pick<Record, Key>;
