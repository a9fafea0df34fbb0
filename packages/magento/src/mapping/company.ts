import { absent, absentList, always, currency, id, mapper, text } from '@cartograph/connector-kit';
import type { CompanyInfo } from '@cartograph/core';
import type { CompanyBody } from '../native/store.js';
import { mainStore } from './main-store.js';

export const toCompanyInfo = mapper<CompanyBody, CompanyInfo, unknown>({
  id: body => id(mainStore(body).website.id),
  createdAt: absent('websites have no dates over REST'),
  sourceModifiedAt: absent('websites have no dates over REST'),
  derived: always(false, 'websites are records of the platform'),
  name: body => text(mainStore(body).website.name),
  legalName: absent('the store information stands in the configuration, which REST does not show'),
  registrationNumber: absent('REST does not show it'),
  baseCurrency: body => currency(mainStore(body).config?.base_currency_code),
  timeZone: body => text(mainStore(body).config?.timezone),
  addresses: absentList('the store information stands in the configuration, which REST does not show'),
  phones: absentList('REST does not show them'),
  emails: absentList('REST does not show them'),
  webLinks: ({ storeConfigs }) => [
    ...new Set(
      storeConfigs.map(config => text(config.secure_base_url) ?? text(config.base_url)).filter(url => url !== null),
    ),
  ],
});
