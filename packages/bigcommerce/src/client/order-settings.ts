import { pickupChanges, pickupFilter, pickupInput } from '../input/pickup.js';
import { orderSettingsChanges } from '../input/settings.js';
import { pickupSchema } from '../records/pickup.js';
import { orderSettingsSchema } from '../records/settings.js';
import type { Api } from './api.js';
import { at, type Id } from './path.js';
import { createsMany, deletesMany, updatesMany } from './resource/batches.js';
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

/** Orders that shoppers fetch: which of their units are ready, and which were fetched. */
export function createPickups(api: Api) {
  const pickups = source(api, 'orders.pickups', () => '/v3/orders/pickups', pickupSchema);
  return {
    ...lists(pickups, pickupFilter),
    ...createsMany(pickups, pickupInput, 100),
    ...updatesMany(pickups, pickupChanges, 100, 'pickup_id'),
    ...deletesMany(pickups),
  };
}
