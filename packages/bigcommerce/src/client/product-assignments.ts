import { type BatchResult, checkInput, type RequestOptions } from '@cartograph/connector-kit';
import { z } from 'zod';
import {
  categoryAssignmentFilter,
  categoryAssignmentRow,
  channelAssignmentFilter,
  channelAssignmentRow,
} from '../input/product.js';
import { categoryAssignmentSchema, channelAssignmentSchema } from '../records/product.js';
import type { Api } from './api.js';
import { lists } from './resource/reading.js';
import { inSilence } from './resource/silent.js';
import { source } from './resource/source.js';
import { deletesAll } from './resource/writing.js';

/** The platform names no limit. */
const batch = 250;

/** In which channels and categories products are shown. */
export function createProductAssignments(api: Api) {
  const channelsPath = '/v3/catalog/products/channel-assignments';
  const categoriesPath = '/v3/catalog/products/category-assignments';
  const channels = source(api, 'products.channelAssignments', () => channelsPath, channelAssignmentSchema);
  const categories = source(api, 'products.categoryAssignments', () => categoriesPath, categoryAssignmentSchema);
  const channelRows = z.array(channelAssignmentRow);
  const categoryRows = z.array(categoryAssignmentRow);
  type ChannelRow = z.input<typeof channelAssignmentRow>;
  type CategoryRow = z.input<typeof categoryAssignmentRow>;
  return {
    channelAssignments: {
      ...lists(channels, channelAssignmentFilter),
      /** Adds these; those that are there stay. */
      setMany: async (rows: readonly ChannelRow[], call?: RequestOptions): Promise<BatchResult<ChannelRow>> =>
        inSilence(api, channelsPath, checkInput('products.channelAssignments.setMany', channelRows, rows), batch, call),
      ...deletesAll(channels, channelAssignmentFilter),
    },
    categoryAssignments: {
      ...lists(categories, categoryAssignmentFilter),
      /** Adds these; those that are there stay. */
      setMany: async (rows: readonly CategoryRow[], call?: RequestOptions): Promise<BatchResult<CategoryRow>> =>
        inSilence(
          api,
          categoriesPath,
          checkInput('products.categoryAssignments.setMany', categoryRows, rows),
          batch,
          call,
        ),
      ...deletesAll(categories, categoryAssignmentFilter),
    },
  };
}
