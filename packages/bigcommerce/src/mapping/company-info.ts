import { absent, always, countryCode, currency, derived, id, mapper, text, unmasked } from '@cartograph/connector-kit';
import type { Address, CompanyInfo } from '@cartograph/core';
import type { NativeStore } from '../native/store.js';

const present = (...values: readonly (string | null)[]): string[] => [
  ...new Set(values.filter(value => value !== null)),
];

/** The address is one text, as the merchant typed it: its lines are kept, and nothing is guessed from them. */
function addressesOf(store: NativeStore): Address[] {
  const lines = (text(store.address) ?? '')
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '');
  if (lines.length === 0) return [];
  return [
    {
      name: null,
      company: null,
      lines,
      city: null,
      region: null,
      postalCode: null,
      country: countryCode(store.country_code),
      countryRaw: text(store.country) ?? text(store.country_code),
      phone: null,
      email: null,
    },
  ];
}

const webLinkOf = (store: NativeStore): string | null => {
  const domain = text(store.domain);
  return text(store.secure_url) ?? (domain === null ? null : `https://${domain}`);
};

export const toCompanyInfo = mapper<NativeStore, CompanyInfo, unknown>({
  id: store => id(store.id),
  createdAt: absent('the store does not say when it was made'),
  sourceModifiedAt: absent('the store does not say when it was changed'),
  derived: always(false, 'the store is a record of the platform'),
  name: store => text(store.name),
  legalName: absent('BigCommerce keeps no legal name'),
  registrationNumber: absent('BigCommerce keeps none'),
  baseCurrency: store => currency(store.currency),
  timeZone: store => text(store.timezone?.name),
  addresses: derived("the one text of the store's address, by its lines", addressesOf),
  phones: store => present(text(store.phone)),
  emails: store => present(unmasked(store.admin_email), unmasked(store.order_email)),
  webLinks: store => present(webLinkOf(store)),
});
