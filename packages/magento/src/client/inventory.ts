import { type BatchResult, checkInput } from '@cartograph/connector-kit';
import { z } from 'zod';
import {
  type LowQuantityInput,
  lowQuantityInput,
  type MoveInput,
  moveInput,
  type SourceChanges,
  type SourceInput,
  type SourceItemInput,
  type SourceItemKey,
  type StockInput,
  type StockSourceLinkInput,
  sourceChanges,
  sourceInput,
  sourceItemInput,
  sourceItemKey,
  stockInput,
  stockSourceLinkInput,
  type TransferInput,
  transferInput,
} from '../input/stock.js';
import { lowQuantitySchema, sourceRecordSchema } from '../native/stock.js';
import { type Api, act, at, type MagentoCall, made, one, type Raw, voidSchema, whole } from './api.js';
import { inArrays } from './arrays.js';
import type { ItemOf, Lists } from './lists.js';
import { createSalable, type Salable } from './salable.js';
import { createSourceSelection, type SourceSelection } from './source-selection.js';

type Id = string | number;

/** Stock that lies at several places, where the shop has it: without the modules every call is a RequestError with status 404. */
export interface Inventory extends Salable, SourceSelection {
  readonly sources: Lists['sources'] & {
    create(source: SourceInput, call?: MagentoCall): Promise<void>;
    /** Reads the source and writes it whole with the changes. */
    update(code: string, source: SourceChanges, call?: MagentoCall): Promise<void>;
  };
  /** How much of a SKU lies at a source. Moves no time of the product. */
  readonly sourceItems: Omit<Lists['sourceItems'], 'get'> & {
    /** Adds or changes, in as large requests as the shop takes. A request with a row that is wrong is refused whole. */
    save(items: readonly SourceItemInput[], call?: MagentoCall): Promise<BatchResult<SourceItemInput>>;
    delete(items: readonly SourceItemKey[], call?: MagentoCall): Promise<BatchResult<SourceItemKey>>;
  };
  /** What websites sell from. */
  readonly stocks: Lists['stocks'] & {
    create(stock: StockInput, call?: MagentoCall): Promise<Id>;
    update(id: Id, stock: StockInput, call?: MagentoCall): Promise<Id>;
    delete(id: Id, call?: MagentoCall): Promise<void>;
    /** Its sources, those first that are taken from first. */
    sources(id: Id, call?: MagentoCall): Promise<ItemOf<'sources'>[]>;
  };
  readonly stockSourceLinks: Omit<Lists['stockSourceLinks'], 'get'> & {
    save(links: readonly StockSourceLinkInput[], call?: MagentoCall): Promise<void>;
    delete(links: readonly StockSourceLinkInput[], call?: MagentoCall): Promise<void>;
  };
  /** Puts products at sources, and takes them away. The number of source items that changed. */
  assign(skus: readonly string[], sourceCodes: readonly string[], call?: MagentoCall): Promise<number>;
  unassign(skus: readonly string[], sourceCodes: readonly string[], call?: MagentoCall): Promise<number>;
  /** Moves all that lies of some products from one source to another. */
  move(move: MoveInput, call?: MagentoCall): Promise<boolean>;
  /** Moves quantities from one source to another. */
  transfer(transfer: TransferInput, call?: MagentoCall): Promise<void>;
  /** Below which quantity a source item is told as low. */
  readonly lowQuantity: {
    get(sourceCode: string, sku: string, call?: MagentoCall): Promise<Raw<z.output<typeof lowQuantitySchema>>>;
    save(items: readonly LowQuantityInput[], call?: MagentoCall): Promise<void>;
    /** Back to what the shop’s settings say. */
    delete(items: readonly SourceItemKey[], call?: MagentoCall): Promise<void>;
  };
}

const countSchema = z.coerce.number();

