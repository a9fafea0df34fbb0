import { type BatchResult, checkInput, inBatches, type RequestOptions } from '@cartograph/connector-kit';
import { RequestError } from '@cartograph/core';
import { z } from 'zod';
import { connectorTitle } from '../errors.js';
import { type StockRow, stockRow } from '../input/products.js';
import { type Stock, stockSchema, stockSumSchema } from '../records/product.js';
import { id, record } from '../records/scalars.js';
import { type Api, part } from './api.js';
import { ofSets } from './of-sets.js';

type Id = string | number;
export type StockLevel = z.output<typeof stockRow>;

const rowsAtMost = 100;
const rejectedSchema = record({ productId: id });

export function createSetStock(api: Api) {
  const stock = api.of('productSets.stock', stockSchema);
  const sums = api.of('productSets.stock', stockSumSchema);
  return {
    /** A row a product, joined to it by the seller's SKU. */
    list: (setId: Id, call?: RequestOptions): Promise<Stock[]> =>
      stock.all('GET', `/v2/stock/product-set/${part(setId)}`, {}, call),
    sums: ofSets('productSets.stock.sums', sums, '/v2/product-sets/stocks'),
  };
}

export function createStock(api: Api) {
  const stock = api.of('stock', stockSchema);
  const rejected = api.of('stock', rejectedSchema);

  /** The platform answers with the rows that it did not take, and says no more of them. */
  const send = async (rows: readonly StockLevel[], call?: RequestOptions) => {
    const failed = await rejected.all('PUT', '/v2/stock/product', { json: rows }, call);
    const ids = new Set(failed.map(({ productId }) => String(productId)));
    return rows.map((row): StockLevel | RequestError => (ids.has(String(row.productId)) ? notTaken(row) : row));
  };

  /** A hundred rows a request, each of them the whole quantity of a product. */
  const updateMany = async (rows: readonly StockRow[], call?: RequestOptions): Promise<BatchResult<StockLevel>> => {
    const levels = checkInput('stock.updateMany', z.array(stockRow), rows);
    return inBatches<StockLevel, StockLevel>(levels, rowsAtMost, batch => send(batch, call));
  };

  return {
    get: (productId: Id, call?: RequestOptions): Promise<Stock> =>
      stock.one('GET', `/v2/stock/product/${part(productId)}`, {}, call),
    /** The whole quantity, not what is added. */
    update: async (productId: Id, quantity: number, call?: RequestOptions): Promise<StockLevel> => {
      const level = checkInput('stock.update', stockRow, { productId, quantity });
      const [answer = notTaken(level)] = await send([level], call);
      if (answer instanceof Error) throw answer;
      return answer;
    },
    updateMany,
  };
}

const notTaken = ({ productId }: StockLevel) =>
  new RequestError(
    `${connectorTitle}: the stock of product ${productId} was not taken; it may be unknown, deleted or kept by the marketplace`,
    { connector: connectorTitle, productId },
  );
