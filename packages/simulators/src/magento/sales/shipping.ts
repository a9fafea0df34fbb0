import { percentOf } from '../../money.js';
import type { Random } from '../../random.js';
import { both, containedTax, sum } from '../shop/pricing.js';
import { ratesFor, shippingTaxClass } from '../shop/taxes.js';
import type { Checkout } from './cart.js';
import { convert } from './discounts.js';
import type { Shipping, ShippingMoney } from './sale.js';

const carriers = [
  ['flatrate_flatrate', 'Flat Rate - Fixed', 95_000, 50],
  ['tablerate_bestway', 'Best Way - Table Rate', 129_900, 25],
  ['freeshipping_freeshipping', 'Free Shipping - Free', 0, 20],
  ['ups_03', 'United Parcel Service - Ground', 174_300, 10],
] as const;

/** Chooses a carrier and prices it. Shipping prices include tax where product prices do. */
export function chooseShipping(random: Random, checkout: Checkout): Shipping {
  const [method, description, cost] = random.weighted(carriers.map(carrier => [carrier, carrier[3]] as const));
  const { view, rule } = checkout;
  const rates = ratesFor(checkout.place, shippingTaxClass, checkout.groupId);
  const money = both((role): ShippingMoney => {
    const decimals = role === 'order' ? view.decimals : 2;
    const price = convert(cost, role, view);
    const discount = rule?.onShipping ? percentOf(price, rule.percent, decimals) : 0;
    if (checkout.website.pricesIncludeTax) {
      const percent = rates[0]?.percent ?? 0;
      const taxBefore = containedTax(price, percent, decimals);
      const tax = containedTax(price - discount, percent, decimals);
      return {
        amount: price - taxBefore,
        inclTax: price,
        tax,
        discount,
        compensation: taxBefore - tax,
        rateTaxes: rates.length === 0 ? [] : [tax],
      };
    }
    const taxOn = (amount: number) => rates.map(rate => percentOf(amount, rate.percent, decimals));
    const rateTaxes = taxOn(price - discount);
    return {
      amount: price,
      inclTax: price + sum(taxOn(price)),
      tax: sum(rateTaxes),
      discount,
      compensation: 0,
      rateTaxes,
    };
  });
  return { method, description, rates, money };
}
