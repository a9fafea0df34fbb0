import { type BatchOutcome, type BatchResult, checkInput, isLoose } from '@cartograph/connector-kit';
import { type CommerceError, RequestError } from '@cartograph/core';
import { z } from 'zod';
import { renderMessage } from '../errors.js';
import {
  type BasePriceInput,
  basePriceInput,
  type CostInput,
  costInput,
  type SpecialPriceInput,
  specialPriceInput,
  type TierPriceInput,
  tierPriceInput,
} from '../input/price.js';
import { basePriceSchema, costSchema, specialPriceSchema, tierPriceRowSchema } from '../native/product-parts.js';
import { type Api, doneSchema, type MagentoCall, type Raw, recordsSchema } from './api.js';
import { inArrays } from './arrays.js';

/** One kind of price. A row is told as failed where the shop says that it did not take it: it answers 200 all the same. */
export interface PriceTable<Price, Input, Removed = Input> {
  /** Of some SKUs, a row for each scope that has one. */
  get(skus: readonly string[], call?: MagentoCall): Promise<Price[]>;
  set(rows: readonly Input[], call?: MagentoCall): Promise<BatchResult<Input>>;
  delete(rows: readonly Removed[], call?: MagentoCall): Promise<BatchResult<Removed>>;
}

type BasePrice = Raw<z.output<typeof basePriceSchema>>;
type SpecialPrice = Raw<z.output<typeof specialPriceSchema>>;
type TierPrice = Raw<z.output<typeof tierPriceRowSchema>>;
type Cost = Raw<z.output<typeof costSchema>>;

/** Prices of many products at once, without the products. */
export interface Prices {
  readonly base: Omit<PriceTable<BasePrice, BasePriceInput>, 'delete'>;
  readonly special: PriceTable<SpecialPrice, SpecialPriceInput>;
  /** `set` adds to those of a product; `replace` puts them in the place of all it has. */
  readonly tier: PriceTable<TierPrice, TierPriceInput> & {
    replace(rows: readonly TierPriceInput[], call?: MagentoCall): Promise<BatchResult<TierPriceInput>>;
  };
  /** What products cost the merchant. */
  readonly cost: PriceTable<Cost, CostInput, string>;
}

const complaintsSchema = z.union([z.array(z.unknown()), z.boolean().transform(() => []), z.null().transform(() => [])]);

export function createPrices(api: Api): Prices {
  const read = <Price>(path: string, schema: z.ZodType) => {
    const check = api.checks(`products.prices`, schema);
    return async (skus: readonly string[], call?: MagentoCall): Promise<Price[]> => {
      const records: unknown[] = [];
      await inArrays<string, null>(api, skus, async batch => {
        const answer = await api.request('POST', path, { json: { skus: batch }, schema: recordsSchema }, reading(call));
        records.push(...answer);
        return batch.map(() => null);
      }).then(throwFirst);
      return check.all(records) as Price[];
    };
  };
  const write =
    <Row extends { readonly sku: string }>(method: 'POST' | 'PUT', path: string, what: string, schema: z.ZodType) =>
    async (rows: readonly Row[], call?: MagentoCall): Promise<BatchResult<Row>> => {
      const checked = rows.map((row, index) => checkInput(`${what}[${index}]`, schema, row) as Row);
      return inArrays(api, checked, async batch => {
        // What is written twice is the same.
        const writing = { idempotent: true, ...call };
        const complaints = await api.request(
          method,
          path,
          { json: { prices: batch }, schema: complaintsSchema },
          writing,
        );
        return outcome(batch, complaints);
      });
    };
  return {
    base: {
      get: read('V1/products/base-prices-information', basePriceSchema),
      set: write('POST', 'V1/products/base-prices', 'products.prices.base.set', basePriceInput),
    },
    special: {
      get: read('V1/products/special-price-information', specialPriceSchema),
      set: write('POST', 'V1/products/special-price', 'products.prices.special.set', specialPriceInput),
      delete: write('POST', 'V1/products/special-price-delete', 'products.prices.special.delete', specialPriceInput),
    },
    tier: {
      get: read('V1/products/tier-prices-information', tierPriceRowSchema),
      set: write('POST', 'V1/products/tier-prices', 'products.prices.tier.set', tierPriceInput),
      replace: write('PUT', 'V1/products/tier-prices', 'products.prices.tier.replace', tierPriceInput),
      delete: write('POST', 'V1/products/tier-prices-delete', 'products.prices.tier.delete', tierPriceInput),
    },
    cost: {
      get: read('V1/products/cost-information', costSchema),
      set: write('POST', 'V1/products/cost', 'products.prices.cost.set', costInput),
      delete: (skus, call) =>
        inArrays(api, skus, async batch => {
          await api.request('POST', 'V1/products/cost-delete', { json: { skus: batch }, schema: doneSchema }, call);
          return batch;
        }),
    },
  };
}

/** Reading goes by POST here, and may be repeated. */
const reading = (call: MagentoCall | undefined): MagentoCall => ({ idempotent: true, ...call });

function throwFirst({ failed }: BatchResult<unknown>): void {
  const [first] = failed;
  if (first) throw first.error;
}

/** A complaint names its row by the SKU and the other values of it; one that names none is about them all. */
function outcome<Row extends { readonly sku: string }>(
  rows: readonly Row[],
  complaints: readonly unknown[],
): BatchOutcome<Row> {
  const told = complaints.map(complaint => ({ error: toComplaint(complaint), values: valuesIn(complaint) }));
  const isAbout = (row: Row, values: readonly string[]) => {
    const own = new Set(Object.values(row).map(value => String(value).toLowerCase()));
    return (
      values.includes(row.sku.toLowerCase()) && values.every(value => own.has(value) || Number.isNaN(Number(value)))
    );
  };
  const lost = told.find(({ values }) => !rows.some(row => isAbout(row, values)));
  return rows.map(row => told.find(({ values }) => isAbout(row, values))?.error ?? lost?.error ?? row);
}

const valuesIn = (complaint: unknown): string[] => {
  const parameters = isLoose(complaint) ? complaint.parameters : null;
  return Object.values((parameters ?? {}) as Record<string, unknown>).map(value => String(value).toLowerCase());
};

const toComplaint = (complaint: unknown): CommerceError =>
  new RequestError(`Magento: a price was not taken: ${renderMessage(complaint)}`, {
    connector: 'Magento',
    status: 200,
  });
