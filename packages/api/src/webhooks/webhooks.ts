import {
  type ByHand,
  type Consumers,
  createByHand,
  createConsumers,
  createNativeFormat,
  deliverWebhooks,
  nativeFormat,
} from '@cartograph/webhooks';
import { readCompanyBook } from '../codat/webhooks/companies.js';
import { codatFormat, createCodatFormat } from '../codat/webhooks/format.js';
import type { Services } from '../route.js';

/** Who wants to be told what happens in the store, and the telling. */
export interface Webhooks {
  readonly consumers: Consumers;
  readonly byHand: ByHand;
  /** Tells them until the signal. */
  deliver(signal: AbortSignal): Promise<void>;
}

/** The host's `fetch` reaches consumers at addresses that users give: whoever hands it in decides which ones may be reached. */
export function createWebhooks({
  storage,
  connectors,
  host,
  settings,
}: Pick<Services, 'storage' | 'connectors' | 'host' | 'settings'>): Webhooks {
  const services = {
    ...{ storage, host, vault: settings },
    formats: {
      [nativeFormat]: createNativeFormat(storage),
      [codatFormat]: createCodatFormat(storage, connectors),
    },
    companies: () => readCompanyBook(storage),
  };
  return {
    consumers: createConsumers(services),
    byHand: createByHand(services),
    deliver: signal => deliverWebhooks(services, signal),
  };
}
