import { bare, Refusal, serverError } from '../problems.js';
import type { Serve, Serving } from '../served.js';
import type { Shop } from '../shop/shop.js';

const placeAt = <T>(rows: readonly T[], share: number): T | undefined => rows[Math.floor(rows.length * share)];

/** What cannot be served, by collection. */
export interface Poisoned {
  readonly orders: string;
  readonly productSets: string;
  /** A set without its products. */
  readonly productLists: string;
}

/** The latest order but a few, so that later runs meet it as well, and two sets in the middle. */
export const poisonedIn = ({ orders, catalog }: Shop): Poisoned => ({
  orders: String(orders.at(-3)?.id),
  productSets: String(placeAt(catalog.sets, 0.4)?.id),
  productLists: String(placeAt(catalog.sets, 0.7)?.id),
});

/** Serves no answer that holds a poisoned record, until someone has changed that record. */
export const withPoison = ({ serve, isTampered }: Serving, poisoned: Poisoned, disturbed: () => void): Serve => {
  return (collection, id, body) => {
    const isBad = (collection === 'orders' || collection === 'productSets') && poisoned[collection] === String(id);
    if (!isBad || isTampered(collection, id)) return serve(collection, id, body);
    disturbed();
    throw new Refusal(serverError());
  };
};

/** The products of one set are said not to be there. */
export function refuseProducts(pathname: string, { isTampered }: Serving, { productLists }: Poisoned): void {
  const isBad = pathname === `/v2/product-set/${productLists}/products`;
  if (isBad && !isTampered('productSets', productLists)) throw new Refusal(bare(404));
}