export function createInventory(api: Api, lists: Lists): Inventory {
  const sources = api.checks('inventory.sources', sourceRecordSchema);
  const lowQuantities = api.checks('inventory.lowQuantity', lowQuantitySchema);
  const send = (method: 'POST' | 'PUT' | 'DELETE', path: string, json: unknown, call?: MagentoCall): Promise<void> =>
    api.request(method, path, { schema: voidSchema, ...(json !== undefined && { json }) }, call);
  /** Writes that make what is there equal to what is given, and so may be repeated. */
  const rows =
    <Row>(path: string, what: string, schema: z.ZodType) =>
    async (given: readonly Row[], call?: MagentoCall): Promise<BatchResult<Row>> => {
      const checked = given.map((row, index) => checkInput(`${what}[${index}]`, schema, row) as Row);
      return inArrays(api, checked, async batch => {
        await send('POST', path, { sourceItems: batch }, { idempotent: true, ...call });
        return batch;
      });
    };
  const links = (what: string, given: readonly StockSourceLinkInput[]) => ({
    links: checkInput(`inventory.stockSourceLinks.${what}`, z.array(stockSourceLinkInput).min(1), given),
  });
  const { get: _, ...sourceItems } = lists.sourceItems;
  const { get: __, ...stockSourceLinks } = lists.stockSourceLinks;
  return {
    ...createSalable(api),
    ...createSourceSelection(api),
    sources: {
      ...lists.sources,
      create: async (given, call) =>
        send(
          'POST',
          'V1/inventory/sources',
          { source: checkInput('inventory.sources.create', sourceInput, given) },
          call,
        ),
      update: async (code, given, call) => {
        const changes = checkInput('inventory.sources.update', sourceChanges, given);
        const { source_code: _, ...before } = await lists.sources.get(code, call);
        return send('PUT', at`V1/inventory/sources/${code}`, { source: { ...before, ...changes } }, call);
      },
    },
    sourceItems: {
      ...sourceItems,
      save: rows('V1/inventory/source-items', 'inventory.sourceItems.save', sourceItemInput),
      delete: rows('V1/inventory/source-items-delete', 'inventory.sourceItems.delete', sourceItemKey),
    },
    stocks: {
      ...lists.stocks,
      create: async (given, call) => {
        const stock = checkInput('inventory.stocks.create', stockInput, given);
        return made(api, 'POST', 'V1/inventory/stocks', { stock }, call);
      },
      update: async (id, given, call) => {
        const stock = checkInput('inventory.stocks.update', stockInput, given);
        return made(api, 'PUT', at`V1/inventory/stocks/${id}`, { stock }, call);
      },
      delete: (id, call) => send('DELETE', at`V1/inventory/stocks/${id}`, undefined, call),
      sources: (id, call) =>
        whole(api, sources, at`V1/inventory/get-sources-assigned-to-stock-ordered-by-priority/${id}`, call),
    },
    stockSourceLinks: {
      ...stockSourceLinks,
      save: async (given, call) => send('POST', 'V1/inventory/stock-source-links', links('save', given), call),
      delete: async (given, call) =>
        send('POST', 'V1/inventory/stock-source-links-delete', links('delete', given), call),
    },
    assign: (skus, sourceCodes, call) => {
      const json = { skus, sourceCodes };
      return api.request('POST', 'V1/inventory/bulk-product-source-assign', { json, schema: countSchema }, call);
    },
    unassign: (skus, sourceCodes, call) => {
      const json = { skus, sourceCodes };
      return api.request('POST', 'V1/inventory/bulk-product-source-unassign', { json, schema: countSchema }, call);
    },
    move: async (given, call) => {
      const json = checkInput('inventory.move', moveInput, given);
      return act(api, 'POST', 'V1/inventory/bulk-product-source-transfer', json, call);
    },
    transfer: async (given, call) =>
      send(
        'POST',
        'V1/inventory/bulk-partial-source-transfer',
        checkInput('inventory.transfer', transferInput, given),
        call,
      ),
    lowQuantity: {
      get: (sourceCode, sku, call) =>
        one(api, lowQuantities, at`V1/inventory/low-quantity-notification/${sourceCode}/${sku}`, call),
      save: async (given, call) => {
        const sourceItemConfigurations = checkInput(
          'inventory.lowQuantity.save',
          z.array(lowQuantityInput).min(1),
          given,
        );
        return send('POST', 'V1/inventory/low-quantity-notification', { sourceItemConfigurations }, call);
      },
      delete: async (given, call) => {
        const sourceItems = checkInput('inventory.lowQuantity.delete', z.array(sourceItemKey).min(1), given);
        return send('POST', 'V1/inventory/low-quantity-notifications-delete', { sourceItems }, call);
      },
    },
  };
}
