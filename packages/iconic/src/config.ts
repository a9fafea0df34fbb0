import { z } from 'zod';
import { currencyOf } from './countries.js';

const isZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

const httpUrl = z.url({
  protocol: /^https?$/,
  error: 'must be a URL such as https://sellercenter-api.theiconic.com.au',
});

export const iconicConfigSchema = z.strictObject({
  clientId: z.string().trim().min(1).describe('Application ID of the OAuth application in Seller Center'),
  clientSecret: z.string().trim().min(1).meta({ secret: true }).describe('Application Secret of the same application'),
  baseUrl: httpUrl.default('https://sellercenter-api.theiconic.com.au').describe('Address of the API'),
  tokenUrl: httpUrl.optional().describe('Where tokens are issued; {baseUrl}/oauth/client-credentials unless given'),
  country: z
    .string()
    .toUpperCase()
    .refine(country => currencyOf(country) !== null, 'must be a country of the platform, such as AU or NZ')
    .default('AU')
    .describe('Country of the seller (ISO alpha-2); its currency is the base currency'),
  timeZone: z
    .string()
    .refine(isZone, 'must be an IANA time zone, such as Australia/Sydney')
    .default('Australia/Sydney')
    .describe('Zone in which dates without one are read'),
  requestsPerSecond: z.number().positive().max(1000).default(30).describe('Shared by all applications of one seller'),
  rereadHours: z
    .number()
    .positive()
    .max(24 * 30)
    .default(6)
    .describe('Hours in which each product set is read again once: stock and prices tell no time of change'),
  refundFailedDeliveries: z
    .boolean()
    .default(true)
    .describe('Whether the marketplace gives the money back for units that could not be delivered'),
});

export type IconicConfig = z.infer<typeof iconicConfigSchema>;
/** The settings as a person writes them: what has a default may be left out. */
export type IconicConfigInput = z.input<typeof iconicConfigSchema>;
