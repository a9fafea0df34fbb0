import { checkInput } from '@cartograph/connector-kit';
import { z } from 'zod';
import { type StockItemInput, stockItemInput } from '../input/stock.js';
import { type StockItemRecord, stockItemRecordSchema, stockStatusSchema } from '../native/stock.js';
import { type Api, at, type MagentoCall, made, one, queryOf, type Raw } from './api.js';

/** Stock as it was before multi-source inventory; where there is one, that of the default source. */
export interface StockItems {
  get(sku: string, call?: MagentoCall): Promise<Raw<StockItemRecord>>;
  /** Its id again. The stock item is found first unless its id is given: two requests. */
  update(
    sku: string,
    changes: StockItemInput,
    call?: MagentoCall & { readonly itemId?: number },
  ): Promise<string | number>;
  status(sku: string, call?: MagentoCall): Promise<Raw<z.output<typeof stockStatusSchema>>>;
  /** Items with less than a quantity, page by page; with a huge one, all there are. */
  lowStock(quantity: number, options?: LowStockOptions, call?: MagentoCall): AsyncGenerator<Raw<StockItemRecord>>;
}

export interface LowStockOptions {
  /** Of a website; 0, which is all, unless told. */
  readonly scopeId?: number;
  readonly pageSize?: number;
}

const lowStockSchema = z.object({ items: z.array(z.unknown()).nullish(), total_count: z.coerce.number() });

export function createStockItems(api: Api): StockItems {
  const check = api.checks('stockItems', stockItemRecordSchema);
  const statusCheck = api.checks('stockItems.status', stockStatusSchema);
  const get: StockItems['get'] = (sku, call) => one(api, check, at`V1/stockItems/${sku}`, call);
  return {
    get,
    status: (sku, call) => one(api, statusCheck, at`V1/stockStatuses/${sku}`, call),
    update: async (sku, changes, { itemId, ...call } = {}) => {
      const stockItem = checkInput('stockItems.update', stockItemInput, changes);
      const id = itemId ?? Number((await get(sku, call)).item_id);
      return made(api, 'PUT', at`V1/products/${sku}/stockItems/${id}`, { stockItem }, call);
    },
    async *lowStock(quantity, { scopeId = 0, pageSize = api.sizes.usual } = {}, call) {
      for (let page = 1, read = 0; ; page += 1) {
        const query = queryOf({ scopeId, qty: quantity, currentPage: page, pageSize });
        const answer = await api.request('GET', 'V1/stockItems/lowStock/', { query, schema: lowStockSchema }, call);
        const items = check.all(answer.items ?? []) as Raw<StockItemRecord>[];
        yield* items;
        read += items.length;
        if (items.length === 0 || read >= answer.total_count) return;
      }
    },
  };
}
