import { z } from 'zod';
import { addressSchema } from './address.js';
import { recordFields } from './record.js';
import { currencySchema, textSchema } from './scalars.js';

/** The merchant behind the shop; one record a connection. */
export const companyInfoSchema = z.strictObject({
  ...recordFields,
  name: textSchema.nullable(),
  legalName: textSchema.nullable(),
  registrationNumber: textSchema.nullable(),
  baseCurrency: currencySchema.nullable(),
  /** IANA zone in which the shop reports its days. */
  timeZone: textSchema.nullable(),
  addresses: z.array(addressSchema),
  phones: z.array(textSchema),
  emails: z.array(textSchema),
  webLinks: z.array(textSchema),
});

export type CompanyInfo = z.infer<typeof companyInfoSchema>;
