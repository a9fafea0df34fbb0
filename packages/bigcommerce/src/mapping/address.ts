import { absent, countryCode, mapper, text, unmasked, words } from '@cartograph/connector-kit';
import type { Address } from '@cartograph/core';
import type { NativeCustomerAddress, NativeOrderAddress } from '../native/address.js';

export const streets = (...lines: readonly unknown[]): string[] => lines.map(text).filter(line => line !== null);

export const toOrderAddress = mapper<NativeOrderAddress, Address, unknown>({
  name: address => words(address.first_name, address.last_name),
  company: address => text(address.company),
  lines: address => streets(address.street_1, address.street_2),
  city: address => text(address.city),
  region: address => text(address.state),
  postalCode: address => text(address.zip),
  country: address => countryCode(address.country_iso2),
  countryRaw: address => text(address.country) ?? text(address.country_iso2),
  phone: address => unmasked(address.phone),
  email: address => unmasked(address.email),
});

export const toCustomerAddress = mapper<NativeCustomerAddress, Address, unknown>({
  name: address => words(address.first_name, address.last_name),
  company: address => text(address.company),
  lines: address => streets(address.address1, address.address2),
  city: address => text(address.city),
  region: address => text(address.state_or_province),
  postalCode: address => text(address.postal_code),
  country: address => countryCode(address.country_code),
  countryRaw: address => text(address.country) ?? text(address.country_code),
  phone: address => unmasked(address.phone),
  email: absent('an address of a customer has no e-mail of its own'),
});
