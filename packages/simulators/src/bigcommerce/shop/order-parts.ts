import { type Money, toMoney } from '../../money.js';
import { type Doc, isDoc } from '../records/fields.js';
import { invalid } from '../refusal.js';
import type { Catalog } from './catalog.js';
import { countryNamed } from './geography.js';
import type { Addressee, CartLine, Charge, LineOption, OrderFee } from './order-model.js';
import { createCharge } from './pricing.js';
import type { Product, Variant } from './product.js';
import { sellingPrice } from './product.js';
import { type Taxed, type Taxing, type TaxPart, taxed, times } from './taxes.js';

const money = (value: unknown): Money => toMoney(Number(value));
const said = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** A tax that is known by its two sides only. */
const overridden = (ex: Money, inc: Money): TaxPart[] =>
  inc === ex || ex === 0
    ? []
    : [
        {
          rate: { id: 0, name: 'Tax', percent: Math.round((inc / ex - 1) * 1_000_000) / 10_000, priority: 1 },
          amount: inc - ex,
        },
      ];

/** An amount of which both sides were sent, or one, or none. */
export function bothSides(ex: unknown, inc: unknown, entered: Money, taxing: Taxing): Taxed {
  if (said(ex) && said(inc)) {
    const [without, withTax] = [money(ex), money(inc)];
    return {
      entered: taxing.inclusive ? withTax : without,
      ex: without,
      inc: withTax,
      parts: overridden(without, withTax),
    };
  }
  if (said(inc)) return taxed(money(inc), { ...taxing, inclusive: true });
  if (said(ex)) return taxed(money(ex), { ...taxing, inclusive: false });
  return taxed(entered, taxing);
}

export const chargeOf = (amount: Taxed): Charge => ({
  taxed: amount,
  discount: 0,
  parts: amount.parts,
  paid: amount.inc,
});

/** `shipping_cost_ex_tax` and its like, or undefined where nothing of it was sent. */
export function sentCharge(body: Doc, name: string, taxing: Taxing): Charge | undefined {
  const [base, ex, inc] = [body[`base_${name}_cost`], body[`${name}_cost_ex_tax`], body[`${name}_cost_inc_tax`]];
  if (!said(base) && !said(ex) && !said(inc)) return undefined;
  return chargeOf(bothSides(ex, inc, said(base) ? money(base) : 0, taxing));
}

export const noCharge = (taxing: Taxing): Charge => createCharge(0, 0, taxing);

/** A name and an address, with what is already known of them. Either name of the country is enough. */
export function addresseeOf(body: Doc, known?: Addressee): Addressee {
  const text = (name: string, before: string) => (body[name] === undefined ? before : String(body[name] ?? ''));
  const named = body.country_iso2 ?? body.country;
  const country = named === undefined ? undefined : countryNamed(String(named));
  if (named !== undefined && named !== '' && !country)
    throw invalid('v2', { country: `The country '${named}' is not known.` });
  const region = text('state', known?.region ?? '');
  const states = country?.states ?? [];
  return {
    firstName: text('first_name', known?.firstName ?? ''),
    lastName: text('last_name', known?.lastName ?? ''),
    email: text('email', known?.email ?? ''),
    phone: text('phone', known?.phone ?? ''),
    street: text('street_1', known?.street ?? ''),
    street2: text('street_2', known?.street2 ?? ''),
    city: text('city', known?.city ?? ''),
    region,
    regionCode: states.find(([code, name]) => name === region || code === region)?.[0] ?? known?.regionCode ?? '',
    postcode: text('zip', known?.postcode ?? ''),
    country: country?.country ?? known?.country ?? '',
    countryCode: country?.country_iso2 ?? known?.countryCode ?? '',
  };
}

