import { z } from 'zod';

export const bigcommerceConfigSchema = z.strictObject({
  storeHash: z
    .string()
    .regex(/^[a-z0-9]+$/i, 'it is the short code in the API path: the part after /stores/')
    .describe('Code of the store, from the API path: https://api.bigcommerce.com/stores/<storeHash>/v3/'),
  accessToken: z
    .string()
    .min(1)
    .meta({ secret: true })
    .describe('Access token of a store-level or app-level API account'),
  baseUrl: z.url().default('https://api.bigcommerce.com').describe('Where the API is; only to go through a proxy'),
  payments: z
    .enum(['transactions', 'header'])
    .default('transactions')
    .describe('`transactions` asks once per paid order; `header` derives one payment per order and asks nothing'),
  fulfillments: z
    .enum(['shipments', 'none'])
    .default('shipments')
    .describe('`shipments` asks once per order of which something has shipped; `none` asks nothing'),
  includeIncomplete: z.boolean().default(false).describe('Also read orders whose checkout was not finished (status 0)'),
});

export type BigCommerceConfig = z.infer<typeof bigcommerceConfigSchema>;
