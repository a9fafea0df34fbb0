import type { Api } from '../endpoints/api.js';
import type { Doc } from '../records/fields.js';
import type { Product } from '../shop/product.js';
import { type ObjectType, of, QueryFault } from './execute.js';

interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}

interface Connection<T> {
  readonly edges: readonly Edge<T>[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

const most = 50;
const fallback = 10;

const pageInfo: ObjectType<Connection<unknown>> = {
  name: 'PageInfo',
  fields: {
    hasNextPage: page => page.hasNextPage,
    hasPreviousPage: page => page.hasPreviousPage,
    startCursor: ({ edges }) => edges[0]?.cursor ?? null,
    endCursor: ({ edges }) => edges.at(-1)?.cursor ?? null,
  },
};

const connectionOf = <T>(name: string, node: ObjectType<T>): ObjectType<Connection<T>> => {
  const edge: ObjectType<Edge<T>> = {
    name: `${name}Edge`,
    fields: { cursor: row => row.cursor, node: row => of(node, row.node) },
  };
  return {
    name: `${name}Connection`,
    fields: {
      edges: page => page.edges.map(row => of(edge, row)),
      pageInfo: page => of(pageInfo, page as Connection<unknown>),
    },
  };
};

/** A cursor is its row's position in base64. */
function connect<T>(rows: readonly T[], given: Readonly<Record<string, unknown>>): Connection<T> {
  const first = Math.min(most, Number(given.first ?? fallback));
  const from = given.after === undefined ? 0 : Number(atob(String(given.after))) + 1;
  if (!(first > 0) || Number.isNaN(from)) throw new QueryFault('Arguments "first" and "after" are not valid.');
  const edges = rows
    .slice(from, from + first)
    .map((node, position) => ({ cursor: btoa(String(from + position)), node }));
  return { edges, hasNextPage: from + first < rows.length, hasPreviousPage: from > 0 };
}

const basicInformation: ObjectType<Product> = {
  name: 'ProductBasicInformation',
  fields: { name: product => product.name, description: product => product.description },
};

const productId = ({ id }: Product): string => `bc/store/product/${id}`;

const product: ObjectType<Product> = {
  name: 'Product',
  fields: { id: productId, basicInformation: row => of(basicInformation, row) },
};

const location: ObjectType<Doc> = {
  name: 'InventoryLocation',
  fields: {
    id: row => `bc/store/location/${row.id}`,
    entityId: row => row.id,
    code: row => row.code,
    label: row => row.label,
  },
};

const products = connectionOf('Product', product);
const locations = connectionOf('InventoryLocation', location);

/** What of the platform's large schema is here: the shop's time, its products by page and by id, and its locations. */
export function querySchema({ shop, records }: Api): ObjectType<null> {
  const system: ObjectType<null> = {
    name: 'System',
    fields: { time: () => new Date(shop.clock.now()).toISOString() },
  };
  const store: ObjectType<null> = {
    name: 'Store',
    fields: {
      product: (_store, { id }) => {
        const found = shop.catalog.listed.find(row => productId(row) === id);
        return found ? of(product, found) : null;
      },
      products: (_store, given) => of(products, connect(shop.catalog.listed, given)),
      locations: (_store, given) => of(locations, connect(records.locations.all, given)),
    },
  };
  return { name: 'Query', fields: { system: () => of(system, null), store: () => of(store, null) } };
}
