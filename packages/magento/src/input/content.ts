import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { day, words, yes } from './values.js';

const identifier = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_/-]*(\.[a-z0-9_-]+)?$/i, 'is no address: letters, digits, _, - and /');

const readOnly = ['id', 'creation_time', 'update_time'] as const;

/** A page is at the address of its identifier. */
export const cmsPageInput = input(
  {
    identifier,
    title: words,
    page_layout: z.string().optional(),
    meta_title: z.string().optional(),
    meta_keywords: z.string().optional(),
    meta_description: z.string().optional(),
    content_heading: z.string().optional(),
    content: z.string().optional(),
    sort_order: z.string().optional(),
    layout_update_xml: z.string().optional(),
    custom_theme: z.string().optional(),
    custom_root_template: z.string().optional(),
    custom_layout_update_xml: z.string().optional(),
    custom_theme_from: day.optional(),
    custom_theme_to: day.optional(),
    active: yes.optional(),
  },
  { readOnly },
);

export const cmsBlockInput = input(
  { identifier: words, title: words, content: z.string().optional(), active: yes.optional() },
  { readOnly },
);

export const cmsPageChanges = cmsPageInput.partial();
export const cmsBlockChanges = cmsBlockInput.partial();

export type CmsPageInput = z.input<typeof cmsPageInput>;
export type CmsPageChanges = z.input<typeof cmsPageChanges>;
export type CmsBlockInput = z.input<typeof cmsBlockInput>;
export type CmsBlockChanges = z.input<typeof cmsBlockChanges>;
