import type { RequestOptions } from '@cartograph/connector-kit';
import { consentInput } from '../input/customer.js';
import { customerChannelSettingsChanges, customerSettingsChanges } from '../input/settings.js';
import { consentSchema, type StoredInstrument, storedInstrumentSchema } from '../records/customer.js';
import { customerSettingsSchema } from '../records/settings.js';
import type { Api, Page } from './api.js';
import { at, type Id } from './path.js';
import { source } from './resource/source.js';
import { singleton } from './resource/writing.js';

export function createCustomerPrivacy(api: Api) {
  const consent = source(
    api,
    'customers.consent',
    (customerId: Id) => at`/v3/customers/${customerId}/consent`,
    consentSchema,
  );
  const settings = source(api, 'customers.settings', () => '/v3/customers/settings', customerSettingsSchema);
  const ofChannel = source(
    api,
    'customers.settings.ofChannel',
    (channelId: Id) => at`/v3/customers/settings/channels/${channelId}`,
    customerSettingsSchema,
  );
  const instruments = api.records('customers.storedInstruments', storedInstrumentSchema);
  return {
    consent: singleton(consent, consentInput),
    settings: {
      ...singleton(settings, customerSettingsChanges),
      ofChannel: singleton(ofChannel, customerChannelSettingsChanges),
    },
    storedInstruments: {
      /** Cards and accounts that a customer keeps at the store. They come whole, without pages. */
      async list(customerId: Id, call?: RequestOptions): Promise<Page<StoredInstrument>> {
        const page = await api.page(at`/v3/customers/${customerId}/stored-instruments`, {}, call);
        return { ...page, items: instruments.all(page.items) };
      },
    },
  };
}
