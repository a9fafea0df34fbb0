import { absent, derived, mapper, text, unmasked, words } from '@cartograph/connector-kit';
import type { Address } from '@cartograph/core';
import { countryOf } from '../countries.js';
import type { NativeAddress } from '../native/order.js';
import type { IconicShop } from '../shop.js';

const shownTexts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).map(unmasked).filter(found => found !== null);

/** Masked and blank ones are null, and so is what has no @. */
export function emailOf(address: NativeAddress | null | undefined): string | null {
  const found = unmasked(address?.email);
  return found?.includes('@') ? found : null;
}

export const phoneOf = (address: NativeAddress | null | undefined): string | null =>
  shownTexts(address?.phone)[0] ?? null;

export const toAddress = mapper<NativeAddress, Address, IconicShop>({
  name: address => words(unmasked(address.firstName), unmasked(address.lastName)),
  company: absent('addresses have no company'),
  lines: address => [...shownTexts(address.address), ...shownTexts(address.ward)],
  city: address => unmasked(address.city),
  region: address => unmasked(address.region),
  postalCode: address => unmasked(address.postCode),
  country: derived('the code of the country that is named', address => countryOf(address.country)),
  countryRaw: address => text(address.country),
  phone: phoneOf,
  email: emailOf,
});
