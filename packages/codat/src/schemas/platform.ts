import { z } from 'zod';
import { wireDate } from './commerce.js';

const text = z.string();

/** What strict clients take of companies, connections, syncs and integrations; an unknown key is refused, as with commerce data. */
export const connectionSchema = z.strictObject({
  id: text,
  integrationId: text,
  integrationKey: text,
  sourceId: text,
  sourceType: z.enum(['Commerce']),
  platformName: text,
  linkUrl: text,
  status: z.enum(['PendingAuth', 'Linked', 'Unlinked', 'Deauthorized']),
  lastSync: wireDate.optional(),
  created: wireDate,
  dataConnectionErrors: z.array(
    z.strictObject({
      statusCode: text,
      statusText: text,
      errorMessage: text,
      erroredOnUtc: wireDate,
      status: z.enum(['Active']),
    }),
  ),
  connectionInfo: z.record(text, text),
});

export const companySchema = z.strictObject({
  id: text,
  name: text,
  description: text.optional(),
  redirect: text,
  lastSync: wireDate.optional(),
  created: wireDate,
  products: z.array(text),
  tags: z.record(text, text),
  referenceSubsidiaryCompanies: z.array(z.never()),
  dataConnections: z.array(connectionSchema),
});

/** `isCompleted` and `isErrored` are worked out: Codat does not let them be asked for either. */
export const pullOperationSchema = z.strictObject({
  id: text,
  companyId: text,
  connectionId: text,
  dataType: text,
  status: z.enum(['Queued', 'Fetching', 'Complete', 'FetchError']),
  errorMessage: text.optional(),
  requested: wireDate,
  completed: wireDate.optional(),
  progress: z.number().int().min(0).max(100),
  isCompleted: z.boolean(),
  isErrored: z.boolean(),
});

export const integrationSchema = z.strictObject({
  key: z.string().regex(/^[a-z]{4}$/),
  logoUrl: text,
  name: text,
  enabled: z.boolean(),
  sourceId: text,
  sourceType: z.enum(['Commerce']),
  integrationId: text,
  isOfflineConnector: z.boolean(),
  isBeta: z.boolean(),
  datatypeFeatures: z.array(
    z.strictObject({
      // Codat's description has the one spelling, its examples the other.
      dataType: text,
      datatype: text,
      supportedFeatures: z.array(
        z.strictObject({ featureType: z.enum(['Get']), featureState: z.enum(['Release', 'NotSupported']) }),
      ),
    }),
  ),
});