function optionsOf(variant: Variant | undefined, sent: unknown): LineOption[] {
  const chosen = (Array.isArray(sent) ? sent : []).filter(isDoc);
  const known = (variant?.values ?? []).map(
    ({ option, value }): LineOption => ({
      optionId: option.id,
      name: option.name,
      value: value.label,
      valueId: String(value.id),
      type: 'Multiple choice',
    }),
  );
  const other = chosen.filter(({ id }) => !known.some(({ optionId }) => optionId === Number(id)));
  return [
    ...known,
    ...other.map(
      (option): LineOption => ({
        optionId: Number(option.id ?? 0),
        name: String(option.display_name ?? ''),
        value: String(option.display_value ?? option.value ?? ''),
        valueId: String(option.value ?? ''),
        type: 'Text field',
      }),
    ),
  ];
}

/** The variant that a line means: by its id, by its option values, or the only one. */
function variantOf(product: Product, item: Doc): Variant | undefined {
  if (said(item.variant_id)) return product.variants.find(({ id }) => id === Number(item.variant_id));
  const [first, ...more] = product.variants;
  if (more.length === 0) return first;
  const values = (Array.isArray(item.product_options) ? item.product_options : []).filter(isDoc);
  return product.variants.find(
    variant =>
      variant.values.length > 0 &&
      variant.values.every(({ option, value }) =>
        values.some(sent => Number(sent.id) === option.id && Number(sent.value) === value.id),
      ),
  );
}

/** What a line of a written order buys: a product of the catalog, or something that is only named. */
export function cartLineOf(catalog: Catalog, item: Doc, taxing: Taxing): CartLine {
  const quantity = Number(item.quantity);
  if (!Number.isInteger(quantity) || quantity < 1)
    throw invalid('v2', { products: 'The quantity must be at least 1.' });
  const wrapping = said(item.wrapping_cost_inc_tax) ? item.wrapping_cost_inc_tax : item.wrapping_cost_ex_tax;
  const shared = { quantity, parent: null, wrapping: said(wrapping) ? money(wrapping) : 0 };
  if (!said(item.product_id) || Number(item.product_id) === 0) {
    if (!said(item.name) || !said(item.price_ex_tax) || !said(item.price_inc_tax))
      throw invalid('v2', { products: 'A custom product needs name, quantity, price_ex_tax and price_inc_tax.' });
    const unit = bothSides(item.price_ex_tax, item.price_inc_tax, 0, taxing);
    return {
      ...shared,
      kind: 'physical',
      productId: 0,
      variantId: 0,
      name: String(item.name),
      sku: String(item.sku ?? ''),
      upc: String(item.upc ?? ''),
      brandId: 0,
      weight: 0,
      cost: 0,
      options: optionsOf(undefined, item.product_options),
      rates: unit.parts.map(({ rate }) => rate),
      unit,
      total: times(unit, quantity),
    };
  }
  const product = catalog.find(Number(item.product_id));
  if (!product) throw invalid('v2', { product_id: `The product ${item.product_id} does not exist.` });
  const variant = variantOf(product, item);
  if (!variant) throw invalid('v2', { product_options: `The options do not name a variant of product ${product.id}.` });
  const rates = product.taxClassId === 1 ? [] : taxing.rates;
  const price = sellingPrice({ ...product, price: product.live.price }, variant);
  const unit = bothSides(item.price_ex_tax, item.price_inc_tax, price, { ...taxing, rates });
  return {
    ...shared,
    kind: product.type,
    productId: product.id,
    variantId: variant.id,
    name: String(item.name ?? product.name),
    sku: variant.sku,
    upc: String(item.upc ?? variant.upc),
    brandId: product.brandId,
    weight: product.weight,
    cost: product.costPrice,
    options: optionsOf(variant, item.product_options),
    rates: unit.parts.map(({ rate }) => rate),
    unit,
    total: times(unit, quantity),
  };
}

/** `ids` gives each fee that brings none an id. */
export const feesOf = (sent: unknown, taxing: Taxing, ids: () => number): OrderFee[] =>
  (Array.isArray(sent) ? sent : []).filter(isDoc).map(fee => {
    const name = String(fee.display_name_customer ?? fee.display_name_merchant ?? 'Fee');
    return {
      id: Number(fee.id ?? ids()),
      name,
      merchantName: String(fee.display_name_merchant ?? name),
      source: String(fee.source ?? ''),
      charge: chargeOf(bothSides(fee.cost_ex_tax, fee.cost_inc_tax, 0, taxing)),
    };
  });
