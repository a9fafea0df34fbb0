import {
  absent,
  always,
  countryCode,
  derived,
  flag,
  id,
  mapper,
  nest,
  text,
  unmasked,
} from '@cartograph/connector-kit';
import type { Address, Location } from '@cartograph/core';
import type { InventorySource, LocationBody } from '../native/location.js';

const toSourceAddress = mapper<InventorySource, Address, unknown>({
  name: source => unmasked(source.contact_name),
  company: absent('sources name none'),
  lines: source => (text(source.street) ?? '').split('\n').flatMap(line => text(line) ?? []),
  city: source => text(source.city),
  region: source => text(source.region),
  postalCode: source => text(source.postcode),
  country: source => countryCode(source.country_id),
  countryRaw: source => text(source.country_id),
  phone: source => unmasked(source.phone),
  email: source => unmasked(source.email),
});

/** A source of stock, or a store view. */
export const toLocation = mapper<LocationBody, Location, unknown>({
  id: derived('the code of a source; `store:` and the id of a store view', body =>
    'source' in body ? id(body.source.source_code) : `store:${id(body.storeView.id)}`,
  ),
  createdAt: absent('sources and store views have no times over REST'),
  sourceModifiedAt: absent('sources and store views have no times over REST'),
  derived: always(false, 'sources are records of the platform'),
  name: body => text(place(body).name),
  code: body => text('source' in body ? body.source.source_code : body.storeView.code),
  type: derived('a source holds stock, a store view sells', body => ('source' in body ? 'inventory' : 'salesChannel')),
  address: nest(toSourceAddress, body => ('source' in body ? body.source : null)),
  status: body => {
    const isActive = flag('source' in body ? body.source.enabled : body.storeView.is_active);
    return isActive === null ? 'unknown' : isActive ? 'active' : 'inactive';
  },
});

const place = (body: LocationBody) => ('source' in body ? body.source : body.storeView);
