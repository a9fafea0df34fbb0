import type { RequestOptions } from '@cartograph/connector-kit';
import { unfiltered } from '../input/kinds.js';
import { countryFilter, currencyChanges, currencyInput, stateFilter } from '../input/store.js';
import { orderStatusSchema } from '../records/order.js';
import { paymentMethodSchema } from '../records/payment.js';
import { countrySchema, currencySchema, type Store, stateSchema, storeSchema, timeSchema } from '../records/store.js';
import type { Api } from './api.js';
import { at, type Id } from './path.js';
import { createAcceptedMethods } from './payment-methods.js';
import { counts, gets, lists } from './resource/reading.js';
import { source } from './resource/source.js';
import { creates, deletes, deletesEverything, updates } from './resource/writing.js';

export function createStore(api: Api) {
  const store = api.records('store', storeSchema);
  const clock = api.records('store.time', timeSchema);
  return {
    get: async (call?: RequestOptions): Promise<Store> => store.one(await api.record('GET', '/v2/store', {}, call)),
    /** The platform's clock. */
    time: async (call?: RequestOptions): Promise<Date> =>
      new Date(clock.one(await api.record('GET', '/v2/time', {}, call)).time * 1000),
  };
}

export function createCurrencies(api: Api) {
  const currencies = source(api, 'currencies', () => '/v2/currencies', currencySchema);
  return {
    ...lists(currencies, unfiltered),
    ...gets(currencies),
    ...creates(currencies, currencyInput),
    ...updates(currencies, currencyChanges),
    ...deletes(currencies),
    ...deletesEverything(currencies),
  };
}

export function createCountries(api: Api) {
  const countries = source(api, 'countries', () => '/v2/countries', countrySchema);
  const states = source(api, 'countries.states', (countryId: Id) => at`/v2/countries/${countryId}/states`, stateSchema);
  const allStates = source(api, 'countries.allStates', () => '/v2/countries/states', stateSchema);
  return {
    ...lists(countries, countryFilter),
    ...gets(countries),
    ...counts(countries, unfiltered),
    states: { ...lists(states, stateFilter), ...gets(states), ...counts(states, unfiltered) },
    /** Of all countries. */
    allStates: { ...lists(allStates, unfiltered), ...counts(allStates, unfiltered) },
  };
}

/** There are fifteen, which do not change; a merchant gives them other names. */
export function createOrderStatuses(api: Api) {
  const statuses = source(api, 'orderStatuses', () => '/v2/order_statuses', orderStatusSchema);
  return { ...lists(statuses, unfiltered), ...gets(statuses) };
}

/** By its own words this list may lack some methods; there is no other of the whole store. */
export function createPaymentMethods(api: Api) {
  const methods = source(api, 'paymentMethods', () => '/v2/payments/methods', paymentMethodSchema);
  return { ...lists(methods, unfiltered), accepted: createAcceptedMethods(api) };
}
