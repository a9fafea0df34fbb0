import { type Money, roundTo, toMoney } from '../../money.js';
import type { Random } from '../../random.js';
import type { Catalog } from './catalog.js';
import type { Currency } from './currencies.js';
import type { CartLine, LineOption } from './order-model.js';
import { type Product, sellingPrice, type Variant } from './product.js';
import { type Taxing, taxed, times } from './taxes.js';

export interface CartSettings {
  readonly catalog: Catalog;
  readonly currency: Currency;
  readonly taxing: Taxing;
  readonly kind: 'usual' | 'digital' | 'huge' | 'certificate';
}

export const convert = (amount: Money, { rate, decimals }: Currency): Money =>
  roundTo(Math.round(amount * rate), decimals);

const quantityOf = (random: Random): number =>
  random.weighted([
    [1, 70],
    [2, 17],
    [3, 7],
    [random.int(4, 24), 6],
  ]);

const wrappingPrice = toMoney('4.50');

function optionsOf(random: Random, product: Product, variant: Variant): LineOption[] {
  const chosen = variant.values.map(
    ({ option, value }): LineOption => ({
      optionId: option.id,
      name: option.name,
      value: value.label,
      valueId: String(value.id),
      type: option.type === 'swatch' ? 'Swatch' : 'Multiple choice',
    }),
  );
  for (const modifier of product.modifiers) {
    if (modifier.type === 'product_list') {
      chosen.push({
        optionId: modifier.id,
        name: modifier.name,
        value: 'Yes',
        valueId: '106',
        type: 'Product Pick List',
      });
    } else if (random.chance(0.5)) {
      const value = random.pick(['Happy birthday!', 'お誕生日おめでとう', 'With love — N.']);
      chosen.push({ optionId: modifier.id, name: modifier.name, value, valueId: value, type: 'Text field' });
    }
  }
  return chosen;
}

function productLine(
  random: Random,
  product: Product,
  quantity: number,
  parent: number | null,
  settings: CartSettings,
): CartLine {
  const { currency, taxing } = settings;
  const variant = random.pick(product.variants);
  const rates = product.taxClassId === 1 ? [] : taxing.rates;
  const free = parent !== null || random.chance(0.01);
  const unit = taxed(free ? 0 : convert(sellingPrice(product, variant), currency), { ...taxing, rates });
  return {
    kind: product.type,
    productId: product.id,
    variantId: variant.id,
    name: product.name,
    sku: variant.sku,
    upc: variant.upc,
    brandId: product.brandId,
    weight: product.weight,
    cost: convert(product.costPrice, currency),
    options: parent === null ? optionsOf(random, product, variant) : [],
    quantity,
    rates,
    unit,
    total: times(unit, quantity),
    parent,
    wrapping:
      product.type === 'physical' && parent === null && random.chance(0.03) ? convert(wrappingPrice, currency) : 0,
  };
}

/** A line without a product: a gift certificate, which is never taxed, or something that the merchant typed in. */
function freeTextLine(
  random: Random,
  kind: 'physical' | 'giftcertificate',
  { currency, taxing }: CartSettings,
): CartLine {
  const certificate = kind === 'giftcertificate';
  const rates = certificate ? [] : taxing.rates;
  const unit = taxed(convert(toMoney(random.pick([25, 50, 100])), currency), { ...taxing, rates });
  const quantity = certificate ? 1 : random.int(1, 2);
  return {
    kind,
    productId: 0,
    variantId: 0,
    name: certificate ? 'Gift Certificate' : 'Custom tailoring “as discussed”',
    sku: '',
    upc: '',
    brandId: 0,
    weight: 0,
    cost: 0,
    options: [],
    quantity,
    rates,
    unit,
    total: times(unit, quantity),
    parent: null,
    wrapping: 0,
  };
}

export function fillCart(random: Random, settings: CartSettings): CartLine[] {
  const { catalog, kind } = settings;
  const lines: CartLine[] = [];
  if (kind === 'certificate') lines.push(freeTextLine(random, 'giftcertificate', settings));
  if (kind === 'certificate' && random.chance(0.6)) return lines;
  const choices = catalog.all.filter(product => (kind === 'digital' ? product.type === 'digital' : true));
  const wanted =
    kind === 'huge'
      ? random.int(52, 70)
      : random.weighted([
          [1, 50],
          [2, 24],
          [3, 14],
          [random.int(4, 8), 12],
        ]);
  for (let count = 0; count < wanted; count++) {
    const product = random.pick(choices);
    const position = lines.length;
    const quantity = quantityOf(random);
    lines.push(productLine(random, product, quantity, null, settings));
    const bundled = product.bundledId === null ? undefined : catalog.byId.get(product.bundledId);
    if (bundled) lines.push(productLine(random, bundled, quantity, position, settings));
  }
  if (kind === 'usual' && random.chance(0.015)) lines.push(freeTextLine(random, 'physical', settings));
  return lines;
}
