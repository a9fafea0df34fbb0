import { checkInput, type RequestOptions } from '@cartograph/connector-kit';
import type { z } from 'zod';
import { unfiltered } from '../input/kinds.js';
import { refundFilter, refundInput, refundQuoteInput } from '../input/refund.js';
import {
  type Refund,
  type RefundQuote,
  refundQuoteSchema,
  refundSchema,
  type Transaction,
  transactionSchema,
} from '../records/payment.js';
import { type Api, type Page, unlessRefused } from './api.js';
import { readByIds } from './by-ids.js';
import { wholePage } from './page.js';
import { byPage, collect, itemsOfPages, pageLimit } from './pages.js';
import { at, type Id } from './path.js';
import { gets, lists } from './resource/reading.js';
import { source } from './resource/source.js';

/** What stands below an order in V3: money that came, and money that goes back. */
export function createOrderPayments(api: Api) {
  const transactions = lists(
    source(api, 'orders.transactions', (orderId: Id) => at`/v3/orders/${orderId}/transactions`, transactionSchema),
    unfiltered,
  );
  const refunds = source(api, 'orders.refunds', () => '/v3/orders/payment_actions/refunds', refundSchema);
  const quotes = api.records('orders.refunds.quote', refundQuoteSchema);
  const { list, iterate } = lists(refunds, refundFilter);
  const action = (orderId: Id, name: string) => `${at`/v3/orders/${orderId}/payment_actions`}/${name}`;

  return {
    transactions: {
      /** All of them. Page numbers are said not to work here: the second page is then the first once more. None is 204 or 404. */
      async list(orderId: Id, call?: RequestOptions): Promise<Page<Transaction>> {
        const pages = byPage(page => transactions.list(orderId, { page, limit: pageLimit }, call));
        const items = (await unlessRefused(collect(itemsOfPages(pages)), [404])) ?? [];
        return wholePage(items);
      },
    },
    /** Takes the money that was authorized. The platform answers before it has: `payment_status` tells when. */
    capture: async (orderId: Id, call?: RequestOptions): Promise<void> => {
      await api.send('POST', action(orderId, 'capture'), {}, call);
    },
    /** Gives up an authorization; also in its own time. */
    void: async (orderId: Id, call?: RequestOptions): Promise<void> => {
      await api.send('POST', action(orderId, 'void'), {}, call);
    },
    refunds: {
      /** Of all orders, ascending by id. */
      list,
      iterate,
      ...gets(refunds),
      pages: (query: z.input<typeof refundFilter.all> = {}, resume: string | null = null, call?: RequestOptions) =>
        byPage(page => list({ ...query, page, limit: pageLimit }, call), resume),
      /** Of these orders; orders of which one cannot be served stand in `failed`. */
      ofOrders: (ids: readonly number[], call?: RequestOptions) =>
        readByIds(ids, (part, page) => list({ 'order_id:in': part, page, limit: pageLimit }, call)),
      /** What a refund would give back, and how it may be paid. Nothing happens yet. */
      async quote(orderId: Id, input: z.input<typeof refundQuoteInput>, call?: RequestOptions): Promise<RefundQuote> {
        const json = checkInput('orders.refunds.quote', refundQuoteInput, input);
        return quotes.one(
          await api.record('POST', action(orderId, 'refund_quotes'), { json }, { idempotent: true, ...call }),
        );
      },
      /** Gives money back, by payments that a quote named. Refunds of one order go one after the other. */
      async create(orderId: Id, input: z.input<typeof refundInput>, call?: RequestOptions): Promise<Refund> {
        const json = checkInput('orders.refunds.create', refundInput, input);
        return refunds.check.one(await api.record('POST', action(orderId, 'refunds'), { json }, call));
      },
    },
  };
}
