import { id } from '@cartograph/connector-kit';
import { z } from 'zod';
import { scalar } from './loose.js';

const nativeTaxRateSchema = z.object({
  id: scalar,
  name: scalar,
  enabled: scalar,
  /** Rates of one priority add up; a greater number is levied on top of the smaller ones. */
  priority: scalar,
  tax_zone_id: scalar,
  /** In percent, one for each class of goods. */
  class_rates: z.array(z.object({ rate: scalar, tax_class_id: scalar })).nullish(),
});

/** Another rate of the same zone: what is wrong with it is no fault of the rate beside it. */
const nativeNeighborSchema = z.object({ enabled: scalar.catch(null), priority: scalar.catch(null) });

const nativeTaxZoneSchema = z.object({
  id: scalar,
  enabled: scalar,
  shopper_target_settings: z
    .object({
      locations: z.array(z.object({ country_code: scalar, subdivision_codes: z.array(scalar).nullish() })).nullish(),
    })
    .nullish(),
});

/** The implicit class 0 is not listed. */
const nativeTaxClassSchema = z.object({ id: scalar, name: scalar });

/** A rate with what it is levied by: its zone, all rates of that zone, and the classes of goods. */
export const taxRateBodySchema = z.object({
  rate: nativeTaxRateSchema,
  zone: nativeTaxZoneSchema.nullish(),
  zoneRates: z.array(nativeNeighborSchema).nullish(),
  classes: z.array(nativeTaxClassSchema).nullish(),
});

/** What a rate takes of one class of goods: `<rate>:<class>`. */
export const taxComponentId = (rate: unknown, taxClass: unknown): string => `${id(rate)}:${id(taxClass)}`;

export type NativeTaxRate = z.infer<typeof nativeTaxRateSchema>;
export type NativeTaxZone = z.infer<typeof nativeTaxZoneSchema>;
export type NativeTaxClass = z.infer<typeof nativeTaxClassSchema>;
export type TaxRateBody = z.infer<typeof taxRateBodySchema>;
