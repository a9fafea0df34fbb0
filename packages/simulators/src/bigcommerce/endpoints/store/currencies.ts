import type { Route } from '../../../http.js';
import { rfc2822 } from '../../dates.js';
import { type Doc, type Fields, fixed, flag, list, needed, number, text, whole } from '../../records/fields.js';
import { v2Resource } from '../../records/v2-resource.js';
import { invalid, refuse } from '../../refusal.js';
import { toSecond } from '../../shop/clock.js';
import type { Api } from '../api.js';

const fields: Fields = {
  id: fixed(),
  last_updated: fixed(),
  is_default: flag(),
  country_iso2: text(2),
  default_for_country_codes: list(),
  currency_code: needed(text(3)),
  currency_exchange_rate: needed(number(0)),
  auto_update: flag(),
  token_location: needed(text()),
  token: needed(text()),
  decimal_token: needed(text(1)),
  thousands_token: needed(text(1)),
  decimal_places: needed(whole(0, 4)),
  name: needed(text()),
  enabled: flag(true),
  is_transactional: flag(),
  use_default_name: flag(),
};

/** There is one default currency: it can be another one, but neither be unset nor deleted. */
export function currencyRoutes(base: string, api: Api): Route[] {
  const { currencies } = api.records;
  return v2Resource(
    {
      path: `${base}/v2/currencies`,
      collection: 'currencies',
      fields,
      rows: () => ({
        ...currencies,
        all: currencies.all,
        remove: row => {
          if (row.is_default === true) throw refuse('v2', 400, 'The default currency cannot be deleted.');
          currencies.remove(row);
        },
      }),
      unique: ['currency_code'],
      createdStatus: 200,
      derive: (values: Doc, before) => {
        if (before?.is_default === true && values.is_default === false)
          throw invalid('v2', { is_default: 'The default currency can only be replaced by another one.' });
        const rate = values.currency_exchange_rate;
        return {
          ...values,
          ...(rate === undefined ? {} : { currency_exchange_rate: Number(rate).toFixed(10) }),
          last_updated: rfc2822(toSecond(api.shop.clock.now())),
        };
      },
      happened: (verb, currency) => {
        if (verb === 'deleted' || currency.is_default !== true) return;
        for (const other of currencies.all) if (other !== currency) currencies.change(other, { is_default: false });
      },
      survives: row => row.is_default === true,
      only: ['list', 'get', 'create', 'update', 'delete', 'deleteAll'],
    },
    api,
  );
}
