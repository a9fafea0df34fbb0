import { Refused, refusal } from '../protocol/errors.js';
import { readRows } from '../sales/asked-rows.js';
import { type Operations, openQuantity } from '../sales/operations.js';
import { hasOpenRows, isClosedToInvoices } from '../sales/rules.js';
import type { Endpoint } from './endpoint.js';
import { commentOf, created, documentParameters, type SaleWriting, takesNothing, validate } from './sale-writing.js';

const right = 'Magento_Sales::invoice';

/** Invoices of gateways stay open unless they are captured at once; others are paid when they are made. */
export const invoicingEndpoints = ({ onOrder, on, nextId }: SaleWriting, operations: Operations): Endpoint[] => [
  [
    'POST /V1/order/:orderId/invoice',
    right,
    onOrder({ ...documentParameters, 'capture?': 'flag', 'arguments?': 'any' }, (sale, { input, at }) => {
      const { quantity, problems } = readRows(sale, input.items, openQuantity, 'invoice');
      validate('Invoice', [
        isClosedToInvoices(sale) && `An invoice cannot be created when an order has a status of ${sale.status}`,
        !hasOpenRows(sale) && 'The order does not allow an invoice to be created.',
        ...problems,
        takesNothing(sale, quantity) && "The invoice can't be created without products. Add products and try again.",
      ]);
      operations.invoice(sale, at, quantity, (input.capture ?? false) || !sale.method.isOnline);
      return created(sale.invoices.at(-1), commentOf(input, at, nextId));
    }),
  ],
  [
    'POST /V1/invoices/:id/capture',
    right,
    on('invoices', {}, (sale, { at }, invoice) => {
      if (invoice.state !== 1) throw new Refused(refusal(400, 'The capture action is not available.'));
      operations.capture(sale, at);
      return true;
    }),
  ],
  [
    'POST /V1/invoices/:id/void',
    right,
    on('invoices', {}, (sale, { at }, invoice) => {
      if (invoice.state !== 1) throw new Refused(refusal(400, 'The void action is not available.'));
      operations.voidInvoice(sale, at, invoice);
      return true;
    }),
  ],
];
