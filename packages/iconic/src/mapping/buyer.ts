import { hash } from 'node:crypto';
import { unmasked, words } from '@cartograph/connector-kit';
import type { NativeOrder } from '../native/order.js';
import type { Sides } from './address.js';

/** The buyer as far as an order shows them. */
export interface Buyer {
  /** Null for a buyer without a shown e-mail: names are too common to tell people apart. */
  readonly id: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

const idOf = (email: string): string => hash('sha256', email.toLowerCase(), 'hex').slice(0, 32);

export function buyerOf({ customer }: NativeOrder, { billing, shipping }: Sides): Buyer {
  const email = billing?.email ?? shipping?.email ?? null;
  return {
    id: email === null ? null : idOf(email),
    name: words(unmasked(customer?.firstName), unmasked(customer?.lastName)) ?? shipping?.name ?? billing?.name ?? null,
    email,
    phone: billing?.phone ?? shipping?.phone ?? null,
  };
}
