import { z } from 'zod';
import { fields } from '../native/fields.js';
import { flagScalar, list, scalar } from '../native/loose.js';
import { type StockRecord, stockSchema } from '../native/stock.js';
import { type Api, at, doneSchema, type MagentoCall, one, queryOf, type Raw, whole } from './api.js';
import { createListing, type Listing } from './listing.js';

const salableSchema = z.object({ ...fields(scalar, 'sku stock_id'), salable: flagScalar });
const forQuantitySchema = z.object({
  salable: flagScalar,
  errors: list(z.object(fields(scalar, 'code message'))),
});
const exportedSchema = z.object({ ...fields(scalar, 'sku qty'), is_salable: flagScalar });

type Exported = Raw<z.output<typeof exportedSchema>>;

/** What can be sold: what lies at the sources of a stock, less what orders have reserved and what is kept back. */
export interface Salable {
  readonly salable: {
    quantity(sku: string, stockId: number, call?: MagentoCall): Promise<number>;
    is(sku: string, stockId: number, call?: MagentoCall): Promise<boolean>;
    /** Of many SKUs in one request. */
    are(skus: readonly string[], stockId: number, call?: MagentoCall): Promise<Raw<z.output<typeof salableSchema>>[]>;
    /** Whether so many can be sold now; `errors` tell why not. */
    isFor(
      sku: string,
      stockId: number,
      quantity: number,
      call?: MagentoCall,
    ): Promise<Raw<z.output<typeof forQuantitySchema>>>;
    /** Quantities of all that a website sells, page by page. */
    export(websiteCode: string): Listing<Exported>;
    /** The stock from which a website sells. */
    stockOf(websiteCode: string, call?: MagentoCall): Promise<Raw<StockRecord>>;
  };
}

export function createSalable(api: Api): Salable {
  const salable = api.checks('inventory.salable', salableSchema);
  const forQuantity = api.checks('inventory.salable.isFor', forQuantitySchema);
  const exported = api.checks('inventory.salable.export', exportedSchema);
  const stocks = api.checks('inventory.stocks', stockSchema);
  return {
    salable: {
      quantity: (sku, stockId, call) =>
        api.request(
          'GET',
          at`V1/inventory/get-product-salable-quantity/${sku}/${stockId}`,
          { schema: z.coerce.number() },
          call,
        ),
      is: (sku, stockId, call) =>
        api.request('GET', at`V1/inventory/is-product-salable/${sku}/${stockId}`, { schema: doneSchema }, call),
      isFor: (sku, stockId, quantity, call) =>
        one(
          api,
          forQuantity,
          at`V1/inventory/is-product-salable-for-requested-qty/${sku}/${stockId}/${quantity}`,
          call,
        ),
      are: (skus, stockId, call) => {
        const indexed = Object.fromEntries(skus.map((sku, index) => [`skus[${index}]`, sku]));
        return whole(api, salable, 'V1/inventory/are-products-salable', call, queryOf({ ...indexed, stockId }));
      },
      export: websiteCode =>
        createListing<Exported>(api, at`V1/inventory/export-stock-salable-qty/website/${websiteCode}`, {
          all: records => exported.all(records) as Exported[],
        }),
      stockOf: (websiteCode, call) => one(api, stocks, at`V1/inventory/stock-resolver/website/${websiteCode}`, call),
    },
  };
}
