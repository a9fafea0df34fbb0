import type { StoredRecord } from '@cartograph/core';
import { toAddress } from './address.js';
import { changeDates, metadata } from './dates.js';
import { beyond, ifKnown, known } from './shape.js';

export const toCodatLocation = (location: StoredRecord<'locations'>) =>
  known({
    id: location.id,
    name: location.name,
    address: ifKnown(location.address, address =>
      toAddress(location.type === 'inventory' ? 'Inventory' : 'Unknown', address),
    ),
    ...changeDates(location),
    metadata: metadata(location),
    cartograph: beyond(location, ['code', 'type', 'status']),
  });
