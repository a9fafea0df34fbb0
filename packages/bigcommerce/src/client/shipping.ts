import { type BatchResult, checkInput, type RequestOptions } from '@cartograph/connector-kit';
import { z } from 'zod';
import { unfiltered } from '../input/kinds.js';
import {
  carrierId,
  carrierInput,
  channelShippingSettingsChanges,
  customsFilter,
  customsRow,
  shippingMethodChanges,
  shippingMethodInput,
  shippingSettingsChanges,
  shippingZoneChanges,
  shippingZoneInput,
} from '../input/shipping.js';
import {
  type CustomsInformation,
  customsSchema,
  shippingMethodSchema,
  shippingSettingsSchema,
  shippingZoneSchema,
} from '../records/shipping.js';
import type { Api, Method } from './api.js';
import { at, type Id } from './path.js';
import { deletesMany, sendRows } from './resource/batches.js';
import { gets, lists } from './resource/reading.js';
import { source } from './resource/source.js';
import { creates, deletes, singleton, updates } from './resource/writing.js';

export function createShipping(api: Api) {
  const zones = source(api, 'shipping.zones', () => '/v2/shipping/zones', shippingZoneSchema);
  const methods = source(
    api,
    'shipping.zones.methods',
    (zoneId: Id) => at`/v2/shipping/zones/${zoneId}/methods`,
    shippingMethodSchema,
  );
  const settings = source(api, 'shipping.settings', () => '/v3/shipping/settings', shippingSettingsSchema);
  const ofChannel = source(
    api,
    'shipping.settings.ofChannel',
    (channelId: Id) => at`/v3/shipping/settings/channels/${channelId}`,
    shippingSettingsSchema,
  );
  return {
    zones: {
      ...lists(zones, unfiltered),
      ...gets(zones),
      ...creates(zones, shippingZoneInput),
      ...updates(zones, shippingZoneChanges),
      ...deletes(zones),
      methods: {
        ...lists(methods, unfiltered),
        ...gets(methods),
        ...creates(methods, shippingMethodInput),
        ...updates(methods, shippingMethodChanges),
        ...deletes(methods),
      },
    },
    carriers: createCarriers(api),
    customs: createCustoms(api),
    settings: {
      ...singleton(settings, shippingSettingsChanges),
      ofChannel: singleton(ofChannel, channelShippingSettingsChanges),
    },
  };
}

/** The merchant's accounts with carriers. They cannot be read. */
function createCarriers(api: Api) {
  const send = async (method: Method, json: unknown, call?: RequestOptions): Promise<void> => {
    await api.send(method, '/v2/shipping/carrier/connection', { json }, call);
  };
  type Carrier = z.input<typeof carrierInput>;
  return {
    connect: async (carrier: Carrier, call?: RequestOptions) =>
      send('POST', checkInput('shipping.carriers.connect', carrierInput, carrier), call),
    update: async (carrier: Carrier, call?: RequestOptions) =>
      send('PUT', checkInput('shipping.carriers.update', carrierInput, carrier), call),
    disconnect: async (carrier: string, call?: RequestOptions) =>
      send('DELETE', checkInput('shipping.carriers.disconnect', carrierId, { carrier_id: carrier }), call),
  };
}

/** What customs want to know of a product. */
function createCustoms(api: Api) {
  const path = '/v3/shipping/products/customs-information';
  const customs = source(api, 'shipping.customs', () => path, customsSchema);
  const rows = z.array(customsRow);
  return {
    ...lists(customs, customsFilter),
    setMany: async (
      given: readonly z.input<typeof customsRow>[],
      call?: RequestOptions,
    ): Promise<BatchResult<CustomsInformation>> =>
      sendRows(customs, 'PUT', path, checkInput('shipping.customs.setMany', rows, given), {
        size: 50,
        key: 'product_id',
        call,
      }),
    ...deletesMany(customs, { by: 'product_id:in' }),
  };
}
