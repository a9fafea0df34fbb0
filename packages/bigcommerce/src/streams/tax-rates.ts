import { type BodyPage, type Identity, isLoose, text, id as toId } from '@cartograph/connector-kit';
import { unlessRefused } from '../client/api.js';
import { collect } from '../client/pages.js';
import type { TaxRateBody } from '../native/tax-rate.js';
import type { OpenConnection } from './connection.js';

export function identifyTaxRate({ rate }: Readonly<Record<string, unknown>>): Identity {
  return { id: toId(isLoose(rate) ? rate.id : null), modifiedAt: null };
}

export const wrapTaxRate = (item: unknown): unknown => (isLoose(item) && isLoose(item.rate) ? item : { rate: item });

/** A store has few rates, and what they are levied on stands beside them: three calls tell all. */
export async function* readTaxRates({ client }: OpenConnection): AsyncGenerator<BodyPage> {
  const { rates, zones, classes } = client.taxes;
  const [found, places, goods] = await Promise.all([
    collect(rates.iterate()),
    unlessRefused(collect(zones.iterate()), [403, 404]),
    unlessRefused(collect(classes.iterate()), [403, 404]),
  ]);
  const bodies = found.map((rate): TaxRateBody => {
    const isOfZone = (zone: unknown) => text(zone) === text(rate.tax_zone_id);
    const zone = places?.find(({ id }) => isOfZone(id));
    return {
      rate,
      ...(zone && { zone }),
      zoneRates: found.filter(({ tax_zone_id }) => isOfZone(tax_zone_id)),
      ...(goods && { classes: goods }),
    };
  });
  yield { bodies, next: null, total: bodies.length };
}
