import {
  absent,
  always,
  amount,
  countryCode,
  derived,
  flag,
  id,
  mapper,
  optionalId,
  text,
} from '@cartograph/connector-kit';
import type { TaxComponent } from '@cartograph/core';
import type { NativeTaxRate, TaxBody } from '../native/tax.js';
import type { MagentoShop } from '../shop.js';

export const toTaxComponent = mapper<TaxBody, TaxComponent, MagentoShop>({
  id: derived('the code of the rate, which is unique: the taxes of orders name it, and no id', ({ rate }) =>
    id(rate.code),
  ),
  createdAt: absent('tax rates have no times'),
  sourceModifiedAt: absent('tax rates have no times'),
  derived: always(false, 'tax rates are records of the platform'),
  name: derived(
    'the title in the main store view, otherwise the code',
    ({ rate }, shop) => title(rate, shop.mainStoreView) ?? text(rate.code),
  ),
  rate: ({ rate }) => amount(rate.rate),
  isCompound: derived(
    'true when a rule levies it that has a higher number than another for the same goods and customers, and is not levied on the subtotal alone',
    body => isCompound(body),
  ),
  country: ({ rate }) => countryCode(rate.tax_country_id),
  region: ({ rate }) => text(rate.region_name),
  taxClass: derived('id of the product tax class, where its rules have only one', ({ rules }) => {
    const [only = null, ...others] = new Set(rules.flatMap(rule => (rule.product_tax_class_ids ?? []).map(optionalId)));
    return others.length === 0 ? only : null;
  }),
  status: derived('active where a rule levies it', ({ rules }) => (rules.length > 0 ? 'active' : 'unknown')),
});

const title = ({ titles }: NativeTaxRate, storeView: string | null): string | null =>
  text(titles?.find(({ store_id }) => storeView !== null && text(store_id) === storeView)?.value);

/** Equal numbers add up; a higher one is levied on what the lower ones have made of the price. */
function isCompound({ rules, rulesBelow }: TaxBody): boolean {
  return rules.some(
    rule =>
      flag(rule.calculate_subtotal) !== true &&
      rulesBelow.some(
        below =>
          Number(below.priority) < Number(rule.priority) &&
          overlaps(below.customer_tax_class_ids, rule.customer_tax_class_ids) &&
          overlaps(below.product_tax_class_ids, rule.product_tax_class_ids),
      ),
  );
}

type Ids = TaxBody['rules'][number]['product_tax_class_ids'];

const overlaps = (one: Ids, other: Ids): boolean =>
  (one ?? []).some(left => (other ?? []).some(right => text(left) === text(right)));
