import { countryCode, text } from '@cartograph/connector-kit';

interface Venture {
  readonly name: string;
  readonly currency: string;
  /** What its value-added tax is called. */
  readonly tax: string;
}

/** Where the platform sells. Addresses carry a country's name, prices only its country and no currency. */
const ventures: Readonly<Record<string, Venture>> = {
  AU: { name: 'Australia', currency: 'AUD', tax: 'GST' },
  NZ: { name: 'New Zealand', currency: 'NZD', tax: 'GST' },
  SG: { name: 'Singapore', currency: 'SGD', tax: 'GST' },
  MY: { name: 'Malaysia', currency: 'MYR', tax: 'Tax' },
  PH: { name: 'Philippines', currency: 'PHP', tax: 'Tax' },
  ID: { name: 'Indonesia', currency: 'IDR', tax: 'Tax' },
  HK: { name: 'Hong Kong', currency: 'HKD', tax: 'Tax' },
  TW: { name: 'Taiwan', currency: 'TWD', tax: 'Tax' },
  BR: { name: 'Brazil', currency: 'BRL', tax: 'Tax' },
  CL: { name: 'Chile', currency: 'CLP', tax: 'Tax' },
  CO: { name: 'Colombia', currency: 'COP', tax: 'Tax' },
};

const codes = new Map(Object.entries(ventures).map(([code, { name }]) => [name.toLowerCase(), code]));

/** ISO alpha-2 from a code or from the name of a country where the platform sells; null for any other. */
export const countryOf = (value: unknown): string | null =>
  countryCode(value) ?? codes.get(text(value)?.toLowerCase() ?? '') ?? null;

/** The currency in which a country's prices are; null where the platform is not known to sell. */
export const currencyOf = (value: unknown): string | null => ventures[countryOf(value) ?? '']?.currency ?? null;

export const taxNameOf = (country: string | null): string => ventures[country ?? '']?.tax ?? 'Tax';
