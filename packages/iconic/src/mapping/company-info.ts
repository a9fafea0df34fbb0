import { absent, absentList, always, derived, each, id, mapper, text } from '@cartograph/connector-kit';
import type { Address, CompanyInfo } from '@cartograph/core';
import { countryOf } from '../countries.js';
import type { NativeSeller } from '../native/seller.js';
import type { IconicShop } from '../shop.js';
import { instant } from './instant.js';

/** Profile fields have the names that the venture gave them. */
const kinds = {
  lines: /^(?:street|address)[_ ]?(?:line)?[_ ]?\d?$/,
  city: /^(?:city|suburb)$/,
  region: /^(?:state|region)$/,
  postalCode: /^(?:post|postal|zip)[_ ]?code$/,
  country: /^country$/,
  phone: /^(?:phone|mobile)/,
  registration: /^(?:abn|acn|nzbn|business_?reg)/,
};

type Kind = keyof typeof kinds;

const kindNames = Object.keys(kinds) as Kind[];

/** The values of the profile fields of each kind. Where one is asked for, the first is taken. */
function profileOf({ profileFields }: NativeSeller): Record<Kind, string[]> {
  const profile: Record<Kind, string[]> = {
    lines: [],
    city: [],
    region: [],
    postalCode: [],
    country: [],
    phone: [],
    registration: [],
  };
  for (const field of profileFields ?? []) {
    const name = text(field.name)?.toLowerCase() ?? '';
    const kind = kindNames.find(known => kinds[known].test(name));
    const value = kind && (text(field.displayValue) ?? text(field.value));
    if (kind && value) profile[kind].push(value);
  }
  return profile;
}

/** A seller with the profile sorted out. */
interface Company {
  readonly seller: NativeSeller;
  readonly profile: Readonly<Record<Kind, string[]>>;
}

export const companyOf = (seller: NativeSeller): Company => ({ seller, profile: profileOf(seller) });

const byName = 'from the profile field of such a name';

const toCompanyAddress = mapper<Company, Address, IconicShop>({
  name: absent('the profile names no recipient'),
  company: ({ seller }) => text(seller.companyName),
  lines: derived(byName, ({ profile }) => profile.lines),
  city: derived(byName, ({ profile }) => profile.city[0] ?? null),
  region: derived(byName, ({ profile }) => profile.region[0] ?? null),
  postalCode: derived(byName, ({ profile }) => profile.postalCode[0] ?? null),
  country: derived(byName, ({ profile }) => countryOf(profile.country[0])),
  countryRaw: derived(byName, ({ profile }) => profile.country[0] ?? null),
  phone: derived(byName, ({ profile }) => profile.phone[0] ?? null),
  email: ({ seller }) => text(seller.email),
});

const hasAddress = ({ seller, profile }: Company): boolean =>
  (seller.profileFields ?? []).length > 0 && profile.lines.length > 0;

export const toCompanyInfo = mapper<Company, CompanyInfo, IconicShop>({
  id: ({ seller }) => id(seller.id),
  createdAt: ({ seller }, shop) => instant(seller.createdAt, shop),
  sourceModifiedAt: ({ seller }, shop) => instant(seller.updatedAt, shop),
  derived: always(false, 'the platform has sellers'),
  name: ({ seller }) => text(seller.name),
  legalName: ({ seller }) => text(seller.companyName),
  registrationNumber: derived(byName, ({ profile }) => profile.registration[0] ?? null),
  baseCurrency: derived(
    'the currency of the open statement of the country in the settings, else of the country',
    (_, shop) => shop.currency,
  ),
  timeZone: derived('the zone in the settings', (_, shop) => shop.timeZone),
  addresses: each(toCompanyAddress, company => (hasAddress(company) ? [company] : [])),
  phones: derived(byName, ({ profile }) => profile.phone),
  emails: ({ seller }) => [text(seller.email)].filter(email => email !== null),
  webLinks: absentList('the platform knows the marketplace’s site only'),
});
