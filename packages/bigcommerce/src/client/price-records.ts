import { type BatchResult, checkInput, type RequestOptions } from '@cartograph/connector-kit';
import { z } from 'zod';
import {
  priceRecordChanges,
  priceRecordCondition,
  priceRecordFilter,
  priceRecordRow,
  priceRecordShape,
} from '../input/price-list.js';
import { type PriceRecord, priceRecordSchema } from '../records/price-list.js';
import type { Api, Page } from './api.js';
import { at, type Id } from './path.js';
import type { NativeQuery } from './query.js';
import { lists } from './resource/reading.js';
import { inSilence } from './resource/silent.js';
import { source } from './resource/source.js';
import { deletesAll } from './resource/writing.js';

type Row = z.input<typeof priceRecordRow>;
type Shape = z.input<typeof priceRecordShape>;

/** The prices of one price list: one a variant and currency. */
export function createPriceRecords(api: Api) {
  const pathOf = (priceListId: Id) => at`/v3/pricelists/${priceListId}/records`;
  const records = source(api, 'priceLists.records', pathOf, priceRecordSchema);
  const rows = z.array(priceRecordRow);
  const shaped = (shape: Shape = {}) => checkInput('priceLists.records.get', priceRecordShape, shape) as NativeQuery;
  const pathTo = (priceListId: Id, variantId: Id, currency: string) =>
    at`/v3/pricelists/${priceListId}/records/${variantId}/${currency}`;
  return {
    ...lists(records, priceRecordFilter),
    /** In all currencies. */
    async ofVariant(priceListId: Id, variantId: Id, shape?: Shape, call?: RequestOptions): Promise<Page<PriceRecord>> {
      const path = at`/v3/pricelists/${priceListId}/records/${variantId}`;
      const page = await api.page(path, shaped(shape), call);
      return { ...page, items: records.check.all(page.items) };
    },
    async get(
      priceListId: Id,
      variantId: Id,
      currency: string,
      shape?: Shape,
      call?: RequestOptions,
    ): Promise<PriceRecord> {
      const query = shaped(shape);
      return records.check.one(await api.record('GET', pathTo(priceListId, variantId, currency), { query }, call));
    },
    /** Those that are there already are refused: it is faster than an upsert. */
    createMany: async (priceListId: Id, given: readonly Row[], call?: RequestOptions): Promise<BatchResult<Row>> =>
      inSilence(api, pathOf(priceListId), checkInput('priceLists.records.createMany', rows, given), 100, call, {
        method: 'POST',
      }),
    /** A record that is there changes, another is made; a thousand a request, two requests at a time. */
    upsertMany: async (priceListId: Id, given: readonly Row[], call?: RequestOptions): Promise<BatchResult<Row>> =>
      inSilence(api, pathOf(priceListId), checkInput('priceLists.records.upsertMany', rows, given), 1000, call),
    async set(
      priceListId: Id,
      variantId: Id,
      currency: string,
      changes: z.input<typeof priceRecordChanges>,
      call?: RequestOptions,
    ): Promise<PriceRecord> {
      const json = checkInput('priceLists.records.set', priceRecordChanges, changes);
      return records.check.one(await api.record('PUT', pathTo(priceListId, variantId, currency), { json }, call));
    },
    async delete(priceListId: Id, variantId: Id, currency: string, call?: RequestOptions): Promise<void> {
      await api.send('DELETE', pathTo(priceListId, variantId, currency), {}, call);
    },
    ...deletesAll(records, priceRecordCondition),
  };
}
