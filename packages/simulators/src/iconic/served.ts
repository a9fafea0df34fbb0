/** The record collections of the shop; what `truth` lists and `tamper` reaches. */
type Collection =
  | 'orders'
  | 'orderItems'
  | 'productSets'
  | 'products'
  | 'brands'
  | 'categories'
  | 'warehouses'
  | 'transactions'
  | 'statements'
  | 'sellers'
  | 'paymentMethods';

/** The body as it goes out: changed where someone tampered with that record. */
export type Serve = (collection: Collection, id: number | string, body: unknown) => unknown;

export interface Serving {
  readonly serve: Serve;
  readonly tamper: (collection: string, id: string, change: (body: unknown) => unknown) => void;
  readonly isTampered: (collection: Collection, id: number | string) => boolean;
}

export function createServing(): Serving {
  const changes = new Map<string, (body: unknown) => unknown>();
  return {
    serve: (collection, id, body) => {
      const change = changes.size > 0 ? changes.get(`${collection}/${id}`) : undefined;
      return change ? change(body) : body;
    },
    isTampered: (collection, id) => changes.has(`${collection}/${id}`),
    tamper: (collection, id, change) => void changes.set(`${collection}/${id}`, change),
  };
}
