import { type Faults, problem, Refusal } from '../refusal.js';
import { type Doc, isDoc } from './fields.js';

/** How far a batch got: each row by itself. */
export interface Outcome<T> {
  readonly done: readonly T[];
  /** What was refused, in the order of the rows. */
  readonly refused: readonly { readonly index: number; readonly refusal: Refusal }[];
}

export function eachOf<T>(bodies: readonly Doc[], write: (body: Doc, index: number) => T): Outcome<T> {
  const done: T[] = [];
  const refused: { index: number; refusal: Refusal }[] = [];
  for (const [index, body] of bodies.entries()) {
    try {
      done.push(write(body, index));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push({ index, refusal: error });
    }
  }
  return { done, refused };
}

const titleOf = ({ body }: Refusal): string => (isDoc(body) ? String(body.title) : 'The row is not valid.');

/** `{'0.email': 'email must be…'}`: the faults of all rows, or their titles where they name no field. */
export const faultsOf = ({ refused }: Outcome<unknown>): Faults =>
  Object.fromEntries(
    refused.flatMap(({ index, refusal }) => {
      const errors = isDoc(refusal.body) && isDoc(refusal.body.errors) ? Object.entries(refusal.body.errors) : [];
      return errors.length > 0
        ? errors.map(([field, fault]) => [`${index}.${field}`, String(fault)])
        : [[String(index), titleOf(refusal)]];
    }),
  );

/** `{total, success, failed}`. */
export const tallyOf = ({ done, refused }: Outcome<unknown>) => ({
  total: done.length + refused.length,
  success: done.length,
  failed: refused.length,
});

/** The problem that stands for all refused rows: their own status where they agree, 422 where not. */
export function problemOf(outcome: Outcome<unknown>) {
  const [first] = outcome.refused;
  const status = first && outcome.refused.every(({ refusal }) => refusal.status === first.refusal.status);
  return problem(
    status ? first.refusal.status : 422,
    outcome.refused.length === 1 && first ? titleOf(first.refusal) : 'Some rows could not be processed.',
    faultsOf(outcome),
  );
}
