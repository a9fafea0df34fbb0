import { checkInput, type RequestOptions } from '@cartograph/connector-kit';
import { type ProviderFilters, providerFilters } from '../input/catalog.js';
import { itemsOf } from '../input/orders.js';
import { paymentMethodSchema } from '../records/order.js';
import { failureReasonSchema, pickupRequestSchema, shipmentProviderSchema } from '../records/order-item.js';
import { text } from '../records/scalars.js';
import type { Api } from './api.js';

/** Short lists that others refer to. */
export function createLookups(api: Api) {
  const reasons = api.of('failureReasons', failureReasonSchema);
  const providers = api.of('shipmentProviders', shipmentProviderSchema);
  const methods = api.of('paymentMethods', paymentMethodSchema);
  const pickups = api.of('pickupRequests', pickupRequestSchema);
  const countries = api.of('countries', text.unwrap().unwrap());
  return {
    /** What `reason` takes by its `name`; `type` tells for which transition. */
    failureReasons: { list: (call?: RequestOptions) => reasons.all('GET', '/v2/orders-failure-reasons', {}, call) },
    /** What `shippingProvider` takes by its `name`. */
    shipmentProviders: {
      list: async (query: ProviderFilters = {}, call?: RequestOptions) =>
        providers.all(
          'GET',
          '/v2/orders-shipment-providers',
          { query: checkInput<object>('shipmentProviders.list', providerFilters, query) },
          call,
        ),
    },
    paymentMethods: { list: (call?: RequestOptions) => methods.all('GET', '/v2/payment-methods', {}, call) },
    pickupRequests: {
      /** Answers with the items that will be fetched, and why others will not. */
      create: async (orderItemIds: readonly (string | number)[], call?: RequestOptions) =>
        pickups.one(
          'POST',
          '/v2/order-pickup-requests',
          { json: { orderItemIds: checkInput('pickupRequests.create', itemsOf, orderItemIds) } },
          call,
        ),
    },
    /** Codes of the countries that the seller sells in. */
    countries: { list: (call?: RequestOptions) => countries.all('GET', '/v2/countries/enabled', {}, call) },
  };
}
