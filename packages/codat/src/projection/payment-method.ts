import type { StoredRecord } from '@cartograph/core';
import { changeDates, metadata } from './dates.js';
import { beyond, known } from './shape.js';
import { paymentMethodStatus } from './words.js';

export const toCodatPaymentMethod = (method: StoredRecord<'paymentMethods'>) =>
  known({
    id: method.id,
    name: method.name,
    status: paymentMethodStatus[method.status],
    ...changeDates(method),
    metadata: metadata(method),
    cartograph: beyond(method, ['type']),
  });
