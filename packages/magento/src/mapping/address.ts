import { countryCode, mapper, text, unmasked, words } from '@cartograph/connector-kit';
import type { Address } from '@cartograph/core';
import type { NativeAddress } from '../native/address.js';

export const toAddress = mapper<NativeAddress, Address, unknown>({
  name: address => personName(address),
  company: address => text(address.company),
  lines: address => (address.street ?? []).map(text).filter(line => line !== null),
  city: address => text(address.city),
  region: address => regionName(address.region),
  postalCode: address => text(address.postcode),
  country: address => countryCode(address.country_id),
  countryRaw: address => text(address.country_id),
  phone: address => unmasked(address.telephone),
  email: address => unmasked(address.email),
});

interface Person {
  readonly prefix?: unknown;
  readonly firstname?: unknown;
  readonly middlename?: unknown;
  readonly lastname?: unknown;
  readonly suffix?: unknown;
}

/** Names that a privacy module has masked are null as a whole. */
export const personName = ({ prefix, firstname, middlename, lastname, suffix }: Person): string | null =>
  unmasked(words(prefix, firstname, middlename, lastname, suffix));

const regionName = (region: NativeAddress['region']): string | null =>
  typeof region === 'object' && region !== null ? text(region.region) : text(region);
