import { currency, flag, id, text } from '@cartograph/connector-kit';
import { unlessRefused } from '../client/api.js';
import { collect } from '../client/pages.js';
import type { NativeNamed } from '../native/store.js';
import type { BigCommerceShop } from '../shop.js';
import type { OpenConnection } from './connection.js';

/** The store itself proves the token; names that the token may not read are left out. */
export async function checkConnection({ client }: OpenConnection): Promise<BigCommerceShop> {
  const store = await client.store.get();
  const [channels, brands, customerGroups] = await Promise.all([
    namesOf(client.channels.iterate()),
    namesOf(client.brands.iterate()),
    namesOf(client.customers.groups.iterate()),
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
  };
}

async function namesOf(things: AsyncIterable<NativeNamed>): Promise<Record<string, string>> {
  const found = (await unlessRefused(collect(things), [403, 404])) ?? [];
  return Object.fromEntries(
    found.flatMap(thing => {
      const name = text(thing.name);
      return name === null ? [] : [[id(thing.id), name]];
    }),
  );
}
