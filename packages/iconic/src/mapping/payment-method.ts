import { absent, always, derived, id, mapper, text } from '@cartograph/connector-kit';
import type { PaymentMethod } from '@cartograph/core';
import type { NativePaymentMethod } from '../native/payment-method.js';
import type { IconicShop } from '../shop.js';
import { typeOfMethod } from './payment-types.js';

export const toPaymentMethod = mapper<NativePaymentMethod, PaymentMethod, IconicShop>({
  id: derived('`name`, by which orders name it', method => id(method.name)),
  createdAt: absent('payment methods have no dates'),
  sourceModifiedAt: absent('payment methods have no dates'),
  derived: always(false, 'the platform has payment methods'),
  name: method => text(method.displayName) ?? text(method.name),
  type: derived('by words in the name', method => typeOfMethod(text(method.name))),
  status: always('unknown', 'methods that orders were paid with are listed beside those that are offered'),
});
