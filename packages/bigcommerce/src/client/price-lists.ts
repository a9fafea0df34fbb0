import { type BatchResult, checkInput, type RequestOptions } from '@cartograph/connector-kit';
import { z } from 'zod';
import {
  anyPriceRecordRow,
  assignmentChanges,
  assignmentCondition,
  assignmentFilter,
  assignmentInput,
  priceListChanges,
  priceListCondition,
  priceListFilter,
  priceListInput,
} from '../input/price-list.js';
import { type PriceListAssignment, priceListAssignmentSchema, priceListSchema } from '../records/price-list.js';
import type { Api } from './api.js';
import { at, type Id } from './path.js';
import { createPriceRecords } from './price-records.js';
import { gets, lists } from './resource/reading.js';
import { inSilence } from './resource/silent.js';
import { source } from './resource/source.js';
import { creates, deletes, deletesAll, updates } from './resource/writing.js';

type AnyRow = z.input<typeof anyPriceRecordRow>;

export function createPriceLists(api: Api) {
  const priceLists = source(api, 'priceLists', () => '/v3/pricelists', priceListSchema);
  const recordsPath = '/v3/pricelists/records';
  const rows = z.array(anyPriceRecordRow);
  return {
    ...lists(priceLists, priceListFilter),
    ...gets(priceLists),
    ...creates(priceLists, priceListInput),
    ...updates(priceLists, priceListChanges),
    ...deletes(priceLists),
    ...deletesAll(priceLists, priceListCondition),
    records: createPriceRecords(api),
    /** Of several price lists at once. */
    allRecords: {
      createMany: async (given: readonly AnyRow[], call?: RequestOptions): Promise<BatchResult<AnyRow>> =>
        inSilence(api, recordsPath, checkInput('priceLists.allRecords.createMany', rows, given), 100, call, {
          method: 'POST',
        }),
      /** A record that is there changes, another is made. The platform serves one such request at a time. */
      upsertMany: async (given: readonly AnyRow[], call?: RequestOptions): Promise<BatchResult<AnyRow>> =>
        inSilence(api, recordsPath, checkInput('priceLists.allRecords.upsertMany', rows, given), 100, call),
    },
    assignments: createAssignments(api),
  };
}

/** Which customer groups and channels see a price list. */
function createAssignments(api: Api) {
  const path = '/v3/pricelists/assignments';
  const assignments = source(api, 'priceLists.assignments', () => path, priceListAssignmentSchema);
  const rows = z.array(assignmentInput);
  type Row = z.input<typeof assignmentInput>;
  return {
    ...lists(assignments, assignmentFilter),
    createMany: async (given: readonly Row[], call?: RequestOptions): Promise<BatchResult<Row>> =>
      inSilence(api, path, checkInput('priceLists.assignments.createMany', rows, given), 25, call, { method: 'POST' }),
    /** Sets a price list's assignment for a group in a channel. */
    async set(
      priceListId: Id,
      changes: z.input<typeof assignmentChanges>,
      call?: RequestOptions,
    ): Promise<PriceListAssignment> {
      const json = checkInput('priceLists.assignments.set', assignmentChanges, changes);
      const path = at`/v3/pricelists/${priceListId}/assignments`;
      return assignments.check.one(await api.record('PUT', path, { json }, call));
    },
    ...deletesAll(assignments, assignmentCondition),
  };
}
