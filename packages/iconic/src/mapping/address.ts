import { absent, derived, type Mapper, mapper, nest, text, unmasked, words } from '@cartograph/connector-kit';
import type { Address } from '@cartograph/core';
import { countryOf } from '../countries.js';
import type { NativeAddress, NativeOrder } from '../native/order.js';
import type { IconicShop } from '../shop.js';

const shownTexts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).map(unmasked).filter(found => found !== null);

/** Masked and blank ones are null, and so is what has no @. */
function emailOf(address: NativeAddress): string | null {
  const found = unmasked(address.email);
  return found?.includes('@') ? found : null;
}

export const toAddress = mapper<NativeAddress, Address, IconicShop>({
  name: address => words(unmasked(address.firstName), unmasked(address.lastName)),
  company: absent('addresses have no company'),
  lines: address => [...shownTexts(address.address), ...shownTexts(address.ward)],
  city: address => unmasked(address.city),
  region: address => unmasked(address.region),
  postalCode: address => unmasked(address.postCode),
  country: derived('the code of the country that is named', address => countryOf(address.country)),
  countryRaw: address => text(address.country),
  phone: address => shownTexts(address.phone)[0] ?? null,
  email: emailOf,
});

/** The addresses of an order, made once for all the records that show them. */
export interface Sides {
  readonly billing: Address | null;
  readonly shipping: Address | null;
}

export const toSides = mapper<NativeOrder, Sides, IconicShop>({
  billing: nest(toAddress, ({ address }) => address?.billing),
  shipping: nest(toAddress, ({ address }) => address?.shipping),
});

/** For the rows of what shows an address that is made already. */
export const madeAddress: Mapper<Address, Address, IconicShop> = Object.assign((address: Address) => address, {
  coverage: toAddress.coverage,
});
