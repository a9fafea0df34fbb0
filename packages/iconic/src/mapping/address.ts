import { absent, derived, mapper, text, unmasked, words } from '@cartograph/connector-kit';
import type { Address } from '@cartograph/core';
import { countryOf } from '../countries.js';
import type { NativeAddress, NativeOrder } from '../native/order.js';
import type { IconicShop } from '../shop.js';

const shownTexts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).map(unmasked).filter(found => found !== null);

/** Masked and blank ones are null, and so is what has no @. */
function emailIn(address: NativeAddress | null | undefined): string | null {
  const found = unmasked(address?.email);
  return found?.includes('@') ? found : null;
}

const phoneIn = (address: NativeAddress | null | undefined): string | null => shownTexts(address?.phone)[0] ?? null;

export const toAddress = mapper<NativeAddress, Address, IconicShop>({
  name: address => words(unmasked(address.firstName), unmasked(address.lastName)),
  company: absent('addresses have no company'),
  lines: address => [...shownTexts(address.address), ...shownTexts(address.ward)],
  city: address => unmasked(address.city),
  region: address => unmasked(address.region),
  postalCode: address => unmasked(address.postCode),
  country: derived('the code of the country that is named', address => countryOf(address.country)),
  countryRaw: address => text(address.country),
  phone: phoneIn,
  email: emailIn,
});

/** The buyer as far as an order shows them. */
export const buyerOf = ({ customer, address }: NativeOrder) => {
  const sides = [address?.billing, address?.shipping];
  const nameOf = (person: { firstName?: unknown; lastName?: unknown } | null | undefined) =>
    words(unmasked(person?.firstName), unmasked(person?.lastName));
  return {
    name: nameOf(customer) ?? nameOf(address?.shipping) ?? nameOf(address?.billing),
    email: sides.map(emailIn).find(email => email !== null) ?? null,
    phone: sides.map(phoneIn).find(phone => phone !== null) ?? null,
  };
};
