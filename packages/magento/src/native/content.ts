import { z } from 'zod';
import { fields } from './fields.js';
import { flagScalar, scalar } from './loose.js';

/** A page of the shop’s own text; `identifier` is its address. */
export const cmsPageSchema = z.object({
  ...fields(
    scalar,
    'id identifier title page_layout meta_title meta_keywords meta_description content_heading content creation_time',
    'update_time sort_order custom_theme custom_theme_from custom_theme_to custom_root_template',
  ),
  active: flagScalar,
});

/** A piece of text that pages and templates include. */
export const cmsBlockSchema = z.object({
  ...fields(scalar, 'id identifier title content creation_time update_time'),
  active: flagScalar,
});
