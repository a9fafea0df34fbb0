import { createHash } from 'node:crypto';
import { unmasked, words } from '@cartograph/connector-kit';
import type { NativeOrder } from '../native/order.js';
import { emailOf, phoneOf } from './address.js';

/** The buyer as far as an order shows them. */
export interface Buyer {
  /** Null for a buyer without a shown e-mail: names are too common to tell people apart. */
  readonly id: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

type Named = { readonly firstName?: unknown; readonly lastName?: unknown } | null | undefined;

const nameOf = (person: Named): string | null => words(unmasked(person?.firstName), unmasked(person?.lastName));

const idOf = (email: string): string => createHash('sha256').update(email.toLowerCase()).digest('hex').slice(0, 32);

export function buyerOf({ customer, address }: NativeOrder): Buyer {
  const { billing, shipping } = address ?? {};
  const email = emailOf(billing) ?? emailOf(shipping);
  return {
    id: email === null ? null : idOf(email),
    name: nameOf(customer) ?? nameOf(shipping) ?? nameOf(billing),
    email,
    phone: phoneOf(billing) ?? phoneOf(shipping),
  };
}
