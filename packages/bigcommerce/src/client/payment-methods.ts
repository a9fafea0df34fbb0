import { checkInput, input, type RequestOptions } from '@cartograph/connector-kit';
import { z } from 'zod';
import { id, word } from '../input/kinds.js';
import { type AcceptedMethod, acceptedMethodSchema } from '../records/payment.js';
import type { Api, Page } from './api.js';
import type { NativeQuery } from './query.js';

const acceptedQuery = z.union([input({ order_id: id }), input({ checkout_id: word })]);

/** Ways to pay that are accepted for one order or checkout. They come whole, without pages. */
export function createAcceptedMethods(api: Api) {
  const methods = api.records('paymentMethods.accepted', acceptedMethodSchema);
  return {
    async list(query: z.input<typeof acceptedQuery>, call?: RequestOptions): Promise<Page<AcceptedMethod>> {
      const checked = checkInput('paymentMethods.accepted.list', acceptedQuery, query) as NativeQuery;
      const page = await api.page('/v3/payments/methods', checked, call);
      return { ...page, items: methods.all(page.items) };
    },
  };
}
