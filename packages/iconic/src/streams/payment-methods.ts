import { id, stream } from '@cartograph/connector-kit';
import { toPaymentMethod } from '../mapping/payment-method.js';
import { type NativePaymentMethod, nativePaymentMethodSchema } from '../native/payment-method.js';
import type { IconicShop } from '../shop.js';
import type { IconicReader } from './reader.js';

export const paymentMethods = stream<IconicReader, IconicShop, NativePaymentMethod>({
  yields: ['paymentMethods'],
  incremental: 'none',
  lagMs: 0,
  native: nativePaymentMethodSchema,
  identify: body => ({ id: id(body.name), modifiedAt: null }),
  async *read({ client }) {
    const bodies = await client.paymentMethods.list();
    yield { bodies, next: null, total: bodies.length };
  },
  normalize: (method, shop) => [{ resource: 'paymentMethods', record: toPaymentMethod(method, shop) }],
});
