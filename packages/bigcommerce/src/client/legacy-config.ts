import { z } from 'zod';

/** Of an API account from the time before tokens. It reaches V2 alone, and has no webhooks. */
export const legacyConfigSchema = z.strictObject({
  legacyUrl: z
    .url({ protocol: /^https?$/ })
    .describe('The store itself: https://store-<hash>.mybigcommerce.com, or its own domain'),
  username: z.string().min(1),
  apiToken: z.string().min(1).meta({ secret: true }),
});

export type LegacyConfig = z.infer<typeof legacyConfigSchema>;

/** The form of basic auth (RFC 7617). */
export const basicAuth = ({ username, apiToken }: LegacyConfig): string =>
  `Basic ${Buffer.from(`${username}:${apiToken}`).toString('base64')}`;
