import { empty, json, type Route } from '../../http.js';
import { type Money, toMoney } from '../../money.js';
import { priceBody } from '../bodies/product.js';
import { type Fields, readBody } from '../body.js';
import { categories } from '../catalog/categories.js';
import type { Country, PriceRecord, VariantRecord } from '../catalog/product-set.js';
import { restrictionsOf, violatedBy } from '../catalog/restrictions.js';
import { found, problem, Refusal } from '../problems.js';
import { enabledCountries } from '../shop/statements.js';
import { touch } from '../shop/touch.js';
import type { World } from '../world.js';

const statuses = ['active', 'inactive'] as const;

type PriceChange = Omit<PriceRecord, 'country'>;

/** What is left out is null from then on, the status alone stays as it is. */
function readPrice(fields: Fields): PriceChange {
  const money = (name: string): Money | null => {
    const amount = fields.number(name);
    if (amount !== undefined && amount < 0) fields.refuse(name, 'This value should be greater than or equal to 0.');
    return amount === undefined ? null : toMoney(amount);
  };
  return {
    price: money('price'),
    salePrice: money('salePrice'),
    saleStart: fields.instant('saleStartDate') ?? null,
    saleEnd: fields.instant('saleEndDate') ?? null,
    status: fields.choice('status', statuses) ?? null,
  };
}

const refuse = (detail: string): never => {
  throw new Refusal(problem(422, 'Price not updated', detail));
};

const countryNamed = (name: string): Country =>
  enabledCountries.find(country => country === name) ?? refuse(`The country "${name}" is not enabled.`);

function checkPrice(world: World, variant: VariantRecord, { price, salePrice, saleStart, saleEnd }: PriceChange): void {
  if (variant.status === 'deleted') refuse(`The product ${variant.id} is deleted.`);
  if (salePrice !== null && (price === null || salePrice >= price)) {
    refuse('The sale price must be lower than the price.');
  }
  const categoryId = world.shop.catalog.set(variant.setId)?.categoryId;
  const category = found(categories.find(({ id }) => id === categoryId));
  const violation = violatedBy(restrictionsOf(category), price, salePrice);
  if (violation !== undefined) refuse(violation);
  if (saleStart !== null && saleEnd !== null && saleEnd < saleStart) refuse('The sale must not end before it starts.');
}

function writePrice(variant: VariantRecord, country: Country, { status, ...amounts }: PriceChange): PriceRecord {
  const known = variant.prices.find(price => price.country === country);
  if (known) return Object.assign(known, amounts, status === null ? {} : { status });
  const added = { country, status, ...amounts };
  variant.prices.push(added);
  return added;
}

export function priceWriteRoutes(world: World): Route[] {
  const { catalog } = world.shop;
  const changed = (variant: VariantRecord) =>
    touch(world.shop, found(catalog.set(variant.setId)), [variant], world.act());
  const update = (variant: VariantRecord, country: Country, change: PriceChange) => {
    checkPrice(world, variant, change);
    const price = writePrice(variant, country, change);
    changed(variant);
    return { productSetId: variant.setId, productId: variant.id, ...priceBody(variant, price) };
  };
  return [
    [
      // One row after the other: a row that is refused leaves those before it done.
      'PUT /v2/product-set/:id/prices',
      async ({ request, params }) => {
        const set = found(catalog.set(Number(params.id)));
        const body = await readBody(request);
        const rows = body.list.map(row => ({
          productId: row.required('productId', row.integer('productId'), 0),
          country: row.required('country', row.text('country'), ''),
          change: readPrice(row),
        }));
        body.check();
        const written = rows.map(({ productId, country, change }) => {
          const variant =
            set.variants.find(({ id }) => id === productId) ?? refuse(`The product ${productId} is not in this set.`);
          return update(variant, countryNamed(country), change);
        });
        // The documentation shows one object for the list that was sent.
        return json(written.length === 1 ? written[0] : written);
      },
    ],
    [
      'PUT /v2/product/:id/prices/:country',
      async ({ request, params }) => {
        const variant = found(catalog.variant(Number(params.id)));
        const body = await readBody(request);
        const change = readPrice(body);
        body.check();
        return json(update(variant, countryNamed(params.country ?? ''), change));
      },
    ],
    [
      'PUT /v2/product/:id/prices/:country/status',
      async ({ request, params }) => {
        const variant = found(catalog.variant(Number(params.id)));
        const price = found(variant.prices.find(({ country }) => country === params.country));
        const body = await readBody(request);
        const status = body.required('status', body.choice('status', statuses), 'active');
        body.check();
        price.status = status;
        changed(variant);
        return empty();
      },
    ],
  ];
}
