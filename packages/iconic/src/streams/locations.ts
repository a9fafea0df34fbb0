import { id, stream } from '@cartograph/connector-kit';
import { toLocation } from '../mapping/location.js';
import { type NativeWarehouse, nativeWarehouseSchema } from '../native/warehouse.js';
import type { IconicShop } from '../shop.js';
import type { IconicReader } from './reader.js';

export const locations = stream<IconicReader, IconicShop, NativeWarehouse>({
  yields: ['locations'],
  incremental: 'none',
  lagMs: 0,
  native: nativeWarehouseSchema,
  identify: body => ({ id: id(body.id), modifiedAt: null }),
  async *read({ client }) {
    const bodies = await client.warehouses.list();
    yield { bodies, next: null, total: bodies.length };
  },
  normalize: (warehouse, shop) => [{ resource: 'locations', record: toLocation(warehouse, shop) }],
});
