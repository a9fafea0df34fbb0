import { z } from 'zod';

const secret = (text: string) => z.string().min(1).meta({ secret: true }).describe(text);

const oauth1Schema = z.strictObject({
  method: z.literal('oauth1'),
  consumerKey: z.string().min(1).describe('Consumer Key of the integration'),
  consumerSecret: secret('Consumer Secret of the integration'),
  accessToken: secret('Access Token of the integration'),
  accessTokenSecret: secret('Access Token Secret of the integration'),
  signingBaseUrl: z
    .url()
    .optional()
    .describe('Address that the shop believes to have, where a proxy hides the real one: signatures are made for it'),
});

const bearerSchema = z.strictObject({
  method: z.literal('bearer'),
  accessToken: secret('Access Token of an integration that is allowed as a bearer token, or any other bearer token'),
});

const adminSchema = z.strictObject({
  method: z.literal('admin'),
  username: z.string().min(1).describe('Name of an admin user without two-factor authentication'),
  password: secret('Password of the admin user'),
  tokenLifetimeHours: z
    .number()
    .positive()
    .default(4)
    .describe('Life of an admin token: Stores › Configuration › Services › OAuth › Access Token Expiration'),
});

/** Fields of `auth` that must not be shown. */
export const secretFields: ReadonlySet<string> = new Set(
  [oauth1Schema, bearerSchema, adminSchema].flatMap(({ shape }) =>
    Object.entries<z.ZodType>(shape).flatMap(([field, schema]) => (schema.meta()?.secret === true ? [field] : [])),
  ),
);

export const storeCodePattern = /^[a-z][a-z0-9_]*$/i;

const isShopAddress = (url: string): boolean => /^https?:/i.test(url) && !/\/rest(\/|$)/.test(url);

export const magentoConfigSchema = z.strictObject({
  baseUrl: z
    .url()
    .refine(isShopAddress, 'is the address of the shop, with http or https and without /rest')
    .describe('Address of the shop, with its path where it has one: https://shop.example'),
  auth: z.discriminatedUnion('method', [oauth1Schema, bearerSchema, adminSchema], {
    error: 'needs a method: oauth1, bearer or admin, with its own fields',
  }),
  storeCode: z
    .string()
    .regex(storeCodePattern, 'is the code of a store view, or all')
    .default('all')
    .describe('Scope in which catalog values are read: `all` is the admin scope, which has every product'),
  pageSize: z
    .number()
    .int()
    .min(1)
    .max(1000)
    .default(100)
    .describe('Records a request; lowered where the shop allows fewer'),
  concurrency: z.number().int().min(1).max(32).default(4).describe('Requests at the same time'),
  limit: z
    .strictObject({ requests: z.number().int().positive(), seconds: z.number().positive() })
    .optional()
    .describe('What a hosting firm or a firewall allows, where one does: so many requests in so many seconds'),
  userAgent: z.string().min(1).default('Cartograph').describe('Some firewalls refuse unknown ones'),
});

export type MagentoConfig = z.infer<typeof magentoConfigSchema>;
/** The settings as a person writes them: what has a default may be left out. */
export type MagentoConfigInput = z.input<typeof magentoConfigSchema>;
