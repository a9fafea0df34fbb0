import { type Api, act, at, type MagentoCall } from './api.js';
import { createDocumentComments, type DocumentComments } from './document-comments.js';
import type { Lists } from './lists.js';

type Id = string | number;

/** Made by `orders.refund` and `invoices.refund`. */
export interface CreditMemoActions {
  readonly comments: DocumentComments;
  /** Most shops refuse it once the money went back. */
  cancel(id: Id, call?: MagentoCall): Promise<boolean>;
  email(id: Id, call?: MagentoCall): Promise<boolean>;
}

export const createCreditMemos = (api: Api, lists: Lists): Lists['creditMemos'] & CreditMemoActions => ({
  ...lists.creditMemos,
  comments: createDocumentComments(api, 'creditMemos.comments', id => at`V1/creditmemo/${id}/comments`),
  cancel: (id, call) => act(api, 'PUT', at`V1/creditmemo/${id}`, undefined, call),
  email: (id, call) => act(api, 'POST', at`V1/creditmemo/${id}/emails`, undefined, call),
});
