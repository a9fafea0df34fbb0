import { z } from 'zod';
import { fields } from './fields.js';
import { flagScalar, scalar } from './loose.js';

/** What was said of an invoice, a credit memo or a shipment. */
export const documentCommentSchema = z.object({
  ...fields(scalar, 'entity_id parent_id comment created_at'),
  ...fields(flagScalar, 'is_customer_notified is_visible_on_front'),
});

export type DocumentComment = z.infer<typeof documentCommentSchema>;
