import { type Money, moneyNumber, toMoney } from '../../money.js';
import { noEntity, Refused, refusal } from '../protocol/errors.js';
import { readRows } from '../sales/asked-rows.js';
import { type Operations, type Quantity, refundable, usualSource } from '../sales/operations.js';
import { type Refund, refundAmount } from '../sales/refunds.js';
import { isClosedToRefunds, isRefundable, refundableAmount } from '../sales/rules.js';
import type { Sale } from '../sales/sale.js';
import type { Shop } from '../shop/shop.js';
import { moveStock } from '../shop/stock.js';
import type { Endpoint, Writing } from './endpoint.js';
import { commentOf, created, documentParameters, type SaleWriting, unitsBySku, validate } from './sale-writing.js';

const right = 'Magento_Sales::creditmemo';

const refundParameters = {
  ...documentParameters,
  'arguments?': {
    shipping_amount: 'number',
    adjustment_positive: 'number',
    adjustment_negative: 'number',
    extension_attributes: { return_to_stock_items: ['int'] },
  },
} as const;

/** Refunds of an order are books only; those of an invoice can move money at the gateway. */
export function refundingEndpoints(shop: Shop, writing: SaleWriting, operations: Operations): Endpoint[] {
  const refund = (
    sale: Sale,
    { input, at }: Writing<typeof refundParameters>,
    most: Quantity,
    gateway: Pick<Refund, 'isOnline' | 'invoice'>,
  ): string => {
    const { quantity, problems } = readRows(sale, input.items, most, 'creditmemo');
    const { positive, negative } = adjustments(input.arguments);
    const shipping = shippingShare(sale, input.arguments?.shipping_amount);
    const wanted: Refund = { ...gateway, quantity, shippingShare: shipping.share, positive, negative };
    const total = refundAmount(sale, wanted);
    const left = refundableAmount(sale);
    validate('Creditmemo', [
      isClosedToRefunds(sale) && `A creditmemo can not be created when an order has a status of ${sale.status}`,
      !isRefundable(sale) && 'The order does not allow a creditmemo to be created.',
      ...problems,
      shipping.isTooMuch && `Maximum shipping amount allowed to refund is: ${moneyNumber(shipping.left)}`,
      total <= 0 && "The credit memo's total must be positive.",
      total > left && `The most money available to refund is ${moneyNumber(left)}.`,
    ]);
    operations.refund(sale, at, wanted);
    const memo = sale.creditMemos.at(-1);
    const returned = new Set(input.arguments?.extension_attributes?.return_to_stock_items);
    for (const item of memo?.items ?? []) {
      if (![item.line, ...item.line.children].some(({ id }) => returned.has(id))) continue;
      for (const [sku, units] of unitsBySku(item.line, item.quantity))
        moveStock(shop.sourceItems, sku, usualSource(sale), units);
    }
    return created(memo, commentOf(input, at, writing.nextId));
  };

  return [
    [
      'POST /V1/order/:orderId/refund',
      right,
      writing.onOrder(refundParameters, (sale, request) => refund(sale, request, refundable, { isOnline: false })),
    ],
    [
      'POST /V1/invoice/:invoiceId/refund',
      right,
      writing.on('invoices', { ...refundParameters, 'isOnline?': 'flag' }, (sale, request, invoice) => {
        const invoiced = new Map(invoice.items.map(item => [item.line, item.quantity]));
        const isOnline = (request.input.isOnline ?? false) && sale.method.isOnline;
        return refund(sale, request, line => Math.min(refundable(line), invoiced.get(line) ?? 0), {
          isOnline,
          invoice,
        });
      }),
    ],
    [
      'PUT /V1/creditmemo/:id',
      right,
      writing.on('creditMemos', {}, (_, __, memo) => {
        throw new Refused(memo ? refusal(400, 'You can not cancel Credit Memo') : noEntity());
      }),
    ],
  ];
}

const adjustments = (
  told:
    | { readonly adjustment_positive?: number | null; readonly adjustment_negative?: number | null }
    | null
    | undefined,
): { readonly positive: Money; readonly negative: Money } => ({
  positive: toMoney(told?.adjustment_positive ?? 0),
  negative: toMoney(told?.adjustment_negative ?? 0),
});

/** The part of the shipping that a request gives back, in ten-thousandths of it: all that is left unless told. */
function shippingShare(sale: Sale, told: number | null | undefined) {
  const whole = sale.shipping?.money.order.amount ?? 0;
  const done = sale.creditMemos.reduce((share, memo) => share + memo.shippingShare, 0);
  const rest = sale.shipping ? 10_000 - done : 0;
  const left = (whole * rest) / 10_000;
  if (told === null || told === undefined) return { share: rest, left, isTooMuch: false };
  const asked = toMoney(told);
  return { share: whole === 0 ? 0 : (asked / whole) * 10_000, left, isTooMuch: asked > left + 1 };
}
