import { amountOrZero, FieldError } from '@cartograph/connector-kit';
import type { Decimal } from '@cartograph/core';

/** The amount of a field, 0 where it is absent. A failure names the native field. */
export function money<Field extends string>(source: { readonly [Name in Field]?: unknown }, field: Field): Decimal {
  try {
    return amountOrZero(source[field]);
  } catch (cause) {
    throw FieldError.within(field, cause);
  }
}
