import { absent, always, derived, id, mapper, nest, text } from '@cartograph/connector-kit';
import type { Address, Location } from '@cartograph/core';
import { countryOf } from '../countries.js';
import type { NativeWarehouse } from '../native/warehouse.js';
import type { IconicShop } from '../shop.js';

const toWarehouseAddress = mapper<NativeWarehouse, Address, IconicShop>({
  name: absent('warehouses name nobody'),
  company: absent('warehouses name no company'),
  lines: warehouse => [text(warehouse.address)].filter(line => line !== null),
  city: warehouse => text(warehouse.city),
  region: absent('warehouses name no region'),
  postalCode: warehouse => text(warehouse.postcode),
  country: derived('the code of the country that is named', warehouse => countryOf(warehouse.country)),
  countryRaw: warehouse => text(warehouse.country),
  phone: absent('warehouses have no phone'),
  email: absent('warehouses have no e-mail'),
});

const statuses: Readonly<Record<string, Location['status']>> = { active: 'active', disabled: 'inactive' };

export const toLocation = mapper<NativeWarehouse, Location, IconicShop>({
  id: warehouse => id(warehouse.id),
  createdAt: absent('warehouses have no dates'),
  sourceModifiedAt: absent('warehouses have no dates'),
  derived: derived(
    'the platform has warehouses of the seller; its own, with consigned stock, is made from the stock of products',
    () => false,
  ),
  name: warehouse => text(warehouse.name),
  code: absent('warehouses have no code'),
  type: always('inventory', 'a warehouse holds stock'),
  address: nest(toWarehouseAddress, warehouse => warehouse),
  status: derived(
    'active or disabled, as `status` says',
    warehouse => statuses[text(warehouse.status) ?? ''] ?? 'unknown',
  ),
});

const unlisted = 'the platform does not list its own warehouse';

/** Where consigned units are: a warehouse of the marketplace's. */
export const venture = { id: 'venture', name: 'Marketplace warehouse' } as const;

export const toVentureLocation = mapper<unknown, Location, IconicShop>({
  id: always(venture.id, unlisted),
  createdAt: absent(unlisted),
  sourceModifiedAt: absent(unlisted),
  derived: always(true, unlisted),
  name: always(venture.name, unlisted),
  code: absent(unlisted),
  type: always('inventory', 'a warehouse holds stock'),
  address: absent(unlisted),
  status: always('unknown', unlisted),
});
