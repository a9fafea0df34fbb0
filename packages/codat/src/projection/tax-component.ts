import { divide, type StoredRecord } from '@cartograph/core';
import { changeDates, metadata } from './dates.js';
import { beyond, ifKnown, known, toNumber } from './shape.js';

/** More than any rate has. */
const decimals = 12;

export const toCodatTaxComponent = (component: StoredRecord<'taxComponents'>) =>
  known({
    id: component.id,
    name: component.name ?? component.id,
    /** A fraction of one: 20 % is 0.2. */
    rate: ifKnown(component.rate, rate => toNumber(divide(rate, '100', decimals))),
    isCompound: component.isCompound,
    ...changeDates(component),
    metadata: metadata(component),
    cartograph: beyond(component, ['country', 'region', 'taxClass', 'status']),
  });
