import { z } from 'zod';
import { scalar } from './loose.js';

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
