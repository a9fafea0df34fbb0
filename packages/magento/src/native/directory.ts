import { z } from 'zod';
import { fields } from './fields.js';
import { list, scalar, scalars } from './loose.js';

export const countrySchema = z.object({
  ...fields(scalar, 'id two_letter_abbreviation three_letter_abbreviation full_name_locale full_name_english'),
  available_regions: list(z.object(fields(scalar, 'id code name'))),
});

/** Of the store view that is asked; the rates lead from its base currency. */
export const currencyInformationSchema = z.object({
  ...fields(
    scalar,
    'base_currency_code base_currency_symbol default_display_currency_code default_display_currency_symbol',
  ),
  available_currency_codes: scalars,
  exchange_rates: list(z.object(fields(scalar, 'currency_to rate'))),
});

export type Country = z.infer<typeof countrySchema>;
