import type { NativePaymentMethod } from '../native/payment-method.js';
import type { Api } from './api.js';
import { byShortPage, pageLimit } from './pages.js';

/** By its own words this list may lack some methods; there is no other of the whole store. */
export function createPaymentMethods(api: Api) {
  const list = (query: { readonly page?: number; readonly limit?: number } = {}) =>
    api.list<NativePaymentMethod>('/v2/payments/methods', query);
  return { list, iterate: () => byShortPage(page => list({ page, limit: pageLimit })) };
}
