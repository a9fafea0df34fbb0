import type { StoredRecord } from '@cartograph/core';
import { toAddress } from './address.js';
import { allDates } from './dates.js';
import { beyond, known } from './shape.js';

export const toCodatCompanyInfo = (info: StoredRecord<'companyInfo'>) =>
  known({
    companyName: info.name,
    commercePlatformRef: info.id,
    companyLegalName: info.legalName,
    addresses: info.addresses.map(address => toAddress('Unknown', address)),
    phoneNumbers: info.phones.map(number => ({ number, type: 'Unknown' })),
    webLinks: info.webLinks.map(url => ({ type: 'Website', url })),
    registrationNumber: info.registrationNumber,
    baseCurrency: info.baseCurrency,
    accountBalances: [],
    ...allDates(info),
    cartograph: beyond(info, ['timeZone', 'emails']),
  });
