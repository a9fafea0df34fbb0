import { z } from 'zod';
import { fields } from './fields.js';
import { list, scalar } from './loose.js';

/** What was queued; `status` of a row is accepted or rejected. */
export const bulkReceiptSchema = z.object({
  bulk_uuid: z.string(),
  request_items: z.array(z.object(fields(scalar, 'id status data_hash error_message error_code'))),
  errors: z.boolean().nullish(),
});

/** 1 done · 2 failed, may be tried again · 3 failed · 4 not begun · 5 rejected. */
export const bulkOperationSchema = z.object(
  fields(scalar, 'id status result_message error_code serialized_data result_serialized_data'),
);

export const bulkStatusSchema = z.object({
  ...fields(scalar, 'bulk_id description start_time user_id user_type operation_count'),
  operations_list: list(bulkOperationSchema),
});

/** A row of the list of what was queued. */
export const bulkRowSchema = z.object(fields(scalar, 'id bulk_uuid topic_name status result_message error_code'));

export type BulkReceipt = z.infer<typeof bulkReceiptSchema>;
export type BulkOperation = z.infer<typeof bulkOperationSchema>;
export type BulkStatus = z.infer<typeof bulkStatusSchema>;
