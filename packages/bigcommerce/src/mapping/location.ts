import { absent, always, countryCode, flag, id, mapper, nest, text, unmasked } from '@cartograph/connector-kit';
import type { Address, Location } from '@cartograph/core';
import { instant } from '../native/instant.js';
import type { NativeLocation, NativeLocationAddress } from '../native/location.js';
import { streets } from './address.js';

const toAddress = mapper<NativeLocationAddress, Address, unknown>({
  name: absent('nobody is named at a location'),
  company: absent('no company is named at a location'),
  lines: address => streets(address.address1, address.address2),
  city: address => text(address.city),
  region: address => text(address.state),
  postalCode: address => text(address.zip),
  country: address => countryCode(address.country_code),
  countryRaw: address => text(address.country_code),
  phone: address => unmasked(address.phone),
  email: address => unmasked(address.email),
});

const statuses = { true: 'active', false: 'inactive', null: 'unknown' } as const;

export const toLocation = mapper<NativeLocation, Location, unknown>({
  id: location => id(location.id),
  createdAt: location => instant(location.created_at),
  sourceModifiedAt: location => instant(location.updated_at),
  derived: always(false, 'locations are records of the platform'),
  name: location => text(location.label) ?? text(location.code),
  code: location => text(location.code),
  type: always('inventory', 'locations hold stock; what sells is a channel'),
  address: nest(toAddress, location => location.address),
  status: location => statuses[`${flag(location.enabled)}`],
});
