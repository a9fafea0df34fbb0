import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { amount, bit, words } from './values.js';

const file = z.strictObject({ file_data: words, name: words });

const places = { link_type: z.enum(['file', 'url']), link_url: z.url().optional(), link_file_content: file.optional() };
const sample = {
  sample_type: z.enum(['file', 'url']).optional(),
  sample_url: z.url().optional(),
  sample_file_content: file.optional(),
};

/** What the shopper downloads: from an address, or a file in base64. */
export const downloadableLinkInput = input(
  {
    title: words,
    sort_order: z.number().int().default(0),
    is_shareable: bit.default(0),
    price: amount.default(0),
    /** 0 is as often as they like. */
    number_of_downloads: z.number().int().nonnegative().default(0),
    ...places,
    ...sample,
  },
  { readOnly: ['id', 'link_file', 'sample_file'] },
);

export const downloadableSampleInput = input(
  { title: words, sort_order: z.number().int().default(0), ...sample, sample_type: z.enum(['file', 'url']) },
  { readOnly: ['id', 'sample_file'] },
);

export type DownloadableLinkInput = z.input<typeof downloadableLinkInput>;
export type DownloadableSampleInput = z.input<typeof downloadableSampleInput>;
