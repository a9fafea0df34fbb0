import { absent, absentList, always, derived, each, id, mapper, text } from '@cartograph/connector-kit';
import type { Address, CompanyInfo } from '@cartograph/core';
import { countryOf } from '../countries.js';
import type { NativeSeller } from '../native/seller.js';
import type { IconicShop } from '../shop.js';
import { instant } from './instant.js';

/** Profile fields have the names that the venture gave them; the first that fits is taken. */
function profileValues({ profileFields }: NativeSeller, name: RegExp): string[] {
  return (profileFields ?? [])
    .filter(field => name.test(text(field.name)?.toLowerCase() ?? ''))
    .map(field => text(field.displayValue) ?? text(field.value))
    .filter(value => value !== null);
}

const profileValue = (seller: NativeSeller, name: RegExp): string | null => profileValues(seller, name)[0] ?? null;

const fields = {
  lines: /^(?:street|address)[_ ]?(?:line)?[_ ]?\d?$/,
  city: /^(?:city|suburb)$/,
  region: /^(?:state|region)$/,
  postalCode: /^(?:post|postal|zip)[_ ]?code$/,
  country: /^country$/,
  phone: /^(?:phone|mobile)/,
  registration: /^(?:abn|acn|nzbn|business_?reg)/,
};

const byName = 'from the profile field of such a name';

const toCompanyAddress = mapper<NativeSeller, Address, IconicShop>({
  name: absent('the profile names no recipient'),
  company: seller => text(seller.companyName),
  lines: derived(byName, seller => profileValues(seller, fields.lines)),
  city: derived(byName, seller => profileValue(seller, fields.city)),
  region: derived(byName, seller => profileValue(seller, fields.region)),
  postalCode: derived(byName, seller => profileValue(seller, fields.postalCode)),
  country: derived(byName, seller => countryOf(profileValue(seller, fields.country))),
  countryRaw: derived(byName, seller => profileValue(seller, fields.country)),
  phone: derived(byName, seller => profileValue(seller, fields.phone)),
  email: seller => text(seller.email),
});

const hasAddress = (seller: NativeSeller): boolean => profileValues(seller, fields.lines).length > 0;

export const toCompanyInfo = mapper<NativeSeller, CompanyInfo, IconicShop>({
  id: seller => id(seller.id),
  createdAt: (seller, shop) => instant(seller.createdAt, shop),
  sourceModifiedAt: (seller, shop) => instant(seller.updatedAt, shop),
  derived: always(false, 'the platform has sellers'),
  name: seller => text(seller.name),
  legalName: seller => text(seller.companyName),
  registrationNumber: derived(byName, seller => profileValue(seller, fields.registration)),
  baseCurrency: derived(
    'the currency of the open statement of the country in the settings, else of the country',
    (_, shop) => shop.currency,
  ),
  timeZone: derived('the zone in the settings', (_, shop) => shop.timeZone),
  addresses: each(toCompanyAddress, seller => (hasAddress(seller) ? [seller] : [])),
  phones: derived(byName, seller => profileValues(seller, fields.phone)),
  emails: seller => [text(seller.email)].filter(email => email !== null),
  webLinks: absentList('the platform knows the marketplace’s site only'),
});
