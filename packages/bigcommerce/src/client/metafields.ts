import { type BatchResult, checkInput, inBatches, type RequestOptions } from '@cartograph/connector-kit';
import { id, several } from '../input/kinds.js';
import { metafieldChanges, metafieldFilter, metafieldInput, metafieldRow } from '../input/metafield.js';
import { metafieldSchema } from '../records/metafield.js';
import type { Api } from './api.js';
import { createsMany, updatesMany } from './resource/batches.js';
import { gets, lists } from './resource/reading.js';
import { type Parents, source } from './resource/source.js';
import { creates, deletes, updates } from './resource/writing.js';

/** The platform names no limit for them; its other arrays take this many or more. */
const batch = 10;

/** Of one record. */
export function metafieldsOf<Above extends Parents>(api: Api, owner: string, pathOf: (...above: Above) => string) {
  const metafields = source(api, `${owner}.metafields`, pathOf, metafieldSchema);
  return {
    ...lists(metafields, metafieldFilter),
    ...gets(metafields),
    ...creates(metafields, metafieldInput),
    ...updates(metafields, metafieldChanges),
    ...deletes(metafields),
  };
}

/** Of all records of a kind. */
export function allMetafields(api: Api, owner: string, path: string) {
  const ids = several(id);
  const metafields = source(api, `${owner}.allMetafields`, () => path, metafieldSchema);
  const { list, iterate } = lists(metafields, metafieldFilter);
  const { createMany } = createsMany(metafields, metafieldRow, batch);
  const { updateMany } = updatesMany(metafields, metafieldChanges, batch);
  return {
    list,
    iterate,
    createMany,
    updateMany,
    /** Their ids go in the body here. */
    deleteMany: async (given: readonly number[], call?: RequestOptions): Promise<BatchResult<number>> =>
      inBatches(checkInput(`${owner}.allMetafields.delete`, ids, given), batch, async part => {
        await api.send('DELETE', path, { json: part }, call);
        return part;
      }),
  };
}
