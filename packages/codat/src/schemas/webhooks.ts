import { z } from 'zod';
import { wireDate } from './commerce.js';
import { companySchema, connectionSchema } from './platform.js';

const text = z.string();

const envelope = <Payload extends z.ZodType>(eventType: z.ZodType<string>, payload: Payload) =>
  z.strictObject({ id: z.uuid(), eventType, generatedDate: wireDate, payload });

const companyReference = z.strictObject({
  id: text,
  name: text,
  description: text.optional(),
  links: z.strictObject({ portal: z.url() }),
  tags: z.record(text, text),
});

const company = companySchema.omit({ referenceSubsidiaryCompanies: true, dataConnections: true });

/** What Codat's webhook consumers are sent, by the first word of its type; an unknown key is refused. */
export const webhookSchemas = {
  company: envelope(
    z.enum(['company.created', 'company.deleted', 'company.product.added', 'company.product.removed']),
    company.extend({ productId: text.optional(), productName: text.optional() }),
  ),
  connection: envelope(
    z.enum(
      (['created', 'connected', 'failed', 'disconnected', 'reconnected', 'deleted'] as const).map(
        word => `connection.${word}` as const,
      ),
    ),
    z.strictObject({ referenceCompany: companyReference, connection: connectionSchema }),
  ),
  read: envelope(
    z.enum(['read.completed', 'read.completed.initial']),
    z.strictObject({
      referenceCompany: companyReference,
      modifiedFromDate: wireDate,
      dataTypes: z
        .array(
          z.strictObject({
            connectionId: text,
            dataType: text,
            recordsModified: z.boolean(),
            status: z.enum(['Complete', 'FetchError']),
            issues: z.array(z.never()),
          }),
        )
        .min(1),
    }),
  ),
};
