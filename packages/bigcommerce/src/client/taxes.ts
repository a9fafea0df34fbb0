import { checkInput, type RequestOptions } from '@cartograph/connector-kit';
import type { z } from 'zod';
import { unfiltered } from '../input/kinds.js';
import {
  taxClassInput,
  taxRateChanges,
  taxRateFilter,
  taxRateInput,
  taxSettingsChanges,
  taxZoneChanges,
  taxZoneFilter,
  taxZoneInput,
  zoneCheckInput,
} from '../input/tax.js';
import { type TaxZone, taxClassSchema, taxRateSchema, taxSettingsSchema, taxZoneSchema } from '../records/tax.js';
import type { Api } from './api.js';
import { createsMany, deletesMany, updatesMany } from './resource/batches.js';
import { finds, gets, lists } from './resource/reading.js';
import { source } from './resource/source.js';
import { singleton } from './resource/writing.js';

export type TaxRateFilter = z.input<typeof taxRateFilter.all>;
export type TaxRateQuery = z.input<typeof taxRateFilter.page>;

/** The platform says so of its tax classes. */
const batch = 50;

/** The merchant's own rates; a store with a tax provider has none worth reading. */
export function createTaxes(api: Api) {
  const rates = source(api, 'taxes.rates', () => '/v3/tax/rates', taxRateSchema);
  const zones = source(api, 'taxes.zones', () => '/v3/tax/zones', taxZoneSchema);
  const classes = source(api, 'taxes.classes', () => '/v2/tax_classes', taxClassSchema);
  const classWrites = source(api, 'taxes.classes', () => '/v3/tax/classes', taxClassSchema);
  const settings = source(api, 'taxes.settings', () => '/v3/tax/settings', taxSettingsSchema);
  return {
    rates: {
      ...lists(rates, taxRateFilter),
      ...finds(rates),
      ...createsMany(rates, taxRateInput, batch),
      ...updatesMany(rates, taxRateChanges, batch),
      ...deletesMany(rates),
    },
    zones: {
      ...lists(zones, taxZoneFilter),
      ...finds(zones),
      ...createsMany(zones, taxZoneInput, batch),
      ...updatesMany(zones, taxZoneChanges, batch),
      ...deletesMany(zones),
    },
    /** Read in V2, written in V3. */
    classes: {
      ...lists(classes, unfiltered),
      ...gets(classes),
      ...createsMany(classWrites, taxClassInput, batch),
      ...updatesMany(classWrites, taxClassInput, batch),
      ...deletesMany(classWrites),
    },
    settings: singleton(settings, taxSettingsChanges),
    /** The zone whose rates a shopper at a place pays. */
    async zoneAt(place: z.input<typeof zoneCheckInput>, call?: RequestOptions): Promise<TaxZone> {
      const json = [checkInput('taxes.zoneAt', zoneCheckInput, place)];
      return zones.check.one(await api.record('POST', '/v3/tax/zonecheck', { json }, { idempotent: true, ...call }));
    },
  };
}
