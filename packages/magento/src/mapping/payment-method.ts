import { absent, always, derived, mapper, text } from '@cartograph/connector-kit';
import type { PaymentMethod } from '@cartograph/core';
import type { NativeOrder } from '../native/order.js';
import type { MagentoShop } from '../shop.js';
import { paymentType } from './method-codes.js';
import { methodTitle } from './payment.js';

/** An order with the code of the method that it was paid by. */
interface Choice {
  readonly order: NativeOrder;
  readonly code: string;
}

export const toPaymentMethod = mapper<Choice, PaymentMethod, MagentoShop>({
  id: derived('the code that orders name', ({ code }) => code),
  createdAt: absent('REST shows no list of payment methods: they come of the orders'),
  sourceModifiedAt: absent('REST shows no list of payment methods: they come of the orders'),
  derived: always(true, 'REST shows no list of payment methods: they come of the orders'),
  name: derived(
    'the title on the shop’s latest orders, otherwise on the order, otherwise the code',
    ({ order, code }, shop) => shop.paymentMethods[code] ?? methodTitle(order) ?? code,
  ),
  type: derived('from the code', ({ code }) => paymentType(code)),
  status: always('unknown', 'that nobody chose it lately does not tell that it is gone'),
});

export function orderMethods(order: NativeOrder): Choice[] {
  const code = text(order.payment?.method);
  return code === null ? [] : [{ order, code }];
}
