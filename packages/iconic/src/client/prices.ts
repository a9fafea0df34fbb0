import { type BatchResult, checkInput, inBatches, type RequestOptions } from '@cartograph/connector-kit';
import { isCommerceError, RequestError } from '@cartograph/core';
import { z } from 'zod';
import { connectorTitle } from '../errors.js';
import {
  type PriceChange,
  type PriceFilters,
  priceChange,
  priceFilters,
  priceStatus,
  type WholePrice,
  wholePrice,
} from '../input/products.js';
import { country } from '../input/scalars.js';
import { type GroupedPrices, groupedPricesSchema, type Price, priceSchema } from '../records/product.js';
import { type Api, part } from './api.js';
import { ofSets } from './of-sets.js';
import { isTaken, mergedPrice, type SentPrice } from './price-merge.js';

type Id = string | number;

/** The platform names no limit; stock has this one. */
const rowsAtMost = 100;

interface PriceRow extends SentPrice {
  readonly productId: number;
  readonly country: string;
}

/**
 * The platform empties each field of a price that a call leaves out, so that a new price alone would end a sale. `update`
 * therefore reads what there is, and sends all of it with the change; `replace` wants all of it from its caller.
 */
export function createSetPrices(api: Api) {
  const prices = api.of('productSets.prices', priceSchema);
  const grouped = api.of('productSets.prices', groupedPricesSchema);
  const at = (setId: Id) => `/v2/product-set/${part(setId)}/prices`;
  const list = (setId: Id, call?: RequestOptions): Promise<Price[]> => prices.all('GET', at(setId), {}, call);

  /** Rows may be taken though others are refused; the prices are read once more to tell which. */
  const send = async (setId: Id, rows: readonly PriceRow[], call?: RequestOptions) => {
    const refusal = await api.send('PUT', at(setId), { json: rows }, call).catch((error: unknown) => {
      if (isCommerceError(error) && error.code === 'request') return error;
      throw error;
    });
    const shown = await list(setId, call);
    return rows.map(row => {
      const price = shown.find(one => isSame(one, row));
      return price !== undefined && isTaken(row, price) ? price : (refusal ?? notTaken(row));
    });
  };

  return {
    /** Countries without a price are left out. */
    list,
    bySets: ofSets('productSets.prices.bySets', grouped, '/v2/prices'),
    /** Several products and countries of one set. Reads, writes and reads again. */
    updateMany: async (
      setId: Id,
      changes: readonly PriceChange[],
      call?: RequestOptions,
    ): Promise<BatchResult<Price>> => {
      const wanted = checkInput('productSets.prices.updateMany', z.array(priceChange), changes);
      const shown = await list(setId, call);
      return inBatches<(typeof wanted)[number], Price>(wanted, rowsAtMost, async batch => {
        const rows = batch.map(({ productId, country: code, ...change }) => {
          const merged = mergedPrice(
            shown.find(one => isSame(one, { productId, country: code })),
            change,
          );
          return merged === null ? noPrice(productId, code) : { productId, country: code, ...merged };
        });
        const sent = rows.filter((row): row is PriceRow => !isCommerceError(row));
        const outcomes = sent.length === 0 ? [] : await send(setId, sent, call);
        return rows.map(row => (isCommerceError(row) ? row : (outcomes[sent.indexOf(row)] ?? notTaken(row))));
      });
    },
  };
}

export function createProductPrices(api: Api) {
  const prices = api.of('products.prices', priceSchema);
  const grouped = api.of('products.prices', groupedPricesSchema);
  const at = (productId: Id, code: string) =>
    `/v2/product/${part(productId)}/prices/${part(checkInput('products.prices', country, code))}`;
  const list = async (query: PriceFilters = {}, call?: RequestOptions): Promise<GroupedPrices[]> =>
    grouped.all('GET', '/v2/prices', { query: checkInput<object>('products.prices.list', priceFilters, query) }, call);
  const change = priceChange.omit({ productId: true, country: true });
  return {
    /** Grouped by product set; filters widen each other. */
    list,
    /** Fields that are left out stay as they are: the price is read first. */
    update: async (
      productId: Id,
      code: string,
      changes: Omit<PriceChange, 'productId' | 'country'>,
      call?: RequestOptions,
    ): Promise<Price> => {
      const wanted = checkInput('products.prices.update', change, changes);
      const path = at(productId, code);
      const groups = await list({ productIds: [productId] }, call);
      const shown = groups.flatMap(({ items }) => items ?? []).find(row => String(row.productId) === String(productId));
      const merged = mergedPrice(
        shown?.prices?.find(price => price.country === code),
        wanted,
      );
      if (merged === null) throw noPrice(productId, code);
      return prices.one('PUT', path, { json: merged }, call);
    },
    /** All of a price; a sale that is null ends. */
    replace: async (productId: Id, code: string, price: WholePrice, call?: RequestOptions): Promise<Price> =>
      prices.one('PUT', at(productId, code), { json: checkInput('products.prices.replace', wholePrice, price) }, call),
    /** Whether it is sold in that country. The rest stays as it is. */
    setStatus: async (productId: Id, code: string, status: 'active' | 'inactive', call?: RequestOptions) =>
      api.send(
        'PUT',
        `${at(productId, code)}/status`,
        { json: { status: checkInput('products.prices.setStatus', priceStatus, status) } },
        call,
      ),
  };
}

const isSame = (price: Price, row: Pick<PriceRow, 'productId' | 'country'>): boolean =>
  String(price.productId) === String(row.productId) && price.country === row.country;

const noPrice = (productId: Id, code: string) =>
  new RequestError(`${connectorTitle}: product ${productId} has no price in ${code} yet; give its price`, {
    connector: connectorTitle,
    productId,
    country: code,
  });

const notTaken = ({ productId, country: code }: PriceRow) =>
  new RequestError(`${connectorTitle}: the price of product ${productId} in ${code} was not taken`, {
    connector: connectorTitle,
    productId,
    country: code,
  });
