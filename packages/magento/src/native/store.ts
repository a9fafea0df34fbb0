import { z } from 'zod';
import { fields } from './fields.js';
import { flagScalar, scalar } from './loose.js';

const storeConfigSchema = z.object({
  id: scalar,
  website_id: scalar,
  base_currency_code: scalar,
  timezone: scalar,
  weight_unit: scalar,
  base_url: scalar,
  secure_base_url: scalar,
  secure_base_media_url: scalar,
});

/** Id 0 is the administration. */
const websiteSchema = z.object({ id: scalar, name: scalar });

export const companyBodySchema = z.object({
  storeConfigs: z.array(storeConfigSchema),
  websites: z.array(websiteSchema),
});

export type StoreConfig = z.infer<typeof storeConfigSchema>;
export type Website = z.infer<typeof websiteSchema>;
export type CompanyBody = z.infer<typeof companyBodySchema>;

/** What a client shows beyond what the model takes. */
export const storeConfigRecordSchema = storeConfigSchema.extend(
  fields(
    scalar,
    'code locale default_display_currency_code base_link_url base_static_url base_media_url secure_base_link_url',
    'secure_base_static_url',
  ),
);
export const websiteRecordSchema = websiteSchema.extend(fields(scalar, 'code default_group_id'));
export const storeGroupSchema = z.object(fields(scalar, 'id website_id root_category_id default_store_id name code'));
export const storeViewRecordSchema = z.object({
  ...fields(scalar, 'id code name website_id store_group_id'),
  is_active: flagScalar,
});

export type StoreGroup = z.infer<typeof storeGroupSchema>;
export type StoreViewRecord = z.infer<typeof storeViewRecordSchema>;
