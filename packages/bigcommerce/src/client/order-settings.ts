import { type BatchResult, checkInput, type RequestOptions } from '@cartograph/connector-kit';
import { z } from 'zod';
import { pickupChange, pickupFilter, pickupInput } from '../input/pickup.js';
import { orderSettingsChanges } from '../input/settings.js';
import { type Pickup, pickupSchema } from '../records/pickup.js';
import { orderSettingsSchema } from '../records/settings.js';
import type { Api } from './api.js';
import { at, type Id } from './path.js';
import { createsMany, deletesMany, first, sendRows } from './resource/batches.js';
import { lists } from './resource/reading.js';
import { source } from './resource/source.js';
import { singleton } from './resource/writing.js';

/** Who is told of new orders. */
export function createOrderSettings(api: Api) {
  const ofStore = source(api, 'orders.settings', () => '/v3/orders/settings', orderSettingsSchema);
  const ofChannel = source(
    api,
    'orders.settings.ofChannel',
    (channelId: Id) => at`/v3/orders/settings/channels/${channelId}`,
    orderSettingsSchema,
  );
  return {
    settings: { ...singleton(ofStore, orderSettingsChanges), ofChannel: singleton(ofChannel, orderSettingsChanges) },
  };
}

type PickupChange = z.input<typeof pickupChange>;

/** Orders that shoppers fetch: which of their units are ready, and which were fetched. */
export function createPickups(api: Api) {
  const path = '/v3/orders/pickups';
  const pickups = source(api, 'orders.pickups', () => path, pickupSchema);
  const rows = z.array(pickupChange);
  const updateMany = async (given: readonly PickupChange[], call?: RequestOptions): Promise<BatchResult<Pickup>> => {
    // The platform wants the id by its older name as well.
    const changes = checkInput('orders.pickups.update', rows, given).map(row => ({ ...row, pickup_id: row.id }));
    return sendRows(pickups, 'PUT', path, changes, { size: 100, key: 'id', call });
  };
  return {
    ...lists(pickups, pickupFilter),
    ...createsMany(pickups, pickupInput, 100),
    update: async (id: number, change: Omit<PickupChange, 'id'>, call?: RequestOptions): Promise<Pickup> =>
      first(await updateMany([{ ...change, id }], call)),
    updateMany,
    ...deletesMany(pickups),
  };
}
