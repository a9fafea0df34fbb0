import type { z } from 'zod';
import { type Country, countrySchema, currencyInformationSchema } from '../native/directory.js';
import { type Api, at, type MagentoCall, one, type Raw, whole } from './api.js';

/** What anyone may ask. */
export interface Directory {
  /** With their regions. */
  countries(call?: MagentoCall): Promise<Raw<Country>[]>;
  /** By its two letters. */
  country(code: string, call?: MagentoCall): Promise<Raw<Country>>;
  /** Base currency, display currencies and rates of the scope’s store view. */
  currency(call?: MagentoCall): Promise<Raw<z.output<typeof currencyInformationSchema>>>;
}

export function createDirectory(api: Api): Directory {
  const countries = api.checks('directory.countries', countrySchema);
  const currencies = api.checks('directory.currency', currencyInformationSchema);
  return {
    countries: call => whole(api, countries, 'V1/directory/countries', call),
    country: (code, call) => one(api, countries, at`V1/directory/countries/${code}`, call),
    currency: call => one(api, currencies, 'V1/directory/currency', call),
  };
}
