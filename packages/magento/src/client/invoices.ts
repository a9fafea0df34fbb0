import { checkInput } from '@cartograph/connector-kit';
import { type InvoiceRefundInput, invoiceRefundInput } from '../input/order.js';
import { type Api, act, at, type MagentoCall, made } from './api.js';
import { createDocumentComments, type DocumentComments } from './document-comments.js';
import type { Lists } from './lists.js';

type Id = string | number;

/** Made by `orders.invoice`. */
export interface InvoiceActions {
  readonly comments: DocumentComments;
  /** Takes the money at the gateway. */
  capture(id: Id, call?: MagentoCall): Promise<boolean>;
  void(id: Id, call?: MagentoCall): Promise<boolean>;
  email(id: Id, call?: MagentoCall): Promise<boolean>;
  /** The id of the credit memo. With `isOnline` the gateway pays back; otherwise the refund is in the books alone. */
  refund(id: Id, refund?: InvoiceRefundInput, call?: MagentoCall): Promise<Id>;
}

export function createInvoices(api: Api, lists: Lists): Lists['invoices'] & InvoiceActions {
  const action = (verb: string) => (id: Id, call?: MagentoCall) =>
    act(api, 'POST', at`V1/invoices/${id}/${verb}`, undefined, call);
  return {
    ...lists.invoices,
    comments: createDocumentComments(
      api,
      'invoices.comments',
      id => at`V1/invoices/${id}/comments`,
      () => 'V1/invoices/comments',
    ),
    capture: action('capture'),
    void: action('void'),
    email: action('emails'),
    refund: async (id, refund = {}, call) =>
      made(api, 'POST', at`V1/invoice/${id}/refund`, checkInput('invoices.refund', invoiceRefundInput, refund), call),
  };
}
