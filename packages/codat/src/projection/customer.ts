import type { StoredRecord } from '@cartograph/core';
import { toAddress } from './address.js';
import { allDates, metadata } from './dates.js';
import { beyond, known } from './shape.js';
import { addressTypes } from './words.js';

export const toCodatCustomer = (customer: StoredRecord<'customers'>) =>
  known({
    id: customer.id,
    customerName: customer.name ?? customer.company,
    emailAddress: customer.email,
    phone: customer.phone,
    defaultCurrency: customer.defaultCurrency,
    addresses: customer.addresses.flatMap(({ type, address }) =>
      addressTypes[type].map(word => toAddress(word, address)),
    ),
    note: customer.note,
    ...allDates(customer),
    metadata: metadata(customer),
    cartograph: beyond(customer, ['firstName', 'lastName', 'company', 'taxNumber', 'group', 'status', 'statusRaw']),
  });
