import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { count, filter, flag, text, upTo, word } from './kinds.js';

export const currencyInput = input(
  {
    currency_code: z.string().length(3),
    /** Text keeps its ten decimals. */
    currency_exchange_rate: z.union([z.string(), z.number()]),
    token: text,
    token_location: z.enum(['left', 'right']),
    decimal_token: text,
    thousands_token: text,
    decimal_places: count,
    name: upTo(255),
    country_iso2: z.string().length(2).optional(),
    default_for_country_codes: z.array(text).optional(),
    is_default: flag.optional(),
    auto_update: flag.optional(),
    enabled: flag.optional(),
    is_transactional: flag.optional(),
    use_default_name: flag.optional(),
  },
  { readOnly: ['id', 'last_updated'] },
);
export const currencyChanges = currencyInput.partial();

export const countryFilter = filter({ country: word, country_iso2: word, country_iso3: word });
export const stateFilter = filter({ state: word, state_abbreviation: word });
