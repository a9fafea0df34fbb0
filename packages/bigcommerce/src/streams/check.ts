import { currency, flag, id, text } from '@cartograph/connector-kit';
import { unlessRefused } from '../client/api.js';
import { collect } from '../client/pages.js';
import type { BigCommerceClient } from '../client.js';
import { taxComponentId } from '../native/tax-rate.js';
import type { BigCommerceShop } from '../shop.js';
import type { OpenConnection } from './connection.js';

/** The store itself proves the token; names that the token may not read are left out. */
export async function checkConnection({ client }: OpenConnection): Promise<BigCommerceShop> {
  const store = await client.store.get();
  const [channels, brands, customerGroups, paymentMethods, taxComponents] = await Promise.all([
    namesOf(client.channels.iterate()),
    namesOf(client.brands.iterate()),
    namesOf(client.customers.groups.iterate()),
    namesOf(client.paymentMethods.iterate(), ({ code }) => id(code)),
    taxComponentsOf(client),
  ]);
  return {
    name: text(store.name),
    currency: currency(store.currency),
    timeZone: text(store.timezone?.name),
    pricesIncludeTax: flag(store.is_price_entered_with_tax),
    weightUnit: text(store.weight_units),
    channels,
    brands,
    customerGroups,
    paymentMethods,
    taxComponents,
  };
}

type Names = Record<string, string>;
type Named = { readonly id?: unknown; readonly name?: unknown };

const readable = async <Thing>(things: AsyncIterable<Thing>): Promise<readonly Thing[]> =>
  (await unlessRefused(collect(things), [403, 404])) ?? [];

const nameEntry = (key: string, thing: Named): [string, string][] => {
  const name = text(thing.name);
  return name === null ? [] : [[key, name]];
};

async function namesOf<Thing extends Named>(
  things: AsyncIterable<Thing>,
  keyOf: (thing: Thing) => string = thing => id(thing.id),
): Promise<Names> {
  return Object.fromEntries((await readable(things)).flatMap(thing => nameEntry(keyOf(thing), thing)));
}

async function taxComponentsOf({ taxes }: BigCommerceClient): Promise<Names> {
  const rates = await readable(taxes.rates.iterate());
  return Object.fromEntries(
    rates.flatMap(rate =>
      (rate.class_rates ?? []).flatMap(({ tax_class_id }) => nameEntry(taxComponentId(rate.id, tax_class_id), rate)),
    ),
  );
}
