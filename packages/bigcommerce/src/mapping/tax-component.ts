import { absent, always, countryCode, derived, flag, mapper, optionalAmount, text } from '@cartograph/connector-kit';
import type { ModelRecord, TaxComponent } from '@cartograph/core';
import { type NativeTaxRate, type TaxRateBody, taxComponentId } from '../native/tax-rate.js';

type NativeClassRate = NonNullable<NativeTaxRate['class_rates']>[number];

/** What a rate takes of one class of goods. */
interface RateOfClass {
  readonly body: TaxRateBody;
  readonly classRate: NativeClassRate;
}

/** Many class rates have up to five decimals. */
const ratePlaces = 6;

const priorityOf = ({ priority }: Pick<NativeTaxRate, 'priority'>): number => Number(text(priority) ?? 1);

/** A zone that was switched off levies nothing, whatever its rates say. */
function statusOf({ body: { rate, zone } }: RateOfClass): TaxComponent['status'] {
  if (flag(rate.enabled) === false || flag(zone?.enabled) === false) return 'archived';
  return flag(rate.enabled) ? 'active' : 'unknown';
}

const isCompound = ({ body: { rate, zoneRates } }: RateOfClass): boolean | null =>
  zoneRates ? zoneRates.some(other => flag(other.enabled) !== false && priorityOf(other) < priorityOf(rate)) : null;

const only = (values: readonly (string | null)[]): string | null => {
  const [value = null, ...others] = new Set(values);
  return others.length > 0 ? null : value;
};

const placesOf = ({ body: { zone } }: RateOfClass) => zone?.shopper_target_settings?.locations ?? [];

export const toTaxComponent = mapper<RateOfClass, TaxComponent, unknown>({
  id: derived('`<rate>:<class>`', ({ body, classRate }) => taxComponentId(body.rate.id, classRate.tax_class_id)),
  createdAt: absent('a tax rate has no dates'),
  sourceModifiedAt: absent('a tax rate has no dates'),
  derived: always(false, 'a component is what a rate of the platform takes of one class of goods'),
  name: ({ body }) => text(body.rate.name),
  rate: ({ classRate }) => optionalAmount(classRate.rate, ratePlaces),
  isCompound: derived('another rate of its zone that is not switched off has a smaller priority', isCompound),
  country: derived('of its zone, where that has one', source =>
    only(placesOf(source).map(({ country_code }) => countryCode(country_code))),
  ),
  region: derived('of its zone, where that has one', source =>
    only(
      placesOf(source).flatMap(({ subdivision_codes }) =>
        subdivision_codes?.length ? subdivision_codes.map(text) : [null],
      ),
    ),
  ),
  taxClass: derived('the name of the class; the default class is not listed and has none', ({ body, classRate }) =>
    text(body.classes?.find(listed => text(listed.id) === text(classRate.tax_class_id))?.name),
  ),
  status: derived('archived where the rate or its zone is switched off', statusOf),
});

export const taxComponentsOf = (body: TaxRateBody): ModelRecord[] =>
  (body.rate.class_rates ?? []).map(classRate => ({
    resource: 'taxComponents',
    record: toTaxComponent({ body, classRate }, undefined),
  }));
