import { type BodyPage, stream } from '@cartograph/connector-kit';
import { collect } from '../client/among.js';
import type { Raw } from '../client/api.js';
import type { MagentoClient } from '../client.js';
import { toTaxComponent } from '../mapping/tax-component.js';
import { type NativeTaxRule, taxBodySchema } from '../native/tax.js';
import type { MagentoShop } from '../shop.js';
import { whereAllowed } from './allowed.js';
import { collectById } from './by-id.js';
import { withFailed } from './feed.js';
import { identityOf, wrapped } from './identity.js';

export const taxRates = stream({
  yields: ['taxComponents'],
  incremental: 'none',
  lagMs: 0,
  native: taxBodySchema,
  identify: ({ rate }) => identityOf(rate, 'id'),
  wrap: wrapped('rate', { rules: [], rulesBelow: [] }),
  ...whereAllowed({ read: readTaxRates }),
  normalize: (body, shop: MagentoShop) => [{ resource: 'taxComponents', record: toTaxComponent(body, shop) }],
});

type Rule = Raw<NativeTaxRule>;

const pageSize = 1000;

/** All tax rates, each with the rules that levy it and those that it may be levied on top of. */
export async function* readTaxRates(client: MagentoClient): AsyncGenerator<BodyPage> {
  const [{ items: rates, failed }, rules] = await Promise.all([
    collectById(client.taxRates, { pageSize }),
    collect(client.taxRules.iterate({ pageSize })),
  ]);
  const byRate = groupByRate(rules);
  const bodies = rates.map(rate => {
    const levying = byRate.get(String(rate.id)) ?? [];
    const below = rules.filter(rule => levying.some(upper => isBelow(rule, upper)));
    return { rate, rules: levying.map(withoutRates), rulesBelow: below.map(withoutRates) };
  });
  yield { bodies, next: null, total: bodies.length, ...withFailed(failed) };
}

const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

function groupByRate(rules: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> {
  const byRate = new Map<string, Rule[]>();
  for (const rule of rules) {
    for (const rate of list(rule.tax_rate_ids)) byRate.set(rate, [...(byRate.get(rate) ?? []), rule]);
  }
  return byRate;
}

/** Of a lower number, and for some of the same goods and customers. */
const isBelow = (rule: Rule, upper: Rule): boolean =>
  Number(rule.priority) < Number(upper.priority) &&
  (['customer_tax_class_ids', 'product_tax_class_ids'] as const).every(classes =>
    list(rule[classes]).some(id => list(upper[classes]).includes(id)),
  );

/** A rule may name tens of thousands of rates. */
const withoutRates = ({ tax_rate_ids, ...rule }: Rule) => rule;
